import { createHmac, timingSafeEqual } from "node:crypto"

/*
 * Links that prove something by themselves: what they say, signed with the installation's secret and bound to one
 * purpose, so that a link made for one page opens no other. What a token says can be read by whoever holds it.
 */

type Purpose = "confirm" | "preferences" | "rsvp" | "sign-in"

/** A signed text for a link or a cookie. `expiresAt` is kept to the second. */
export function signToken(secret: string, purpose: Purpose, data: Record<string, string>, expiresAt?: Date): string {
  const body = Buffer.from(JSON.stringify(expiresAt === undefined ? [data] : [data, Math.floor(expiresAt.getTime() / 1000)])).toString(
    "base64url",
  )
  return `${body}.${signatureOf(secret, purpose, body)}`
}

/** What a token says; null when it was not signed here for this purpose, or has expired. */
export function readToken(secret: string, purpose: Purpose, token: string, now: Date): Record<string, string> | null {
  const [body = "", signature = "", ...rest] = token.split(".")
  if (rest.length > 0) return null
  const right = Buffer.from(signatureOf(secret, purpose, body))
  const given = Buffer.from(signature)
  if (given.length !== right.length || !timingSafeEqual(given, right)) return null
  const parsed: unknown = JSON.parse(Buffer.from(body, "base64url").toString("utf8"))
  if (!Array.isArray(parsed)) return null
  const [data, expires]: unknown[] = parsed
  if (typeof expires === "number" && expires * 1000 <= now.getTime()) return null
  if (typeof data !== "object" || data === null) return null
  return Object.fromEntries(Object.entries(data).filter((entry): entry is [string, string] => typeof entry[1] === "string"))
}

/** A keyed hash of short secrets, such as codes: useless to whoever reads the database alone. */
export function keyedHash(secret: string, purpose: string, text: string): string {
  return createHmac("sha256", secret).update(`${purpose}\n${text}`).digest("base64url")
}

function signatureOf(secret: string, purpose: Purpose, body: string): string {
  return keyedHash(secret, `token ${purpose}`, body)
}
