import type { Channel, Purpose, University } from "#app/platform/prisma-client/enums.ts"

/*
 * What somebody can say yes to, each by a key: `AUI-email-news`, `UM6P-call-events`, and `AUI-share`, that one university
 * may show the other what it has of them.
 */

export const universities = ["AUI", "UM6P"] as const satisfies readonly University[]
export const channels = ["email", "whatsapp", "sms", "call"] as const satisfies readonly Channel[]
export const subscriptionPurposes = ["news", "events"] as const satisfies readonly Purpose[]

export type SubscriptionKey = `${University}-${Channel}-${(typeof subscriptionPurposes)[number]}` | `${University}-share`
export type Permitted = { university: University; channel: Channel; purpose: Purpose }

export const subscriptionKeys: readonly SubscriptionKey[] = [
  ...channels.flatMap((channel) =>
    universities.flatMap((university) => subscriptionPurposes.map((purpose): SubscriptionKey => `${university}-${channel}-${purpose}`)),
  ),
  ...universities.map((university): SubscriptionKey => `${university}-share`),
]

/** The key of a permission; sharing has one, whatever the channel it was given by. */
export function keyOf({ university, channel, purpose }: Permitted): SubscriptionKey {
  return purpose === "share" ? `${university}-share` : `${university}-${channel}-${purpose}`
}

const permissions = new Map<SubscriptionKey, Permitted>([
  ...channels.flatMap((channel) =>
    universities.flatMap((university) =>
      subscriptionPurposes.map((purpose): [SubscriptionKey, Permitted] => [
        `${university}-${channel}-${purpose}`,
        { university, channel, purpose },
      ]),
    ),
  ),
  ...universities.map((university): [SubscriptionKey, Permitted] => [
    `${university}-share`,
    { university, channel: "email", purpose: "share" },
  ]),
])

/** What a key permits; null for what is none of ours. */
export function permittedBy(key: string): Permitted | null {
  const known = subscriptionKeys.find((one) => one === key)
  return known === undefined ? null : (permissions.get(known) ?? null)
}

/** Whether it reaches a phone: it then needs a number, and sleeps until an officer has called it. */
export function isByPhone(channel: Channel): boolean {
  return channel !== "email"
}
