import type { Purpose } from "#app/platform/prisma-client/enums.ts"

/** What somebody can switch on their preferences page, by e-mail. */
export const subscriptionPurposes = ["news", "events"] as const satisfies readonly Purpose[]
export const subscriptionKeys = ["AUI-news", "AUI-events", "UM6P-news", "UM6P-events"] as const
export type SubscriptionKey = (typeof subscriptionKeys)[number]
