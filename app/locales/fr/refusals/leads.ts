import type { Translation } from "../../translation.ts"

export default {
  "sending-other": "Un autre envoi a déjà été fait avec cette clé. Prenez-en une nouvelle pour un autre contenu.",
  "programme-unknown": "Ce programme n’est plus dans notre liste. Posez votre question sans lui : les deux universités la lisent.",
  "nothing-to-undo": "Il n’y a rien de vous à annuler ici : cela a changé depuis, ou 72 heures sont passées.",
  "owner-elsewhere": "Choisissez une personne de votre université qui fait ce travail.",
  "close-reason": "Dites pourquoi vous le fermez.",
} satisfies Translation<typeof import("../../en/refusals/leads.ts").default>
