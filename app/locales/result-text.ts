import type { i18n } from "i18next"
import { numberFormat } from "./formats.ts"
import { isLanguage } from "./languages.ts"

/**
 * A result as readers of a language write it: "13,5" in French and in Morocco's Arabic. It is kept with a point, or as
 * grades, which stay as they are.
 */
export function resultText(language: string, result: string): string {
  if (!isLanguage(language) || !/^\d+(?:\.\d+)?$/.test(result)) return result
  return numberFormat(language, { maximumFractionDigits: 2, useGrouping: false }).format(Number(result))
}

/** Lets a text name a value that is a result: `{{minimum, result}}`. */
export function addResultFormat(texts: i18n): void {
  texts.services.formatter?.add("result", (value, language) => resultText(language ?? "", String(value)))
}
