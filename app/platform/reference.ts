import { latinDigits } from "./text.ts"

/*
 * References that are read aloud and copied by hand: no 0/O, 1/I/L, 5/S, U/V twins. The last sign
 * checks the others: 29 is prime, so every single wrong sign and every swap of two signs is noticed.
 */

const signs = "23456789ABCDEFGHJKMNPQRTVWXYZ"
const letters = signs.slice(8)
const base = signs.length

/** A reference from at least 8 random bytes, such as `K7M-2XQ-94T`. */
export function makeReference(bytes: Uint8Array): string {
  let number = numberOf(bytes)
  let body = ""
  for (let place = 0; place < 8; place++) {
    body += signs[Number(number % BigInt(base))]
    number /= BigInt(base)
  }
  return grouped(body + checkSign(body), 3)
}

/** What somebody typed, as a reference is kept: upper case, in threes, twins put right. Not checked. */
export function tidyReference(text: string): string {
  return grouped(plainOf(text), 3)
}

/** Whether it is a reference in its kept form, check sign included. */
export function isReference(text: string): boolean {
  return /^.{3}-.{3}-.{3}$/.test(text) && isChecked(text.replaceAll("-", ""))
}

/**
 * A code that stands in the foot of a message, from at least 8 random bytes, such as `K7MX-294T`: eight signs in fours, so
 * that it is no reference, and a letter first, so that it is no phone number.
 */
export function makeCheckCode(bytes: Uint8Array): string {
  let number = numberOf(bytes)
  let body = letters[Number(number % BigInt(letters.length))] ?? ""
  for (let place = 1; place < 7; place++) {
    number /= BigInt(place === 1 ? letters.length : base)
    body += signs[Number(number % BigInt(base))]
  }
  return grouped(body + checkSign(body), 4)
}

/** What somebody typed, as a check code is kept: upper case, in fours, twins put right. Not checked. */
export function tidyCheckCode(text: string): string {
  return grouped(plainOf(text), 4)
}

/** Whether it is a check code in its kept form, check sign included. */
export function isCheckCode(text: string): boolean {
  return /^[A-Z].{3}-.{4}$/.test(text) && isChecked(text.replace("-", ""))
}

function numberOf(bytes: Uint8Array): bigint {
  if (bytes.length < 8) throw new Error("A reference needs 8 bytes")
  return bytes.subarray(0, 8).reduce((number, byte) => number * 256n + BigInt(byte), 0n)
}

function plainOf(text: string): string {
  return latinDigits(text)
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, "")
    .replace(/S/g, "5")
    .replace(/U/g, "V")
}

function isChecked(plain: string): boolean {
  if ([...plain].some((sign) => !signs.includes(sign))) return false
  return plain.at(-1) === checkSign(plain.slice(0, -1))
}

function checkSign(body: string): string {
  const sum = [...body].reduce((total, sign, place) => total + (place + 2) * signs.indexOf(sign), 0)
  return signs[sum % base] ?? ""
}

function grouped(plain: string, size: 3 | 4): string {
  return plain.match(size === 3 ? /.{1,3}/g : /.{1,4}/g)?.join("-") ?? ""
}
