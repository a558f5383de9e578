import type { Translation } from "../../translation.ts"

export default {
  wrong: "Ce code et ce PIN n’ouvrent aucune borne. Vérifiez les deux, ou demandez au bureau.",
  "tries-too-many": "Trop d’essais faux. Réessayez dans {{minutes}} min.",
  "too-late": "Cet événement est passé depuis plus de deux semaines.",
  "token-missing": "Cette adresse est pour les tablettes qu’un bureau a préparées.",
  "token-ended": "Le bureau a mis fin à cette tablette, ou son temps est passé.",
  "entry-unread": "Le bureau ne peut pas lire cette fiche. Relisez chaque champ, puis enregistrez-la de nouveau.",
  pass: "Cette fiche n’a pas été remplie sur cette tablette.",
  "pass-used": "Quelqu’un a déjà continué avec ce signe.",
} satisfies Translation<typeof import("../../en/refusals/kiosk.ts").default>
