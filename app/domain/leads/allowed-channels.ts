import type { Channel, Purpose } from "#app/platform/prisma-client/enums.ts"

type Given = { channel: Channel; purpose: Purpose; awakeAt: Date | null; withdrawnAt: Date | null; expiredAt: Date | null }

/**
 * What may be sent to a candidate beside an answer: each channel and purpose they have agreed to once, in force or still
 * asleep. What was withdrawn or has expired is not among them. An answer needs no consent.
 */
export function allowedChannels(consents: readonly Given[]): { channel: Channel; purpose: Purpose; isInForce: boolean }[] {
  const found = new Map<string, { channel: Channel; purpose: Purpose; isInForce: boolean }>()
  for (const { channel, purpose, awakeAt, withdrawnAt, expiredAt } of consents) {
    if (withdrawnAt !== null || expiredAt !== null) continue
    const key = `${channel} ${purpose}`
    found.set(key, { channel, purpose, isInForce: awakeAt !== null || (found.get(key)?.isInForce ?? false) })
  }
  return [...found.values()]
}
