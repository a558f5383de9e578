import type { Translation } from "../../translation.ts"

export default {
  "scale-missing": "Dites comment votre diplôme est noté.",
  "toefl-range": "Un score TOEFL iBT va de 0 à {{max}}. Vérifiez le chiffre, ou laissez vide.",
  "one-grade": "Écrivez une seule note, la plus basse qui compte.",
  "subjects-missing": "Dites dans combien de matières elle doit être atteinte.",
  "number-range": "Écrivez un nombre de {{min}} à {{max}}.",
  "as-of": "Écrivez une année, par exemple 2026, ou une date, par exemple 2026-11-23.",
  "source-missing": "Dites où c’est écrit : seule une règle qui attend l’université peut être sans page.",
  "source-address": "Écrivez l’adresse entière de la page, avec https://.",
  "rule-exists": "Cette règle existe déjà, en vigueur ou en brouillon. Modifiez-la.",
} satisfies Translation<typeof import("../../en/refusals/eligibility.ts").default>
