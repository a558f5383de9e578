import type { Translation } from "../../translation.ts"

export default {
  "result-missing":
    "Écrivez votre résultat ($t(catalogue.scale.{{scale}})), par exemple {{example, result}}, ou dites qu’il est encore attendu.",
  "result-number": "Écrivez le résultat en chiffres ($t(catalogue.scale.{{scale}})), par exemple {{example, result}}.",
  "result-range": "Cette échelle va de {{min}} à {{max}} ($t(catalogue.scale.{{scale}})). Vérifiez le chiffre sur votre relevé.",
  "result-whole": "Cette échelle n’a que des notes entières ($t(catalogue.scale.{{scale}})), par exemple {{example, result}}.",
  "result-grade":
    "« {{grade}} » n’est pas une note de cette échelle ($t(catalogue.scale.{{scale}})). Ses notes sont : {{values}}. Séparez-les par une espace, par exemple {{example, result}}.",
  "result-one-grade": "Ce diplôme porte une seule note générale ($t(catalogue.scale.{{scale}})), par exemple {{example, result}}.",
  "result-too-many": "Écrivez au plus {{max}} notes ($t(catalogue.scale.{{scale}})).",
  "result-of-four": "Écrivez un nombre de 0 à 4, par exemple 3,4.",
} satisfies Translation<typeof import("../../en/refusals/catalogue.ts").default>
