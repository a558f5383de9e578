import type { Ctx } from "#app/platform/ctx.server.ts"
import { done, type Outcome, refuse } from "#app/platform/outcome.ts"
import { csvLine, csvStart } from "#app/domain/journal/csv.ts"
import { staffMay, universityOf } from "#app/domain/people/permissions.ts"
import { type ChoiceFilter, choiceQuery } from "./choice-filter.ts"
import { countChoices, listChoices } from "./choice-queries.server.ts"

const batch = 500

/**
 * The filtered choices of the actor's university as CSV, page by page. The journal has who took what, and how many,
 * before the first byte leaves.
 * Refusals: not-allowed.
 */
export async function exportChoices(ctx: Ctx, { filter }: { filter: ChoiceFilter }): Promise<Outcome<AsyncGenerator<string>>> {
  const { actor } = ctx
  if (actor.kind !== "staff" || !staffMay(actor, "choices.export", actor.university)) return refuse("not-allowed")
  const university = universityOf(actor)
  const { personId } = actor
  const count = await countChoices(ctx, { university, personId, filter, isExact: true })
  const { words, ...rest } = filter
  await ctx.transaction((tx) =>
    tx.record(
      "choices.exported",
      { name: "export", id: ctx.id(), university },
      { filter: choiceQuery(rest), hasWords: words !== undefined, count },
    ),
  )
  return done(lines())

  async function* lines(): AsyncGenerator<string> {
    const { t } = ctx
    yield (
      csvStart +
        csvLine(
          ["reference", "name", "email", "phone", "country", "programme", "level", "state", "owner", "moved", "id"].map((key) =>
            t(`desk.csv.${key}` as never),
          ),
        )
    )
    let after: string | null = null
    do {
      const page: Awaited<ReturnType<typeof listChoices>> = await listChoices(ctx, { university, personId, filter, after, size: batch })
      const contacts = await ctx.db.contact.findMany({
        where: { personId: { in: page.rows.map((row) => row.personId) } },
        orderBy: { createdAt: "asc" },
        select: { personId: true, kind: true, value: true, typed: true },
      })
      const firstOf = (id: string, kind: "email" | "phone") => contacts.find((contact) => contact.personId === id && contact.kind === kind)
      yield page.rows
        .map((row) =>
          csvLine([
            row.applicationReference,
            row.name,
            firstOf(row.personId, "email")?.typed ?? null,
            firstOf(row.personId, "phone")?.value ?? null,
            row.country,
            row.programme,
            t(`common.level.${row.level}`),
            t(`states.choice.desk.${row.state}`),
            row.ownerName,
            row.movedAt.toISOString(),
            row.id,
          ]),
        )
        .join("")
      after = page.next
    } while (after !== null)
  }
}
