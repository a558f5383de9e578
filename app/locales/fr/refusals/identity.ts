import type { Translation } from "../../translation.ts"
import type base from "../../en/refusals/identity.ts"

export default {
  "same-person": "C’est une seule et même fiche.",
  "merged-already": "L’une d’elles a été réunie à quelqu’un entre-temps. Regardez de nouveau la liste.",
  staff: "L’une d’elles travaille à un bureau : le personnel et les candidats restent séparés.",
  "two-readers":
    "Toutes deux se connectent, par des adresses différentes, et toutes deux ont une candidature. Seule la personne peut dire laquelle vaut : demandez-lui d’écrire depuis les deux adresses.",
  "keep-applicant": "L’une d’elles a une candidature et l’ouvre avec sa propre adresse. Gardez celle-là.",
  "applications-clash":
    "Toutes deux ont une candidature pour la même année, et celle qui serait mise de côté est plus qu’un brouillon. Gardez l’autre personne.",
  "later-merge": "Quelqu’un d’autre a été réuni à cette personne plus tard. Défaites d’abord cela.",
  "separated-already": "Elles ont déjà été séparées de nouveau.",
} satisfies Translation<typeof base>
