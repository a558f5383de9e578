import type { Ctx, TabletActor } from "#app/platform/ctx.server.ts"
import { done, refuse, type Outcome } from "#app/platform/outcome.ts"
import { hashSecret } from "#app/domain/people/find-actor.server.ts"

/** Whose token an `Authorization` header carries. Refusals: kiosk.token-missing, kiosk.token-ended. */
export async function admitTablet(ctx: Ctx, authorization: string | null): Promise<Outcome<{ actor: TabletActor }>> {
  const token = /^bearer +(\S{1,200})$/i.exec(authorization ?? "")?.[1]
  if (token === undefined) return refuse("kiosk.token-missing")
  const now = ctx.now()
  const tablet = await ctx.db.tablet.findUnique({
    where: { tokenHash: hashSecret(token), revokedAt: null, kiosk: { closedAt: null, expiresAt: { gt: now } } },
    select: { id: true, kioskId: true, kiosk: { select: { publicEventId: true } } },
  })
  if (tablet === null) return refuse("kiosk.token-ended")
  await ctx.db.tablet.update({ where: { id: tablet.id }, data: { lastSeenAt: now }, select: { id: true } })
  return done({ actor: { kind: "tablet", tabletId: tablet.id, kioskId: tablet.kioskId, eventId: tablet.kiosk.publicEventId } })
}
