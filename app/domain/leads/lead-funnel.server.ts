import type { Ctx } from "#app/platform/ctx.server.ts"
import type { LeadStage, University } from "#app/platform/prisma-client/enums.ts"

export type FunnelCell = { country: string | null; stage: LeadStage; count: number }

/** How many leads of a university stand at each stage, by country. Numbers only: whoever reads them sees no person. */
export async function countFunnel(ctx: Ctx, university: University): Promise<FunnelCell[]> {
  const rows = await ctx.db.lead.groupBy({ by: ["country", "stage"], where: { university, setAsideBy: null }, _count: { _all: true } })
  return rows.map((row) => ({ country: row.country, stage: row.stage, count: row._count._all }))
}
