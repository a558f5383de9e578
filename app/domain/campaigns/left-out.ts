/**
 * Why somebody of the segment gets no copy, in the order in which one reason goes before another. `no_address`: no
 * e-mail. `complained`, `bounced`: the address is suppressed. `unsubscribed`: consent withdrawn. `minor`: under 18, or
 * perhaps so by birth year, without a guardian's consent. `asleep`: the address was never proved. `no_consent`: never
 * asked for it. `same_address`: another person of the audience reads the same mailbox, and gets the copy. `cancelled`:
 * the campaign was cancelled first.
 */
export const leftOutReasons = [
  "no_address",
  "complained",
  "bounced",
  "unsubscribed",
  "minor",
  "asleep",
  "no_consent",
  "same_address",
  "cancelled",
] as const

export type LeftOutReason = (typeof leftOutReasons)[number]

export function isLeftOutReason(value: string | null): value is LeftOutReason {
  return leftOutReasons.some((reason) => reason === value)
}
