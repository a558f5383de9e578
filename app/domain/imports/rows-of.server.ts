import type { Ctx } from "#app/platform/ctx.server.ts"
import type { LeadImport } from "#app/platform/prisma-client/client.ts"
import { BrokenList, type ListRecord, readList } from "#app/domain/lists/read-list.server.ts"
import { dateOrderOf, formatOf, mappingOf } from "./found-import.ts"
import { type Fault, type ListRow, readRow } from "./list-row.server.ts"

export type CheckedRow = { record: ListRecord; row: ListRow | null; faults: Fault[] }

/**
 * The rows of an import's file, read by its mapping, a few at a time: the same rows in the same parts each time. The first
 * `after` rows are passed over. A year of birth is judged by the day the list came, so that no row changes its mind.
 */
export async function* rowsOf(
  ctx: Ctx,
  list: LeadImport,
  { size, after = 0 }: { size: number; after?: number },
): AsyncGenerator<CheckedRow[]> {
  const file = list.fileKey === null ? null : await ctx.outside.storage.get(list.fileKey)
  if (file === null) throw new BrokenList({ code: "imports.file-gone" })
  const reading = { mapping: mappingOf(list), country: list.country, dateOrder: dateOrderOf(list), today: list.createdAt }
  let number = 0
  let part: CheckedRow[] = []
  for await (const record of readList(file, formatOf(list))) {
    if (++number <= after) continue
    part.push({ record, ...readRow(record, reading) })
    if (part.length === size) {
      yield part
      part = []
    }
  }
  if (part.length > 0) yield part
}
