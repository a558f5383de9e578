import type { Ctx } from "#app/platform/ctx.server.ts"
import { done, type Outcome, refuse } from "#app/platform/outcome.ts"
import { staffMay, universityOf } from "#app/domain/people/permissions.ts"
import { findReport } from "./report-queries.server.ts"
import { reportThing } from "./report-thing.ts"

/** Somebody of the staff takes a new report up. Refusals: not-allowed, not-found, changed-meanwhile. */
export async function lookIntoReport(ctx: Ctx, { reportId }: { reportId: string }): Promise<Outcome<undefined>> {
  const { actor } = ctx
  if (actor.kind !== "staff" || !staffMay(actor, "reports.work", actor.university)) return refuse("not-allowed")
  const report = await findReport(ctx, { university: universityOf(actor), reportId })
  if (report === null) return refuse("not-found")
  return ctx.transaction(async (tx) => {
    const { count } = await tx.db.report.updateMany({ where: { id: reportId, state: "new" }, data: { state: "looking" } })
    if (count === 0) return refuse("changed-meanwhile")
    await tx.record("report.looked-into", reportThing(report))
    return done()
  })
}
