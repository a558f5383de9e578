import { randomBytes } from "node:crypto"

/** UUID version 7: sorts by the millisecond it was made in, so that lists can be paged by key. */
export function uuidAt(time: Date, random: Uint8Array = randomBytes(10)): string {
  const bytes = Buffer.alloc(16)
  bytes.writeUIntBE(time.getTime(), 0, 6)
  Buffer.from(random).copy(bytes, 6, 0, 10)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = bytes.toString("hex")
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

/** Fetching random bytes costs the same for many as for ten: each is given out once. */
let pool = Buffer.alloc(0)

function tenRandom(): Buffer {
  if (pool.length < 10) pool = randomBytes(4096)
  const ten = pool.subarray(0, 10)
  pool = pool.subarray(10)
  return ten
}

export const systemClock = {
  now: () => new Date(),
  id: () => uuidAt(new Date(), tenRandom()),
}

export type Clock = typeof systemClock
