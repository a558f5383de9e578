import type { Ctx } from "#app/platform/ctx.server.ts"
import { done, refuse, type Outcome } from "#app/platform/outcome.ts"
import { kioskPlace } from "./kiosk-place.server.ts"
import { dayMs, sendingDays } from "./kiosk-rules.ts"

/**
 * Lets the tablets of a kiosk send for two more weeks from now, also when it was closed or had expired: entries that wait
 * on one that came home late are not lost. Refusals: not-allowed, not-found.
 */
export async function extendKiosk(ctx: Ctx, { kioskId }: { kioskId: string }): Promise<Outcome<undefined>> {
  const place = kioskPlace(ctx)
  if (place.refused) return place
  const { university } = place.done
  const until = new Date(ctx.now().getTime() + sendingDays * dayMs)
  return ctx.transaction(async (tx) => {
    const kiosk = await tx.db.kiosk.findFirst({ where: { id: kioskId, university }, select: { expiresAt: true } })
    if (kiosk === null) return refuse("not-found")
    const expiresAt = kiosk.expiresAt > until ? kiosk.expiresAt : until
    await tx.db.kiosk.update({ where: { id: kioskId }, data: { expiresAt, closedAt: null }, select: { id: true } })
    await tx.record("kiosk.extended", { name: "kiosk", id: kioskId, university })
    return done()
  })
}
