import type { Translation } from "../../translation.ts"

export default {
  "rate-missing": "Écrivez combien vaut un dirham dans cette devise, par exemple 61,25.",
  "rate-number": "Écrivez le taux en chiffres, avec six décimales au plus, par exemple 61,25.",
  "rate-range": "Un taux est plus grand que zéro et d’un milliard au plus. Vérifiez la place de la virgule.",
} satisfies Translation<typeof import("../../en/refusals/costs.ts").default>
