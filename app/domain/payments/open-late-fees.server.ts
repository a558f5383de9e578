import type { Ctx } from "#app/platform/ctx.server.ts"
import { openFees } from "./open-fees.server.ts"

const lateMs = 15 * 60_000
const atOnce = 200

/** Opens fees that should stand a quarter of an hour after their choice was placed and do not. Returns how many. */
export async function openLateFees(ctx: Ctx): Promise<number> {
  const late = await ctx.db.choice.findMany({
    where: {
      university: { not: null },
      state: { not: "withdrawn" },
      placedAt: { lt: new Date(ctx.now().getTime() - lateMs) },
      payments: { none: {} },
      intake: { feeMinor: { gt: 0 } },
    },
    distinct: ["applicationId"],
    take: atOnce,
    select: { applicationId: true },
  })
  let opened = 0
  for (const { applicationId } of late) opened += await openFees(ctx, { applicationId })
  return opened
}
