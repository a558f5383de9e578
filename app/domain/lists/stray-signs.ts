import { isUtf8 } from "node:buffer"
import type { Encoding } from "./text-encoding.ts"

/*
 * Lists that were put together from several have the encodings of each. Where a page of one byte a sign is read, every byte is
 * some sign: a row of another encoding is told by what nobody writes.
 */

const pages = ["windows-1252", "windows-1256"] as const
type Page = (typeof pages)[number]

/** The byte of each sign of the upper half of a page. */
const byteOf: Record<Page, ReadonlyMap<string, number>> = {
  "windows-1252": upperHalf("windows-1252"),
  "windows-1256": upperHalf("windows-1256"),
}

function upperHalf(page: Page): ReadonlyMap<string, number> {
  const bytes = Array.from({ length: 128 }, (_, place) => place + 128)
  const signs = new TextDecoder(page).decode(new Uint8Array(bytes))
  return new Map(Array.from(signs, (sign, place) => [sign, place + 128] as const))
}

/**
 * A cell as it stands, or, where it was written in another encoding than its list is read in, with the sign for what could not
 * be read in place of all that is not ASCII: it is UTF-8 throughout, or its words are of the old page of Arabic.
 */
export function withoutStrays(cell: string, encoding: Encoding): string {
  const page = pages.find((one) => one === encoding)
  if (page === undefined || !/[^\0-\x7f]/.test(cell)) return cell
  return isStrayUtf8(cell, page) || (page === "windows-1252" && hasArabicWord(cell)) ? cell.replace(/[^\0-\x7f]/gu, "\ufffd") : cell
}

/** Latin and its marks, Arabic, and the punctuation of both: what UTF-8 in a list of people is expected to say. */
const expected = /^[\0-\x7f\u00a1-\u02ff\p{M}\p{Script=Latin}\p{Script=Arabic}\u0600-\u060f\u061b-\u061f\u2000-\u206f]*$/u
/** A small letter behind capitals, or two scripts in one word: a capital before a sign of punctuation, and not UTF-8. */
const unexpected =
  /[A-Z]{2}(?![\0-\x7f])\p{Ll}|\p{Script=Latin}(?![\u0600-\u061f])\p{Script=Arabic}|(?![\u0600-\u061f])\p{Script=Arabic}\p{Script=Latin}/u

function isStrayUtf8(cell: string, page: Page): boolean {
  const bytes = bytesIn(cell, page)
  if (bytes === null || !isUtf8(bytes)) return false
  const text = new TextDecoder().decode(bytes)
  return expected.test(text) && !unexpected.test(text)
}

/** No Latin language has a word of three letters and more none of which is ASCII; no Arabic word begins with ة or ى. */
function hasArabicWord(cell: string): boolean {
  const words = cell.match(/(?<!\p{L})(?:(?![\0-\x7f])\p{L}){3,}(?!\p{L})/gu) ?? []
  return words.some((word) => {
    const bytes = bytesIn(word, "windows-1252")
    return bytes !== null && /^(?![ةى])\p{Script=Arabic}+$/u.test(new TextDecoder("windows-1256").decode(bytes))
  })
}

/** The bytes that were read as these signs; null where one is not of the page. */
function bytesIn(text: string, page: Page): Uint8Array | null {
  const bytes = new Uint8Array(text.length)
  for (let place = 0; place < text.length; place++) {
    const code = text.charCodeAt(place)
    const byte = code < 0x80 ? code : byteOf[page].get(text.charAt(place))
    if (byte === undefined) return null
    bytes[place] = byte
  }
  return bytes
}
