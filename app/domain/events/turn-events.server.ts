import type { Ctx } from "#app/platform/ctx.server.ts"
import { publishCatalogue } from "#app/domain/catalogue/publish-catalogue.server.ts"

/**
 * Publishes again when an event has begun or ended within the last `minutes`: kept pages say where each stands. A turn
 * seen twice only renders the pages once more.
 */
export async function turnEvents(ctx: Ctx, minutes: number): Promise<{ hasTurned: boolean }> {
  const within = { gt: new Date(ctx.now().getTime() - minutes * 60_000), lte: ctx.now() }
  const turned = await ctx.db.publicEvent.findFirst({
    where: { OR: [{ startsAt: within }, { endsAt: within }] },
    select: { id: true },
  })
  if (turned === null) return { hasTurned: false }
  await ctx.transaction((tx) => publishCatalogue(tx))
  return { hasTurned: true }
}
