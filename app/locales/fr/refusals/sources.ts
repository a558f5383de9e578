import type { Translation } from "../../translation.ts"

export default {
  "event-missing": "Choisissez un événement publié de votre université.",
  "code-shape": "Écrivez 3 à 24 lettres et chiffres, avec un tiret entre les mots, par exemple DAKAR-26, ou laissez vide.",
  "code-taken": "Ce code est pris. Choisissez-en un autre, ou laissez vide : nous en tirons un.",
} satisfies Translation<typeof import("../../en/refusals/sources.ts").default>
