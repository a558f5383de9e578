import type { Ctx } from "#app/platform/ctx.server.ts"
import { done, type Outcome, refuse } from "#app/platform/outcome.ts"
import { staffMay, universityOf } from "#app/domain/people/permissions.ts"
import type { ReportVerdict } from "#app/platform/prisma-client/enums.ts"
import { findReport } from "./report-queries.server.ts"
import { reportThing } from "./report-thing.ts"

/**
 * Closes a report with what was found out and words for the desk. Whoever left an address learns what was found, in
 * sentences of ours alone: the address is proved by nobody. Refusals: not-allowed, not-found, changed-meanwhile.
 */
export async function closeReport(
  ctx: Ctx,
  { reportId, verdict, words }: { reportId: string; verdict: ReportVerdict; words: string },
): Promise<Outcome<undefined>> {
  const { actor } = ctx
  if (actor.kind !== "staff" || !staffMay(actor, "reports.work", actor.university)) return refuse("not-allowed")
  const report = await findReport(ctx, { university: universityOf(actor), reportId })
  if (report === null) return refuse("not-found")
  return ctx.transaction(async (tx) => {
    const { count } = await tx.db.report.updateMany({
      where: { id: reportId, state: { in: ["new", "looking"] } },
      data: { state: "closed", verdict, words, closedAt: ctx.now() },
    })
    if (count === 0) return refuse("changed-meanwhile")
    const thing = reportThing(report)
    if (report.emailTyped !== null) {
      await tx.mail("report-closed", {
        sender: report.about,
        to: report.emailTyped,
        language: report.language,
        props: { verdict },
        thing,
      })
    }
    await tx.record("report.closed", thing, { verdict })
    return done()
  })
}
