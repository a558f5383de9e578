import type { Ctx } from "#app/platform/ctx.server.ts"
import { readToken, signToken } from "#app/platform/token.server.ts"
import { done, refuse, type Outcome } from "#app/platform/outcome.ts"
import { personBehind } from "./person-behind.server.ts"
import { holdPersonBehind } from "./hold-person-behind.server.ts"
import { wakeConsents } from "./wake-consents.server.ts"

const days = 24 * 3_600_000

/** The page whose button shows that its reader reads mail at `address` (compared form). It holds for 30 days. */
export function confirmLink(ctx: Ctx, { personId, address }: { personId: string; address: string }): string {
  const token = signToken(ctx.settings.secret, "confirm", { person: personId, address }, new Date(ctx.now().getTime() + 30 * days))
  return `${ctx.settings.publicUrl}/${ctx.language}/confirm/${token}`
}

/** What a token of the confirmation page says; null for a token that is none. */
function readConfirmation(ctx: Ctx, token: string): { personId: string; address: string } | null {
  const { person: personId, address } = readToken(ctx.settings.secret, "confirm", token, ctx.now()) ?? {}
  return personId === undefined || address === undefined ? null : { personId, address }
}

/**
 * What the confirmation page shows: the address as typed, and whether the button has nothing left to do. Null for a token
 * that is none.
 */
export async function findConfirmation(ctx: Ctx, token: string): Promise<{ typed: string; isProved: boolean } | null> {
  const said = readConfirmation(ctx, token)
  if (said === null) return null
  const { address } = said
  const personId = await personBehind(ctx.db, said.personId, address)
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
  return { typed: contact.typed, isProved: contact.provedAt !== null && asleep === null }
}

/**
 * Proves an address by the button of its confirmation page, and wakes the consents given for it. Pressing it again
 * changes nothing. Who has the address at this moment has proved it, whoever they have been found to be. Refusals:
 * people.link-old.
 */
export async function proveAddress(ctx: Ctx, { token }: { token: string }): Promise<Outcome<void>> {
  const said = readConfirmation(ctx, token)
  if (said === null) return refuse("people.link-old")
  const { address } = said
  return ctx.transaction(async (tx) => {
    const personId = await holdPersonBehind(tx, said.personId, address)
    const of = { personId, kind: "email", value: address } as const
    if ((await tx.db.contact.findUnique({ where: { personId_kind_value: of }, select: { id: true } })) === null)
      return refuse("people.link-old")
    const { count } = await tx.db.contact.updateMany({ where: { ...of, provedAt: null }, data: { provedAt: ctx.now() } })
    await wakeConsents(ctx, tx, { personId, address })
    if (count === 1) await tx.record("contact.proved", { name: "person", id: personId }, { how: "link" })
    return done()
  })
}
