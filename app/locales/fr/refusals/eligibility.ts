import type { Translation } from "../../translation.ts"

export default {
  "scale-missing": "Dites comment votre diplôme est noté.",
  "toefl-range": "Un score TOEFL iBT va de 0 à {{max}}. Vérifiez le chiffre, ou laissez vide.",
} satisfies Translation<typeof import("../../en/refusals/eligibility.ts").default>
