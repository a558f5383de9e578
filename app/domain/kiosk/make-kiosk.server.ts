import { randomBytes, randomInt } from "node:crypto"
import type { Ctx } from "#app/platform/ctx.server.ts"
import { done, refuse, type Outcome } from "#app/platform/outcome.ts"
import { makeCheckCode } from "#app/platform/reference.ts"
import { findOwnEvent } from "#app/domain/events/find-own-event.server.ts"
import { dayMs, sendingDays } from "./kiosk-rules.ts"
import { pinHash } from "./pin-hash.server.ts"

/**
 * Makes a code and a PIN for the tablets of an event. The PIN, eight digits, is in the answer and nowhere else.
 * Refusals: not-allowed, not-found, events.cancelled, kiosk.too-late.
 */
export async function makeKiosk(
  ctx: Ctx,
  { eventId }: { eventId: string },
): Promise<Outcome<{ kioskId: string; code: string; pin: string }>> {
  const found = await findOwnEvent(ctx, eventId, "events.attend")
  if (found.refused) return found
  const { event, university } = found.done
  if (event.standing === "cancelled") return refuse("events.cancelled")
  const expiresAt = new Date(event.endsAt.getTime() + sendingDays * dayMs)
  if (expiresAt <= ctx.now()) return refuse("kiosk.too-late")
  const kioskId = ctx.id()
  const code = makeCheckCode(randomBytes(8))
  const pin = String(randomInt(100_000_000)).padStart(8, "0")
  return ctx.transaction(async (tx) => {
    await tx.db.kiosk.create({
      data: {
        id: kioskId,
        university,
        publicEventId: eventId,
        code,
        pinHash: pinHash(ctx, { id: kioskId, pin }),
        expiresAt,
        createdAt: ctx.now(),
      },
      select: { id: true },
    })
    await tx.record("kiosk.made", { name: "kiosk", id: kioskId, university }, { eventId })
    return done({ kioskId, code, pin })
  })
}
