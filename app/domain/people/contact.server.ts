import { domainToASCII } from "node:url"
import { parsePhoneNumberFromString, type CountryCode } from "libphonenumber-js/max"
import { codePoints, latinDigits, tidy } from "#app/platform/text.ts"
import { findCountry } from "#app/domain/catalogue/countries.ts"

/** An e-mail address or a phone number: how it is compared, and how it was typed. */
export type Address = { value: string; typed: string }

/** Marks of direction come along when an address is copied out of Arabic text. */
const marks = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g

/**
 * An e-mail address as somebody typed it, or null when it is none. Compared in lower case with an ASCII domain
 * (`fatou@exämple.example` is `fatou@xn--exmple-cua.example`); mails go to what was typed.
 */
export function readEmail(text: string): Address | null {
  const typed = tidy(tidy(text).replace(marks, ""))
  const parts = typed.split("@")
  const [local = "", domain = ""] = parts
  if (parts.length !== 2 || typed.length > 254 || codePoints(local) > 64) return null
  if (!/^[^\s"(),:;<>[\]\\\p{C}]+$/u.test(local) || /^\.|\.\.|\.$/.test(local)) return null
  // domainToASCII reads an address of the web: it would pass over a path, a query or a line end behind the name.
  if (!/^[\p{L}\p{M}\p{N}.。-]+$/u.test(domain)) return null
  const ascii = domainToASCII(domain)
  const label = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
  if (ascii.length > 253 || !new RegExp(`^(?:${label}\\.)+(?=[a-z])${label}$`).test(ascii)) return null
  return { value: `${local.toLowerCase()}@${ascii}`, typed }
}

/**
 * A phone number in E.164, or null when it is none of the country's (54 or `ZZ`: then it starts with + or 00). Digits
 * of any script; a leading 00 is +.
 */
export function readPhone(text: string, country: string): Address | null {
  const typed = tidy(text.replace(marks, ""))
  if (codePoints(typed) > 40) return null
  const digits = latinDigits(typed)
    .replace(/^\s*00/, "+")
    .replace(/^＋/, "+")
  if (/\p{L}/u.test(digits)) return null
  const home = findCountry(country) === undefined ? undefined : (country as CountryCode)
  const number = parsePhoneNumberFromString(digits, home === undefined ? { extract: false } : { defaultCountry: home, extract: false })
  return number?.isValid() ? { value: number.number, typed } : null
}
