import type { Ctx } from "#app/platform/ctx.server.ts"
import { uniqueViolation } from "#app/platform/db.server.ts"
import { done, refuse, type Outcome } from "#app/platform/outcome.ts"
import { findOpenYear } from "./open-year.server.ts"
import { lockOwnApplication } from "./own-application.server.ts"

/**
 * The candidate takes a draft that lapsed up again, with all they wrote, when an intake is open: of its own admission year,
 * else of the nearest that is. Choices stay in it until the candidate takes them out; sending judges them again.
 *
 * Refuses with `not-allowed`, `applications.not-started`, `applications.not-lapsed`, `applications.nothing-open`,
 * `changed-meanwhile`.
 */
export async function takeUpApplication(ctx: Ctx): Promise<Outcome<{ admissionYear: number }>> {
  const { actor } = ctx
  if (actor.kind !== "candidate") return refuse("not-allowed")
  const latest = await ctx.db.application.findFirst({
    where: { personId: actor.personId },
    orderBy: { admissionYear: "desc" },
    select: { admissionYear: true },
  })
  if (latest === null) return refuse("applications.not-started")
  const admissionYear = await findOpenYear(ctx, latest.admissionYear)
  if (admissionYear === null) return refuse("applications.nothing-open")
  try {
    return await ctx.transaction(async (tx) => {
      const application = await lockOwnApplication(tx, actor.personId)
      if (application === null) return refuse("applications.not-started")
      if (application.state !== "lapsed") return refuse("applications.not-lapsed")
      const { id } = application
      await tx.db.application.update({ where: { id, state: "lapsed" }, data: { state: "draft", admissionYear }, select: { id: true } })
      await tx.record("application.taken-up", { name: "application", id }, { from: application.admissionYear, admissionYear })
      return done({ admissionYear })
    })
  } catch (error) {
    if (uniqueViolation(error) !== null) return refuse("changed-meanwhile")
    throw error
  }
}
