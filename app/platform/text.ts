/** Arabic-Indic and extended Arabic-Indic digits as Latin ones. */
export function latinDigits(text: string): string {
  return text.replace(/[٠-٩۰-۹]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf))
}

/** Trimmed and NFC, the form in which every text of a person is kept. Invisible characters at the ends go too. */
export function tidy(text: string): string {
  return text.normalize("NFC").replace(/^[\s\u200b\u2060\ufeff]+|[\s\u200b\u2060\ufeff]+$/g, "")
}

/**
 * A text as any column can hold it: a NUL and half a sign, which the database takes in no text, stand as the sign for what
 * could not be read. Whoever checks the text refuses that one too (`hasForbiddenCharacters`).
 */
export function holdable(text: string): string {
  return text.replaceAll("\0", "\ufffd").toWellFormed()
}

export function codePoints(text: string): number {
  let count = 0
  for (const _ of text) count++
  return count
}

/** Control characters, U+FFFD and lone surrogates: nobody types them. Newline and tab are allowed in long texts. */
export function hasForbiddenCharacters(text: string, isLong: boolean): boolean {
  if (!text.isWellFormed()) return true
  const pattern = isLong ? /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffd]/u : /[\u0000-\u001f\u007f-\u009f\ufffd]/u
  return pattern.test(text)
}

/**
 * A name as lists are searched by it: lower case, accents and marks gone, Arabic letter variants folded
 * (أ إ آ ا, ى ي, ة ه, ؤ و, ئ ي; tatweel and vowel marks dropped), spaces single.
 */
export function foldName(text: string): string {
  return latinDigits(text)
    .normalize("NFKD")
    .replace(/[\p{M}\u0640]/gu, "")
    .toLowerCase()
    .replace(/[أإآٱ]/g, "ا")
    .replace(/ى/g, "ي")
    .replace(/ة/g, "ه")
    .replace(/ؤ/g, "و")
    .replace(/ئ/g, "ي")
    .replace(/['’ʼ`´-]/g, " ")
    .replace(/[^\p{L}\p{N} ]/gu, " ")
    .replace(/\s+/g, " ")
    .trim()
}

/** Letters that no decomposition takes apart, as people without them on their keyboard write them. */
const written: Record<string, string> = {
  œ: "oe",
  æ: "ae",
  ø: "o",
  ß: "ss",
  ı: "i",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ک: "ك",
  ی: "ي",
  گ: "ك",
}

/**
 * The words of a text as the catalogue is searched by them: folded like a name, and beyond it without what only
 * grammar adds in Arabic (the article with what is joined to it, the feminine ending), so that الهندسة, هندسه and
 * والهندسة are one word. Folding words again changes nothing.
 */
export function foldWords(text: string): string[] {
  return foldName(foldName(text).replace(/[œæøßıłđðþکیگ]/g, (letter) => written[letter] ?? letter))
    .split(" ")
    .filter((word) => word !== "")
    .map(bareArabic)
}

const arabicJoined = /^(?:[وف]?(?:[بك]?ال|لل))(?=[\u0621-\u064a]{3})/
const arabicFeminine = /(?<=[\u0621-\u064a]{3})ه$/

function bareArabic(word: string): string {
  let bare = word
  for (let before = ""; before !== bare;) {
    before = bare
    bare = bare.replace(arabicJoined, "").replace(arabicFeminine, "")
  }
  return bare
}
