import type { Ctx } from "#app/platform/ctx.server.ts"
import { publishCatalogue } from "./publish-catalogue.server.ts"

/**
 * Publishes again when an intake has opened or closed within the last `minutes`: kept pages say where each intake
 * stands. A turn seen twice only renders the pages once more.
 */
export async function turnCatalogue(ctx: Ctx, minutes: number): Promise<{ hasTurned: boolean }> {
  const within = { gt: new Date(ctx.now().getTime() - minutes * 60_000), lte: ctx.now() }
  const turned = await ctx.db.intake.findFirst({ where: { OR: [{ opensAt: within }, { closesAt: within }] }, select: { id: true } })
  if (turned === null) return { hasTurned: false }
  await ctx.transaction((tx) => publishCatalogue(tx))
  return { hasTurned: true }
}
