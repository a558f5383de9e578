import { randomBytes } from "node:crypto"
import type { Ctx } from "#app/platform/ctx.server.ts"
import { done, refuse, type Outcome } from "#app/platform/outcome.ts"
import type { Owner } from "#app/platform/prisma-client/enums.ts"
import { isCheckCode, tidyCheckCode } from "#app/platform/reference.ts"
import { latinDigits } from "#app/platform/text.ts"
import { eventTextOf } from "#app/domain/events/event-texts.ts"
import { hashSecret } from "#app/domain/people/find-actor.server.ts"
import { openingRules } from "./kiosk-rules.ts"
import { passSecret, signsOf } from "./pass.server.ts"
import { pinHash } from "./pin-hash.server.ts"

export type OpenedTablet = {
  number: number
  token: string
  /** What its passes begin with, and the key that they are signed by. */
  tag: string
  passKey: string
  publicUrl: string
  event: { title: { en: string; fr: string; ar: string }; country: string; owner: Owner }
  expiresAt: string
}

/**
 * Opens a tablet with the code and the PIN of a kiosk: it gets a token of its own to send with. After five wrong PINs in a
 * row a kiosk waits a quarter of an hour, whoever tries. Refusals: kiosk.wrong, kiosk.tries-too-many (`minutes`).
 */
export async function openTablet(ctx: Ctx, typed: { code: string; pin: string }): Promise<Outcome<OpenedTablet>> {
  const code = tidyCheckCode(typed.code)
  const pin = latinDigits(typed.pin).replace(/\D/g, "")
  if (!isCheckCode(code)) return refuse("kiosk.wrong")
  const now = ctx.now()
  const { tries, waitMinutes } = openingRules
  return ctx.transaction(async (tx) => {
    await tx.db.$executeRaw`select id from kiosk where code = ${code} for update`
    const kiosk = await tx.db.kiosk.findUnique({ where: { code }, include: { publicEvent: true } })
    if (kiosk === null || kiosk.closedAt !== null || kiosk.expiresAt <= now) return refuse("kiosk.wrong")
    const freeAt = (kiosk.triedAt?.getTime() ?? 0) + waitMinutes * 60_000
    const isFree = freeAt <= now.getTime()
    if (kiosk.tries >= tries && !isFree) {
      return refuse("kiosk.tries-too-many", { details: { minutes: Math.ceil((freeAt - now.getTime()) / 60_000) } })
    }
    if (pinHash(ctx, { id: kiosk.id, pin }) !== kiosk.pinHash) {
      const counted = isFree ? 1 : kiosk.tries + 1
      await tx.db.kiosk.update({ where: { id: kiosk.id }, data: { tries: counted, triedAt: now }, select: { id: true } })
      return refuse("kiosk.wrong")
    }
    await tx.db.kiosk.update({ where: { id: kiosk.id }, data: { tries: 0 }, select: { id: true } })
    const tabletId = ctx.id()
    const token = randomBytes(32).toString("base64url")
    const tag = signsOf(randomBytes(8))
    const number = (await tx.db.tablet.count({ where: { kioskId: kiosk.id } })) + 1
    await tx.db.tablet.create({
      data: { id: tabletId, kioskId: kiosk.id, number, tag, tokenHash: hashSecret(token), lastSeenAt: now, createdAt: now },
      select: { id: true },
    })
    await tx.record("kiosk.opened", { name: "kiosk", id: kiosk.id, university: kiosk.university }, { tabletId })
    const { title, country, owner } = kiosk.publicEvent
    return done({
      number,
      token,
      tag,
      passKey: passSecret(ctx, tag),
      publicUrl: ctx.settings.publicUrl,
      event: { title: eventTextOf(title), country, owner },
      expiresAt: kiosk.expiresAt.toISOString(),
    })
  })
}
