import { z } from "zod"
import { type ListColumn, listColumns } from "#app/domain/lists/headings.ts"
import { encodings } from "#app/domain/lists/text-encoding.ts"
import { delimiters } from "#app/domain/lists/separated-text.ts"
import type { ListFormat } from "#app/domain/lists/read-list.server.ts"
import type { DateOrder } from "#app/domain/lists/cell-values.ts"

/*
 * What an import keeps as JSON and as plain text, in the forms that the code knows them by.
 */

const formats = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("csv"), encoding: z.enum(encodings), delimiter: z.enum(delimiters), headings: z.int() }),
  z.object({ kind: z.literal("xlsx"), sheet: z.int(), sheets: z.array(z.string()), headings: z.int() }),
])

export function formatOf(kept: { format: unknown }): ListFormat {
  return formats.parse(kept.format)
}

/** What each column holds; null for what is left out. */
export function mappingOf(kept: { mapping: readonly string[] }): (ListColumn | null)[] {
  return kept.mapping.map((column) => listColumns.find((known) => known === column) ?? null)
}

export function dateOrderOf(kept: { dateOrder: string }): DateOrder {
  return kept.dateOrder === "mdy" ? "mdy" : "dmy"
}

const problems = z.object({ code: z.string(), details: z.record(z.string(), z.union([z.string(), z.number()])).optional() })

/** Why an import failed; null for one that did not. */
export function problemOf(kept: { problem: unknown }): { code: string; details?: Record<string, string | number> } | null {
  const read = problems.safeParse(kept.problem)
  if (!read.success) return null
  return { code: read.data.code, ...(read.data.details === undefined ? {} : { details: read.data.details }) }
}

const samples = z.array(z.array(z.string()))

/** The first rows of the file, as they are shown beside the columns. */
export function sampleOf(kept: { sample: unknown }): string[][] {
  const read = samples.safeParse(kept.sample)
  return read.success ? read.data : []
}
