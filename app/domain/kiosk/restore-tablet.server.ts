import type { Ctx } from "#app/platform/ctx.server.ts"
import { done, refuse, type Outcome } from "#app/platform/outcome.ts"
import { kioskPlace } from "./kiosk-place.server.ts"

/** Lets a tablet that was ended send again: it was found, and its entries wait on it. Refusals: not-allowed, not-found. */
export async function restoreTablet(ctx: Ctx, { tabletId }: { tabletId: string }): Promise<Outcome<undefined>> {
  const place = kioskPlace(ctx)
  if (place.refused) return place
  const { university } = place.done
  return ctx.transaction(async (tx) => {
    const tablet = await tx.db.tablet.findFirst({ where: { id: tabletId, kiosk: { university } }, select: { kioskId: true } })
    if (tablet === null) return refuse("not-found")
    const { count } = await tx.db.tablet.updateMany({ where: { id: tabletId, revokedAt: { not: null } }, data: { revokedAt: null } })
    if (count === 1) await tx.record("kiosk.tablet-restored", { name: "kiosk", id: tablet.kioskId, university }, { tabletId })
    return done()
  })
}
