import type { Ctx } from "#app/platform/ctx.server.ts"
import { done, refuse, type Outcome } from "#app/platform/outcome.ts"
import { codePoints, hasForbiddenCharacters, tidy } from "#app/platform/text.ts"
import { csvLine, csvStart } from "#app/domain/journal/csv.ts"
import { mostSheetRows, writeWorkbook } from "#app/domain/lists/write-workbook.server.ts"
import { staffMay, universityOf } from "#app/domain/people/permissions.ts"
import { languageFacts } from "#app/locales/languages.ts"
import { type ExportColumn, exportColumns, type ExportFormat, longestReason } from "./export-columns.ts"
import { type LeadFilter, leadQuery } from "./lead-filter.ts"
import { countLeads, listLeads } from "./lead-queries.server.ts"

const batch = 500

export type ExportInput = { filter: LeadFilter; columns: readonly ExportColumn[]; format: ExportFormat; reason: string }

/** How many leads an export would hold. */
export async function countExport(ctx: Ctx, { filter }: { filter: LeadFilter }): Promise<number> {
  const { actor } = ctx
  if (actor.kind !== "staff") return 0
  return countLeads(ctx, { university: universityOf(actor), personId: actor.personId, filter, cap: null })
}

/**
 * The filtered leads of the actor's university with the chosen columns, as CSV or as a workbook, page by page, so that a long
 * list is never in memory whole. The journal has who took what and for what, and how many, before the first byte leaves.
 * Refusals: not-allowed, leads.export-columns, leads.export-reason, field.control-characters, field.too-long, leads.export-too-long.
 */
export async function exportLeads(
  ctx: Ctx,
  { filter, columns: wanted, format, reason: said }: ExportInput,
): Promise<Outcome<ReadableStream<Uint8Array>>> {
  const { actor } = ctx
  if (actor.kind !== "staff" || !staffMay(actor, "leads.export", actor.university)) return refuse("not-allowed")
  const columns = exportColumns.filter((column) => wanted.includes(column))
  if (columns.length === 0) return refuse("leads.export-columns", { field: "columns" })
  const reason = tidy(said)
  if (codePoints(reason) < 3) return refuse("leads.export-reason", { field: "reason" })
  if (hasForbiddenCharacters(reason, false)) return refuse("field.control-characters", { field: "reason" })
  if (codePoints(reason) > longestReason)
    return refuse("field.too-long", { field: "reason", details: { max: longestReason, count: codePoints(reason) } })
  const university = universityOf(actor)
  const { personId } = actor
  const count = await countLeads(ctx, { university, personId, filter, cap: null })
  if (format === "xlsx" && count >= mostSheetRows)
    return refuse("leads.export-too-long", { field: "format", details: { max: mostSheetRows - 1 } })
  // What was searched for may be a name or a number: the journal keeps that there were words, not the words.
  const { words, ...rest } = filter
  await ctx.transaction((tx) =>
    tx.record(
      "leads.exported",
      { name: "export", id: ctx.id(), university },
      { filter: leadQuery(rest), hasWords: words !== undefined, count, columns, format, reason },
    ),
  )
  if (format === "csv") return done(csvStream(rows()))
  const isRightToLeft = languageFacts[ctx.language].direction === "rtl"
  return done(writeWorkbook(rows(), { name: ctx.t("desk.place.leads"), isRightToLeft }))

  async function* rows(): AsyncGenerator<(string | null)[]> {
    const { t } = ctx
    yield columns.map((column) => t(`desk.csv.${column}`))
    let after: string | null = null
    do {
      const page: Awaited<ReturnType<typeof listLeads>> = await listLeads(ctx, { university, personId, filter, after, size: batch })
      const people = await ctx.db.person.findMany({
        where: { id: { in: page.rows.map((row) => row.personId) } },
        select: {
          id: true,
          city: true,
          school: true,
          birthYear: true,
          birthDate: true,
          contacts: { orderBy: { createdAt: "asc" }, select: { kind: true, value: true, typed: true } },
          leads: { where: { university }, select: { tags: true, createdAt: true } },
        },
      })
      const personOf = new Map(people.map((person) => [person.id, person]))
      for (const row of page.rows) {
        const person = personOf.get(row.personId)
        const contact = (kind: "email" | "phone") => person?.contacts.find((one) => one.kind === kind)
        const cells: Record<ExportColumn, string | null> = {
          name: row.name,
          email: contact("email")?.typed ?? null,
          phone: contact("phone")?.value ?? null,
          country: row.country,
          city: person?.city ?? null,
          school: person?.school ?? null,
          language: row.language,
          birthYear: (person?.birthDate?.getUTCFullYear() ?? person?.birthYear)?.toString() ?? null,
          level: row.level === null ? null : t(`common.level.${row.level}`),
          fields: row.fields.map((field) => t(`common.field.${field}` as never)).join("; "),
          stage: t(`states.lead.${row.stage}`),
          owner: row.ownerName,
          tags: person?.leads[0]?.tags.join("; ") ?? null,
          created: person?.leads[0]?.createdAt.toISOString() ?? null,
          active: row.activeAt.toISOString(),
          id: row.id,
        }
        yield columns.map((column) => cells[column])
      }
      after = page.next
    } while (after !== null)
  }
}

/** Rows as CSV, some of them together. */
function csvStream(rows: AsyncGenerator<(string | null)[]>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  let isBegun = false
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      let text = isBegun ? "" : csvStart
      isBegun = true
      while (text.length < 65_536) {
        const next = await rows.next()
        if (next.done) {
          if (text !== "") controller.enqueue(encoder.encode(text))
          return controller.close()
        }
        text += csvLine(next.value)
      }
      controller.enqueue(encoder.encode(text))
    },
    async cancel() {
      await rows.return(undefined)
    },
  })
}
