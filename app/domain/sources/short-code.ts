import { latinDigits } from "#app/platform/text.ts"

/* A short code is read off a poster and typed by hand: letters and digits of Latin script in upper case, a dash between. */

export const longestCode = 24
const shape = /^[A-Z0-9](?:-?[A-Z0-9]){2,23}$/

/** What somebody typed or followed, as codes are kept; null for what can be none. */
export function readCode(text: string): string | null {
  const code = latinDigits(text)
    .normalize("NFKC")
    .trim()
    .toUpperCase()
    .replaceAll(/[\s_]+/g, "-")
  return code.length <= longestCode && shape.test(code) ? code : null
}

const signs = "23456789ABCDEFGHJKMNPQRTVWXYZ"

/** A code for which nobody has chosen one: six signs without twins, from at least six random bytes. */
export function drawnCode(bytes: Uint8Array): string {
  return [...bytes.subarray(0, 6)].map((byte) => signs[byte % signs.length] ?? "2").join("")
}
