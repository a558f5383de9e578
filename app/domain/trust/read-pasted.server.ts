import { domainToASCII } from "node:url"
import { readEmail } from "#app/domain/people/contact.server.ts"
import { isCheckCode, isReference, tidyCheckCode, tidyReference } from "#app/platform/reference.ts"
import { latinDigits, tidy } from "#app/platform/text.ts"

/** What somebody pasted, as far as it can be told. Hosts are in their ASCII form, so that look-alike letters show. */
export type Pasted =
  | { kind: "code"; code: string }
  /** As long as a code, but its check sign does not hold. */
  | { kind: "mistyped" }
  /** The number of an application or an enquiry. */
  | { kind: "reference" }
  | { kind: "email"; address: string; host: string }
  | { kind: "site"; host: string }
  | { kind: "phone" }
  | { kind: "unclear" }

/** Marks of direction come along with what is copied out of Arabic text. */
const marks = /[\u061c\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g

/**
 * Reads a code, an e-mail address, an address of the web or a phone number, alone or with a few words around it: lower
 * case, spaces and digits of any script are fine.
 */
export function readPasted(text: string): Pasted {
  const plain = tidy(latinDigits(text).replace(marks, ""))
  // A link comes first: what stands before an @ in it is not whom it leads to.
  const link = /\b[a-z][a-z0-9+.-]*:\/\/\S+/i.exec(plain)?.[0]
  if (link !== undefined) return siteOf(link)
  const mail = /[^\s<>()"'“”«»:;,،]+@[^\s<>()"'“”«»:;,،]+\.[^\s<>()"'“”«»:;,،]+/.exec(plain)?.[0]?.replace(/[.!?؟]+$/, "")
  if (mail !== undefined) {
    const found = readEmail(mail)
    return found === null ? { kind: "unclear" } : { kind: "email", address: found.value, host: found.value.split("@")[1] ?? "" }
  }
  const code = tidyCheckCode(plain)
  if (isCheckCode(code)) return { kind: "code", code }
  if (isReference(tidyReference(plain))) return { kind: "reference" }
  if (/^[+\d\s().\-/]+$/.test(plain) && (plain.match(/\d/g)?.length ?? 0) >= 5) return { kind: "phone" }
  const among = plain
    .split(/[^\p{L}\p{N}-]+/u)
    .map(tidyCheckCode)
    .find(isCheckCode)
  if (among !== undefined) return { kind: "code", code: among }
  const site = /^(?:[\p{L}\p{N}_-]+\.)+\p{L}[\p{L}\p{N}-]+(?=[/:?#]|$)/u.exec(plain)
  if (site !== null && !/\s/.test(plain)) return siteOf(`https://${plain}`)
  if (/^[A-Z0-9]{4}-[A-Z0-9]{4}$/.test(code) && !/\s\S*\s/.test(plain)) return { kind: "mistyped" }
  return { kind: "unclear" }
}

function siteOf(link: string): Pasted {
  if (!URL.canParse(link)) return { kind: "unclear" }
  const host = domainToASCII(new URL(link).host.replace(/:\d+$/, "")) || new URL(link).host
  const port = new URL(link).port
  return host === "" ? { kind: "unclear" } : { kind: "site", host: port === "" ? host : `${host}:${port}` }
}
