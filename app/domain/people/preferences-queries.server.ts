import type { Ctx } from "#app/platform/ctx.server.ts"
import type { Owner } from "#app/platform/prisma-client/enums.ts"
import { historyOf, isLiving, type LedgerMoment } from "./consent-history.ts"
import { isMinor } from "./majority.ts"
import { personBehind } from "./person-behind.server.ts"
import { readPreferencesToken } from "./preferences-link.server.ts"
import { keyOf, subscriptionKeys, type SubscriptionKey } from "./subscriptions.ts"

export type Preferences = {
  /** The address the link was mailed to, as it was typed; null when the link does not say. */
  address: string | null
  /** The sender of the mail the link came with. */
  owner: Owner
  on: SubscriptionKey[]
  /** Of these, what waits until its address or number is confirmed. */
  asleep: SubscriptionKey[]
  /** Their number but for its last two digits, which whoever typed an address of theirs may not learn; null without one. */
  phone: { end: string; isProved: boolean } | null
  isMinor: boolean
  history: LedgerMoment[]
}

/** What the preferences page of a token shows; null for a token that is none. */
export async function findPreferences(ctx: Ctx, token: string): Promise<Preferences | null> {
  const key = readPreferencesToken(ctx, token)
  if (key === null) return null
  const person = await ctx.db.person.findUnique({
    where: { id: await personBehind(ctx.db, key.personId, key.address) },
    select: {
      birthDate: true,
      birthYear: true,
      contacts: { orderBy: { createdAt: "desc" }, select: { kind: true, value: true, typed: true, provedAt: true } },
      consents: { orderBy: { givenAt: "asc" } },
    },
  })
  if (person === null) return null
  const living = person.consents.filter(isLiving)
  const on = subscriptionKeys.filter((one) => living.some((consent) => keyOf(consent) === one))
  const phones = person.contacts.filter(({ kind }) => kind === "phone")
  const phone = phones.find(({ provedAt }) => provedAt !== null) ?? phones[0]
  return {
    owner: key.owner,
    address: person.contacts.find(({ kind, value }) => kind === "email" && value === key.address)?.typed ?? null,
    on,
    asleep: on.filter((one) => !living.some((consent) => keyOf(consent) === one && consent.awakeAt !== null)),
    phone: phone === undefined ? null : { end: phone.value.slice(-2), isProved: phone.provedAt !== null },
    isMinor: isMinor(person, ctx.now()),
    history: historyOf(person.consents),
  }
}
