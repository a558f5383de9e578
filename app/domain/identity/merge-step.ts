import type { MergeThing } from "./merge-tables.ts"

/** One field of one row: what it was and what it became, as text that the database reads back. The same twice changes nothing. */
export type Step = { thing: MergeThing; id: string; field: string; was: string | null; became: string | null }

export type StepValue = string | number | boolean | Date | readonly string[] | null

export function textOf(value: StepValue): string | null {
  if (value === null) return null
  if (value instanceof Date) return value.toISOString()
  if (typeof value === "object") return `{${value.map((each) => `"${each.replace(/(["\\])/g, "\\$1")}"`).join(",")}}`
  return String(value)
}
