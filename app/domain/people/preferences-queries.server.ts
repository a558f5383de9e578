import type { Ctx } from "#app/platform/ctx.server.ts"
import type { Owner } from "#app/platform/prisma-client/enums.ts"
import { isMinor } from "./majority.ts"
import { personBehind } from "./person-behind.server.ts"
import { readPreferencesToken } from "./preferences-link.server.ts"
import { subscriptionKeys, type SubscriptionKey } from "./subscriptions.ts"

export type Preferences = {
  /** The address the link was mailed to, as it was typed; null when the link does not say. */
  address: string | null
  /** The sender of the mail the link came with. */
  owner: Owner
  on: SubscriptionKey[]
  isMinor: boolean
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
      contacts: { where: { kind: "email" }, select: { value: true, typed: true } },
      consents: { where: { channel: "email", withdrawnAt: null }, select: { university: true, purpose: true } },
    },
  })
  if (person === null) return null
  return {
    owner: key.owner,
    address: person.contacts.find(({ value }) => value === key.address)?.typed ?? null,
    on: subscriptionKeys.filter((one) => person.consents.some(({ university, purpose }) => one === `${university}-${purpose}`)),
    isMinor: isMinor(person, ctx.now()),
  }
}
