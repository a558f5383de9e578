import type { TFunction } from "i18next"

/** Words in a row, with the comma of their script between them. */
export function listed(t: TFunction, words: readonly string[]): string {
  return words.join(`${t("common.comma")} `)
}
