import type { TFunction } from "i18next"
import { sentence } from "#app/ui/sentence.ts"
import type { Fault } from "../list-row.server.ts"

/** What is wrong with a cell, after the heading of its column. */
export function faultSentence(t: TFunction, { column, code, details }: Fault, headings: readonly string[]): string {
  return `${headingOf(t, column, headings)}: ${sentence(t, code, details)}`
}

/** What a column is called; the row itself where no cell is meant. */
export function headingOf(t: TFunction, column: number | null, headings: readonly string[]): string {
  if (column === null) return t("imports.faults.wholeRow")
  const heading = headings[column] ?? ""
  return heading === "" ? t("imports.mapping.unnamed", { number: column + 1 }) : heading
}
