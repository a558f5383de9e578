import type { Translation } from "../../translation.ts"

export default {
  link: "« {{link}} » n’est pas l’adresse d’une page. Écrivez-la en entier, par exemple https://aui.ma/admission.",
  slug: "Utilisez des minuscules de a à z, des chiffres et des traits d’union simples, par exemple age-limit.",
  "slug-taken": "Autre chose a déjà cette adresse. Choisissez-en une autre.",
  missing: "Des textes ne sont pas encore écrits. Ils sont signalés dans le formulaire.",
  outdated:
    "Des traductions viennent d’un texte antérieur. Elles sont signalées dans le formulaire : modifiez-les, ou dites qu’elles restent justes.",
  "source-needed": "Une réponse dite publiée demande la page où elle a été lue.",
  "year-needed": "Dites quand c’était vrai : une année ou une date.",
  range: "Écrivez un nombre entier entre {{min}} et {{max}}.",
  "own-hand": "Vous en avez écrit une partie. Une autre direction le relit avant les lecteurs.",
  "not-reviewed": "Il n’a pas encore été relu.",
} satisfies Translation<typeof import("../../en/refusals/editing.ts").default>
