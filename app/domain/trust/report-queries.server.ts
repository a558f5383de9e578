import type { Ctx } from "#app/platform/ctx.server.ts"
import { type Page, pageOf, readPageKey } from "#app/platform/page-key.ts"
import type { Report } from "#app/platform/prisma-client/client.ts"
import type { ReportState, University } from "#app/platform/prisma-client/enums.ts"

const size = 50

/** Reports within sight of a university: its own and those that concern both. */
const within = (university: University) => ({ about: { in: ["JOINT", university] as ("JOINT" | University)[] } })

/** Reports in a state, or in any but closed; the latest first. `before` is the `next` of the page above. */
export async function listReports(
  ctx: Ctx,
  { university, state, before }: { university: University; state: ReportState | null; before: string | null },
): Promise<Page<Report>> {
  const from = readPageKey(before)
  const rows = await ctx.db.report.findMany({
    where: {
      ...within(university),
      state: state ?? { not: "closed" },
      ...(from === null ? {} : { OR: [{ createdAt: { lt: from.at } }, { createdAt: from.at, id: { lt: from.id } }] }),
    },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: size + 1,
  })
  return pageOf(rows, size, ({ createdAt, id }) => ({ at: createdAt, id }))
}

export async function findReport(ctx: Ctx, { university, reportId }: { university: University; reportId: string }): Promise<Report | null> {
  return ctx.db.report.findFirst({ where: { id: reportId, ...within(university) } })
}

/** How many nobody has taken up yet. */
export async function countNewReports(ctx: Ctx, university: University): Promise<number> {
  return ctx.db.report.count({ where: { ...within(university), state: "new" } })
}
