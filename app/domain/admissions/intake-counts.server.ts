import type { Ctx } from "#app/platform/ctx.server.ts"
import type { University } from "#app/platform/prisma-client/enums.ts"
import { textIn } from "#app/domain/catalogue/catalogue-texts.ts"

/**
 * Intakes that still take applications or soon will, with how many choices have come to the university (to both for the
 * alliance, null). Numbers only.
 */
export async function countIntakes(ctx: Ctx, university: University | null) {
  const rows = await ctx.db.intake.findMany({
    where: { closesAt: { gt: ctx.now() }, ...(university === null ? {} : { owner: { in: [university, "JOINT"] } }) },
    orderBy: [{ closesAt: "asc" }, { id: "asc" }],
    take: 40,
    select: {
      id: true,
      owner: true,
      startsOn: true,
      closesAt: true,
      seats: true,
      isSample: true,
      programme: { select: { title: true } },
      _count: { select: { choices: { where: { state: { not: "listed" }, ...(university === null ? {} : { university }) } } } },
    },
  })
  return rows.map(({ programme, _count, ...row }) => ({ ...row, title: textIn(ctx.language, programme.title), received: _count.choices }))
}
