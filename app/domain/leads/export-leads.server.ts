import type { Ctx } from "#app/platform/ctx.server.ts"
import { done, type Outcome, refuse } from "#app/platform/outcome.ts"
import { csvLine, csvStart } from "#app/domain/journal/csv.ts"
import { staffMay, universityOf } from "#app/domain/people/permissions.ts"
import { type LeadFilter, leadQuery } from "./lead-filter.ts"
import { countLeads, listLeads } from "./lead-queries.server.ts"

const batch = 500

/**
 * The filtered leads of the actor's university as CSV, page by page, so that a long list is never in memory whole. The
 * journal has who took what, and how many, before the first byte leaves.
 * Refusals: not-allowed.
 */
export async function exportLeads(ctx: Ctx, { filter }: { filter: LeadFilter }): Promise<Outcome<AsyncGenerator<string>>> {
  const { actor } = ctx
  if (actor.kind !== "staff" || !staffMay(actor, "leads.export", actor.university)) return refuse("not-allowed")
  const university = universityOf(actor)
  const { personId } = actor
  const count = await countLeads(ctx, { university, personId, filter, cap: null })
  // What was searched for may be a name or a number: the journal keeps that there were words, not the words.
  const { words, ...rest } = filter
  await ctx.transaction((tx) =>
    tx.record(
      "leads.exported",
      { name: "export", id: ctx.id(), university },
      { filter: leadQuery(rest), hasWords: words !== undefined, count },
    ),
  )
  return done(lines())

  async function* lines(): AsyncGenerator<string> {
    const { t } = ctx
    yield (
      csvStart +
        csvLine(
          ["name", "email", "phone", "country", "language", "level", "fields", "stage", "owner", "active", "id"].map((key) =>
            t(`desk.csv.${key}` as never),
          ),
        )
    )
    let after: string | null = null
    do {
      const page: Awaited<ReturnType<typeof listLeads>> = await listLeads(ctx, { university, personId, filter, after, size: batch })
      const contacts = await ctx.db.contact.findMany({
        where: { personId: { in: page.rows.map((row) => row.personId) } },
        orderBy: { createdAt: "asc" },
        select: { personId: true, kind: true, value: true, typed: true },
      })
      const firstOf = (id: string, kind: "email" | "phone") => contacts.find((contact) => contact.personId === id && contact.kind === kind)
      yield page.rows
        .map((row) =>
          csvLine([
            row.name,
            firstOf(row.personId, "email")?.typed ?? null,
            firstOf(row.personId, "phone")?.value ?? null,
            row.country,
            row.language,
            row.level === null ? null : t(`common.level.${row.level}`),
            row.fields.map((field) => t(`common.field.${field}` as never)).join("; "),
            t(`states.lead.${row.stage}`),
            row.ownerName,
            row.activeAt.toISOString(),
            row.id,
          ]),
        )
        .join("")
      after = page.next
    } while (after !== null)
  }
}
