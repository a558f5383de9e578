import type { Translation } from "../../translation.ts"

export default {
  "file-missing": "Choisissez le fichier que le partenaire a envoyé.",
  "file-too-large": "Une liste compte au plus {{max}} Mo. Reprenez-la en plusieurs parties.",
  "file-gone": "Le fichier de cette liste n’est plus gardé. Envoyez-le à nouveau.",
  "too-many-rows": "Une liste compte au plus {{max}} lignes. Reprenez-la en plusieurs parties.",
  "column-twice": "Deux colonnes contiennent la même chose. Laissez-en une de côté.",
  "column-name": "Dites quelle colonne contient le nom.",
  "column-contact": "Dites quelle colonne contient l’e-mail ou le téléphone.",
  "consent-missing":
    "Une colonne dit oui aux e-mails : dites comment, quand et en quels mots l’accord a été demandé, ou laissez la colonne de côté.",
  "date-ahead": "Écrivez un jour déjà passé.",
  "nothing-to-take": "Aucune ligne de cette liste ne peut être reprise.",
  "undo-late": "Les 72 heures pour défaire cette reprise sont passées.",
  "undo-not-yours": "Seule la personne qui a repris la liste, ou une direction de votre université, peut défaire la reprise.",
  "signs-broken": "Elle contient des signes illisibles dans les lettres du fichier. Choisissez un autre encodage, ou corrigez-la.",
  "name-missing": "Le nom manque.",
  "contact-missing": "Il manque un e-mail ou un téléphone.",
  "country-unknown": "Ce n’est aucun des 54 pays.",
  "birth-unreadable": "Cette date n’existe pas.",
  "birth-range": "L’année de naissance n’est pas entre {{min}} et {{max}}.",
  "level-unknown": "Ce niveau n’est pas connu.",
  "field-unknown": "Ce domaine n’est pas des nôtres.",
  "consent-unknown": "Ni oui ni non : pris pour un non.",
} satisfies Translation<typeof import("../../en/refusals/imports.ts").default>
