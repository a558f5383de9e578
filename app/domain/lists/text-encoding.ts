import { isUtf8 } from "node:buffer"

/** The ways in which spreadsheets write text, as `TextDecoder` calls them. */
export const encodings = ["utf-8", "windows-1252", "windows-1256", "utf-16le", "utf-16be"] as const
export type Encoding = (typeof encodings)[number]

/** How many bytes are looked at where the whole need not be. */
const lookedAt = 262_144

/**
 * The encoding of a text file: by its mark, by its zeros, as UTF-8 where it is that but for a few bytes, else the old
 * page of Arabic where its high bytes stand together as words, and that of western Europe where they stand alone.
 */
export function guessEncoding(bytes: Uint8Array): Encoding {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return "utf-16le"
  if (first === 0xfe && second === 0xff) return "utf-16be"
  if (isUtf8(bytes)) return zeros(bytes) ?? "utf-8"
  const head = bytes.subarray(0, lookedAt)
  const utf16 = zeros(head)
  if (utf16 !== null) return utf16
  const { high, beside } = highBytes(bytes)
  const text = new TextDecoder("utf-8").decode(bytes)
  let broken = 0
  let whole = 0
  for (const sign of text) {
    if (sign === "\ufffd") broken++
    else if (sign > "\u007f") whole++
  }
  if (whole > broken) return "utf-8"
  return beside * 2 > high ? "windows-1256" : "windows-1252"
}

/** UTF-16 without its mark: every second byte of what is mostly ASCII is nought. */
function zeros(bytes: Uint8Array): Encoding | null {
  let even = 0
  let odd = 0
  const length = Math.min(bytes.length, lookedAt)
  for (let place = 0; place < length; place++) {
    if (bytes[place] !== 0) continue
    if (place % 2 === 0) even++
    else odd++
  }
  if (Math.max(even, odd) * 8 < length) return null
  return even > odd ? "utf-16be" : "utf-16le"
}

function highBytes(bytes: Uint8Array): { high: number; beside: number } {
  let high = 0
  let beside = 0
  for (let place = 0; place < bytes.length; place++) {
    if ((bytes[place] ?? 0) < 0x80) continue
    high++
    if ((bytes[place + 1] ?? 0) >= 0x80 || (bytes[place - 1] ?? 0) >= 0x80) beside++
  }
  return { high, beside }
}
