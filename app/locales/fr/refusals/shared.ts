import type { Translation } from "../../translation.ts"

export default {
  field: {
    required: "Remplissez ce champ.",
    "too-long": "Écrivez {{max}} caractères au plus ; il y en a {{count}}.",
    "control-characters": "Ce texte contient des caractères qui ne peuvent pas s’afficher. Retapez-le à la main.",
    "no-letter": "Écrivez un nom avec au moins une lettre, dans n’importe quelle écriture.",
    choice: "Choisissez une des réponses proposées.",
    number: "Écrivez un nombre, par exemple {{example}}.",
    email: "Écrivez une adresse e-mail comme nom@exemple.com.",
    phone: "Écrivez un numéro du pays où vous vivez, ou un numéro qui commence par + et l’indicatif du pays.",
    "contact-missing": "Donnez une adresse e-mail ou un numéro de téléphone, pour que nous puissions répondre.",
    "consent-phone": "Pour WhatsApp, un SMS ou un appel, il nous faut votre numéro. Écrivez-le ici, ou laissez ces cases vides.",
    "year-range": "Écrivez une année entre {{min}} et {{max}}.",
    date: "Écrivez un jour, un mois et une année qui existent.",
    time: "Écrivez des heures et des minutes, par exemple 14:30.",
    country: "Choisissez un pays de la liste.",
  },
  "changed-meanwhile": "Quelqu’un d’autre vient de modifier cela. Vous voyez maintenant où cela en est.",
  "not-allowed": "Votre rôle ne comprend pas cette action.",
  "not-found": "Cela n’existe pas dans votre université.",
} satisfies Translation<typeof import("../../en/refusals/shared.ts").default>
