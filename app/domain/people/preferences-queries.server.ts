import type { Ctx } from "#app/platform/ctx.server.ts"
import type { Owner, Purpose, University } from "#app/platform/prisma-client/enums.ts"
import { readPreferencesToken } from "./preferences-link.server.ts"

/** What somebody can switch on their preferences page, by e-mail. */
export const subscriptions = [
  { university: "AUI", purpose: "news" },
  { university: "AUI", purpose: "events" },
  { university: "UM6P", purpose: "news" },
  { university: "UM6P", purpose: "events" },
] as const satisfies readonly { university: University; purpose: Purpose }[]

export type SubscriptionKey = `${University}-${"news" | "events"}`

export type Preferences = {
  /** The address the link was mailed to, as it was typed; null when the link does not say. */
  address: string | null
  /** The sender of the mail the link came with. */
  owner: Owner
  subscriptions: { key: SubscriptionKey; isOn: boolean }[]
}

/** What the preferences page of a token shows; null for a token that is none. */
export async function findPreferences(ctx: Ctx, token: string): Promise<Preferences | null> {
  const key = readPreferencesToken(ctx, token)
  if (key === null) return null
  const person = await ctx.db.person.findUnique({
    where: { id: key.personId },
    select: {
      contacts: { where: { kind: "email" }, select: { value: true, typed: true } },
      consents: { where: { channel: "email", withdrawnAt: null }, select: { university: true, purpose: true } },
    },
  })
  if (person === null) return null
  return {
    owner: key.owner,
    address: person.contacts.find(({ value }) => value === key.address)?.typed ?? null,
    subscriptions: subscriptions.map(({ university, purpose }) => ({
      key: `${university}-${purpose}`,
      isOn: person.consents.some((consent) => consent.university === university && consent.purpose === purpose),
    })),
  }
}
