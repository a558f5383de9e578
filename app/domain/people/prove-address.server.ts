import type { Ctx } from "#app/platform/ctx.server.ts"
import { readToken, signToken } from "#app/platform/token.server.ts"
import { done, refuse, type Outcome } from "#app/platform/outcome.ts"
import { personBehind } from "./person-behind.server.ts"
import { lockContacts } from "./lock-contacts.server.ts"
import { wakeConsents } from "./wake-consents.server.ts"

const days = 24 * 3_600_000

/** The page whose button shows that its reader reads mail at `address` (compared form). It holds for 30 days. */
export function confirmLink(ctx: Ctx, { personId, address }: { personId: string; address: string }): string {
  const token = signToken(ctx.settings.secret, "confirm", { person: personId, address }, new Date(ctx.now().getTime() + 30 * days))
  return `${ctx.settings.publicUrl}/${ctx.language}/confirm/${token}`
}

/**
 * What the confirmation page shows: the address as typed, and whether the button has nothing left to do. Null for a token
 * that is none.
 */
export async function findConfirmation(
  ctx: Ctx,
  token: string,
): Promise<{ personId: string; address: string; typed: string; isProved: boolean } | null> {
  const data = readToken(ctx.settings.secret, "confirm", token, ctx.now())
  const address = data?.["address"]
  if (data?.["person"] === undefined || address === undefined) return null
  const personId = await personBehind(ctx.db, data["person"], address)
  const contact = await ctx.db.contact.findUnique({
    where: { personId_kind_value: { personId, kind: "email", value: address } },
    select: { typed: true, provedAt: true },
  })
  if (contact === null) return null
  // A proved address may have been typed again with new ticks: they too wait for the button.
  const asleep = await ctx.db.consent.findFirst({
    where: { personId, address, channel: "email", awakeAt: null, withdrawnAt: null, expiredAt: null },
    select: { id: true },
  })
  return { personId, address, typed: contact.typed, isProved: contact.provedAt !== null && asleep === null }
}

/**
 * Proves an address by the button of its confirmation page, and wakes the consents given for it. Pressing it again
 * changes nothing. Refusals: people.link-old.
 */
export async function proveAddress(ctx: Ctx, { token }: { token: string }): Promise<Outcome<void>> {
  const found = await findConfirmation(ctx, token)
  if (found === null) return refuse("people.link-old")
  const { personId, address } = found
  return ctx.transaction(async (tx) => {
    await lockContacts(tx, [address])
    const { count } = await tx.db.contact.updateMany({
      where: { personId, kind: "email", value: address, provedAt: null },
      data: { provedAt: ctx.now() },
    })
    await wakeConsents(ctx, tx, { personId, address })
    if (count === 1) await tx.record("contact.proved", { name: "person", id: personId }, { how: "link" })
    return done()
  })
}
