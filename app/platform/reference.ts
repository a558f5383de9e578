/*
 * References that are read aloud and copied by hand: no 0/O, 1/I/L, 5/S, U/V twins. Nine signs in threes, the last one
 * checks the others: 29 is prime, so every single wrong sign and every swap of two signs is noticed.
 */

const signs = "23456789ABCDEFGHJKMNPQRTVWXYZ"
const base = signs.length
const length = 8

/** A reference from at least 8 random bytes, such as `K7M-2XQ-94T`. */
export function makeReference(bytes: Uint8Array): string {
  if (bytes.length < length) throw new Error("A reference needs 8 bytes")
  let number = 0n
  for (const byte of bytes.subarray(0, length)) number = number * 256n + BigInt(byte)
  let body = ""
  for (let place = 0; place < length; place++) {
    body += signs[Number(number % BigInt(base))]
    number /= BigInt(base)
  }
  return grouped(body + checkSign(body))
}

/** What somebody typed, as a reference is kept: upper case, in threes, twins put right. Not checked. */
export function tidyReference(text: string): string {
  return grouped(
    text
      .normalize("NFKC")
      .toUpperCase()
      .replace(/[^A-Z0-9]/g, "")
      .replace(/S/g, "5")
      .replace(/U/g, "V"),
  )
}

/** Whether it is a reference in its kept form, check sign included. */
export function isReference(text: string): boolean {
  if (!/^[2-9A-Z]{3}-[2-9A-Z]{3}-[2-9A-Z]{3}$/.test(text)) return false
  const plain = text.replaceAll("-", "")
  if ([...plain].some((sign) => !signs.includes(sign))) return false
  return plain.at(-1) === checkSign(plain.slice(0, length))
}

function checkSign(body: string): string {
  const sum = [...body].reduce((total, sign, place) => total + (place + 2) * signs.indexOf(sign), 0)
  return signs[sum % base] ?? ""
}

function grouped(plain: string): string {
  return plain.match(/.{1,3}/g)?.join("-") ?? ""
}
