import type { Ctx } from "#app/platform/ctx.server.ts"
import { done, refuse, type Outcome } from "#app/platform/outcome.ts"
import { kioskPlace } from "./kiosk-place.server.ts"

/** Ends a kiosk at once: no tablet opens with it any more, and none that did sends. Refusals: not-allowed, not-found. */
export async function closeKiosk(ctx: Ctx, { kioskId }: { kioskId: string }): Promise<Outcome<undefined>> {
  const place = kioskPlace(ctx)
  if (place.refused) return place
  const { university } = place.done
  return ctx.transaction(async (tx) => {
    const kiosk = await tx.db.kiosk.findFirst({ where: { id: kioskId, university }, select: { id: true } })
    if (kiosk === null) return refuse("not-found")
    const { count } = await tx.db.kiosk.updateMany({ where: { id: kioskId, closedAt: null }, data: { closedAt: ctx.now() } })
    if (count === 1) await tx.record("kiosk.closed", { name: "kiosk", id: kioskId, university })
    return done()
  })
}
