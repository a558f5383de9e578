import type { Language } from "#app/locales/languages.ts"
import { foldName } from "#app/platform/text.ts"
import type { Address } from "./contact.server.ts"
import { judgePair, type Verdict } from "./judge-pair.ts"
import { type Name, sameName } from "./same-name.ts"

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
  /** Where they live and learn, where somebody said it. */
  city?: string
  school?: string
}

/** Somebody who has one of the addresses. */
export type Near = {
  id: string
  givenName: string
  familyName: string
  birthDate: Date | null
  birthYear: number | null
  country: string | null
  city: string
  school: string
  contacts: readonly { kind: "email" | "phone"; value: string; mailbox?: string | null; signsIn: boolean }[]
  /** Names of those who were found to be this person, and what this one was called before. */
  merged?: readonly Name[]
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
    .filter((person) => !contradicts(person, known) && (isNamed(person, known) || isNameless(person, known)))
    .sort((a, b) => shared(b) - shared(a))[0]
}

const mostSuggested = 5

/** Of those who share an address and are not the same, whom a human should compare with them, and why; the likeliest first. */
export function closeAmong<Person extends Near>(near: readonly Person[], known: Known): { person: Person; verdict: Verdict }[] {
  const said = {
    givenName: known.givenName,
    familyName: known.familyName,
    country: known.country ?? null,
    birthDate: known.birthDate ?? null,
    birthYear: known.birthYear ?? null,
    contacts: addressesOf(known),
  }
  return near
    .flatMap((person) => {
      const verdict = judgePair(person, said)
      return verdict === null ? [] : [{ person, verdict }]
    })
    .sort((a, b) => b.verdict.score - a.verdict.score)
    .slice(0, mostSuggested)
}

/** By their own name, or by that of somebody who was found to be them. */
function isNamed(person: Near, known: Known): boolean {
  return sameName(person, known) || (person.merged ?? []).some((other) => sameName(other, known))
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
export function missing(person: Omit<Near, "id" | "contacts">, known: Known) {
  const isUnnamed = person.givenName === "" && person.familyName === ""
  const place = {
    ...(person.city === "" && known.city ? { city: known.city } : {}),
    ...(person.school === "" && known.school ? { school: known.school } : {}),
  }
  return {
    ...(isUnnamed
      ? { givenName: known.givenName, familyName: known.familyName, nameFolded: foldName(`${known.givenName} ${known.familyName}`) }
      : {}),
    ...(person.country === null && known.country ? { country: known.country } : {}),
    ...(person.birthYear === null && person.birthDate === null && known.birthYear ? { birthYear: known.birthYear } : {}),
    ...(person.birthDate === null && known.birthDate ? { birthDate: known.birthDate } : {}),
    ...place,
    ...(Object.keys(place).length > 0 ? { placeFolded: foldPlace({ ...person, ...place }) } : {}),
  }
}

/** City and school as they are searched. */
export function foldPlace({ city = "", school = "" }: { city?: string; school?: string }): string {
  return foldName(`${city} ${school}`)
}
