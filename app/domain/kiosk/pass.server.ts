import { createHmac } from "node:crypto"
import type { Ctx } from "#app/platform/ctx.server.ts"
import { keyedHash } from "#app/platform/token.server.ts"

/*
 * A pass is drawn and signed on a tablet without a network: the tablet's tag, ten signs of chance, ten signs of a signature.
 * The server knows by it that one of its tablets drew it, before the entry itself has come.
 */

const signs = "23456789abcdefghjkmnpqrtvwxyz"
const shape = /^([2-9a-z]{8})([2-9a-z]{10})([2-9a-z]{10})$/

/** One sign for each byte, as the script of the tablet writes them. */
export function signsOf(bytes: Uint8Array): string {
  return [...bytes].map((byte) => signs[byte % signs.length] ?? "2").join("")
}

/** The key that a tablet signs its passes by. */
export function passSecret(ctx: Pick<Ctx, "settings">, tag: string): string {
  return keyedHash(ctx.settings.secret, "kiosk pass", tag)
}

/** The tag of a pass that one of our tablets signed; null for anything else. */
export function readPass(ctx: Pick<Ctx, "settings">, pass: string): string | null {
  const [, tag = "", chance = "", signature] = shape.exec(pass) ?? []
  if (signature === undefined) return null
  const right = createHmac("sha256", passSecret(ctx, tag))
    .update(tag + chance)
    .digest()
    .subarray(0, 10)
  return signsOf(right) === signature ? tag : null
}
