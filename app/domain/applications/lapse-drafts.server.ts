import type { Ctx } from "#app/platform/ctx.server.ts"
import { doorOf } from "./intake-door.ts"

const atOnce = 500

/**
 * Lets drafts rest whose admission year is over: every intake of that year has closed, so that none of their choices can
 * be sent any more. A year without any intake is still to come. Nothing that was written is deleted. Returns how many.
 */
export async function lapseDrafts(ctx: Ctx): Promise<number> {
  const years = await ctx.db.application.groupBy({ by: ["admissionYear"], where: { state: "draft" } })
  const over: number[] = []
  for (const { admissionYear } of years) {
    const intakes = await ctx.db.intake.findMany({
      where: { admissionYear },
      select: { opensAt: true, closesAt: true, isSample: true, programme: { select: { standing: true, isArchived: true } } },
    })
    const doors = intakes.map((intake) => doorOf(intake, ctx.now(), ctx.settings.isDemo))
    if (doors.length > 0 && doors.every((door) => door === "closed" || door === "sample")) over.push(admissionYear)
  }
  if (over.length === 0) return 0
  const drafts = await ctx.db.application.findMany({
    where: { state: "draft", admissionYear: { in: over } },
    orderBy: { id: "asc" },
    take: atOnce,
    select: { id: true, admissionYear: true },
  })
  let lapsed = 0
  for (const { id, admissionYear } of drafts) {
    const hasLapsed = await ctx.transaction(async (tx) => {
      const { count } = await tx.db.application.updateMany({ where: { id, state: "draft", admissionYear }, data: { state: "lapsed" } })
      if (count === 1) await tx.record("application.lapsed", { name: "application", id }, { admissionYear })
      return count === 1
    })
    if (hasLapsed) lapsed++
  }
  return lapsed
}
