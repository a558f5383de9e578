import type { Translation } from "../../translation.ts"

export default {
  cancelled: "Cet événement est annulé : aucune place ne peut être gardée. La liste montre les autres.",
  past: "Cet événement est terminé. La liste montre les autres.",
  full: "Toutes les places sont prises. Une place qui se libère reparaît sur cette page.",
  "ends-first": "La fin doit venir après le début.",
  "too-long": "Un événement dure 15 jours au plus. Écrivez deux événements, ou une autre fin.",
  "capacity-range": "Écrivez un nombre de places de 1 à {{max}}, ou laissez vide.",
  "link-form": "Écrivez l’adresse entière de la séance ; elle commence par https://.",
  "place-missing": "Un salon a besoin de son pays.",
  "link-missing": "Une séance en ligne a besoin de son lien.",
  "list-headings": "La première ligne doit nommer une colonne du nom et une de l’e-mail ou du téléphone, et une ligne doit suivre.",
  "list-too-long": "Une liste compte au plus {{max}} personnes ; celle-ci en a {{count}}. Reprenez-la en plusieurs parties.",
  "not-begun": "La présence peut être notée à partir d’une demi-journée avant le début.",
  "nobody-chosen": "Cochez d’abord au moins une personne.",
} satisfies Translation<typeof import("../../en/refusals/events.ts").default>
