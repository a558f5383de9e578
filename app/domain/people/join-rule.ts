import type { Language } from "#app/locales/languages.ts"
import { foldName } from "#app/platform/text.ts"
import type { Address } from "./contact.server.ts"
import { isCloseName, sameName } from "./same-name.ts"

/*
 * Who is whom: the rule that joins what somebody said to a person, without a database. A single enquiry and a list of a
 * hundred thousand rows ask the same rule.
 */

export type Known = {
  givenName: string
  familyName: string
  email?: Address | null
  phone?: Address | null
  country?: string | null
  birthYear?: number | null
  birthDate?: Date | null
  language: Language
}

/** Somebody who has one of the addresses. */
export type Near = {
  id: string
  givenName: string
  familyName: string
  birthDate: Date | null
  birthYear: number | null
  country: string | null
  contacts: readonly { kind: "email" | "phone"; value: string; signsIn: boolean }[]
}

type Birth = { birthDate: Date | null; birthYear: number | null }

export function addressesOf(known: Known) {
  return [
    ...(known.email ? [{ kind: "email" as const, ...known.email }] : []),
    ...(known.phone ? [{ kind: "phone" as const, ...known.phone }] : []),
  ]
}

/** Of those who share an address, who is the same person; of several, who shares the most. `near` has the oldest first. */
export function sameAmong<Person extends Near>(near: readonly Person[], known: Known): Person | undefined {
  const addresses = addressesOf(known)
  const shared = (person: Near) =>
    addresses.filter(({ kind, value }) => person.contacts.some((contact) => contact.kind === kind && contact.value === value)).length
  return near
    .filter((person) => !contradicts(person, known) && (sameName(person, known) || isNameless(person, known)))
    .sort((a, b) => shared(b) - shared(a))[0]
}

/** Of those who share an address and are not the same, whom a human should compare with them, and why. */
export function closeAmong<Person extends Near>(near: readonly Person[], known: Known): { person: Person; reason: string }[] {
  return near
    .filter((person) => sameName(person, known) || (isCloseName(person, known) && !contradicts(person, known)))
    .slice(0, 5)
    .map((person) => ({ person, reason: sameName(person, known) ? "same-name-other-birth" : "close-name-same-contact" }))
}

function contradicts(person: Birth, known: Known): boolean {
  if (person.birthDate && known.birthDate) return person.birthDate.getTime() !== known.birthDate.getTime()
  const one = person.birthDate?.getUTCFullYear() ?? person.birthYear
  const other = known.birthDate?.getUTCFullYear() ?? known.birthYear
  return typeof one === "number" && typeof other === "number" && one !== other
}

/** Who signed in by an e-mail before saying a name is whoever writes from that e-mail. */
function isNameless(person: Near, known: Known): boolean {
  return (
    person.givenName === "" &&
    person.familyName === "" &&
    person.contacts.some(({ signsIn, value }) => signsIn && value === known.email?.value)
  )
}

/** What was not known of the person before: it is added, and nothing is overwritten. */
export function missing(person: Birth & { givenName: string; familyName: string; country: string | null }, known: Known) {
  const isUnnamed = person.givenName === "" && person.familyName === ""
  return {
    ...(isUnnamed
      ? { givenName: known.givenName, familyName: known.familyName, nameFolded: foldName(`${known.givenName} ${known.familyName}`) }
      : {}),
    ...(person.country === null && known.country ? { country: known.country } : {}),
    ...(person.birthYear === null && person.birthDate === null && known.birthYear ? { birthYear: known.birthYear } : {}),
    ...(person.birthDate === null && known.birthDate ? { birthDate: known.birthDate } : {}),
  }
}
