import { nameLikeness, sameName, shareWord } from "./same-name.ts"

/*
 * Whether two persons may be one, and why. It only ever suggests: what joins at once is the rule of `joinPeople`, and a
 * shared phone alone suggests nothing, because families and schools share them.
 */

export type Judged = {
  givenName: string
  familyName: string
  country: string | null
  birthDate: Date | null
  birthYear: number | null
  contacts: readonly { kind: "email" | "phone"; value: string; mailbox?: string | null }[]
}

/** Codes of why, with what each counts; what is counted against the pair is below nought. */
export const lookReasons = {
  "email-same": 35,
  "mailbox-same": 30,
  "phone-same": 30,
  "contact-same": 30,
  "name-same": 35,
  "name-sounds": 25,
  "name-close": 20,
  "name-word": 5,
  "birth-date": 30,
  "birth-swapped": 20,
  "birth-year": 10,
  country: 5,
  "birth-other": -20,
} as const

export type LookReason = keyof typeof lookReasons

export function isLookReason(text: string): text is LookReason {
  return Object.hasOwn(lookReasons, text)
}

export type Verdict = {
  /** 0 to 100. */
  score: number
  /** The weightiest first. */
  reasons: LookReason[]
  /** Nothing but a year and a name: worth a look only where few have that name. */
  isByYearAlone: boolean
}

/** Null when nothing is to be suggested. */
export function judgePair(one: Judged, other: Judged): Verdict | null {
  const contact = sharedContact(one, other)
  const birth = sharedBirth(one, other)
  const isSameCountry = one.country !== null && one.country === other.country
  // Names cost most to compare and come last: most pairs are none for another reason.
  if (contact === null && (!isSameCountry || birth === null || birth === "birth-other")) return null
  const isSameNameNeeded = birth === "birth-other" || (contact === null && birth === "birth-year")
  const name = isSameNameNeeded ? (sameName(one, other) ? "name-same" : null) : sharedName(one, other, contact)
  if (name === null) return null
  const reasons = [contact, name, birth, isSameCountry ? ("country" as const) : null]
    .filter((reason) => reason !== null)
    .sort((a, b) => lookReasons[b] - lookReasons[a])
  const score = reasons.reduce((sum, reason) => sum + lookReasons[reason], 0)
  return {
    score: Math.max(0, Math.min(100, score)),
    reasons,
    isByYearAlone: contact === null && birth === "birth-year",
  }
}

function sharedContact(one: Judged, other: Judged): LookReason | null {
  const has = (wanted: "value" | "mailbox", kind: "email" | "phone") =>
    one.contacts.some(
      (contact) =>
        contact.kind === kind &&
        (contact[wanted] ?? null) !== null &&
        other.contacts.some((each) => each.kind === kind && each[wanted] === contact[wanted]),
    )
  if (has("value", "email")) return "email-same"
  if (has("mailbox", "email")) return "mailbox-same"
  return has("value", "phone") ? "phone-same" : null
}

function sharedName(one: Judged, other: Judged, contact: LookReason | null): LookReason | null {
  const likeness = nameLikeness(one, other)
  if (likeness !== null) return `name-${likeness}`
  // A mailbox has one reader more often than a phone has one owner.
  return (contact === "email-same" || contact === "mailbox-same") && shareWord(one, other) ? "name-word" : null
}

function sharedBirth(one: Judged, other: Judged): LookReason | null {
  if (one.birthDate !== null && other.birthDate !== null) {
    if (one.birthDate.getTime() === other.birthDate.getTime()) return "birth-date"
    return isSwapped(one.birthDate, other.birthDate) ? "birth-swapped" : "birth-other"
  }
  const [a, b] = [yearOf(one), yearOf(other)]
  if (a === null || b === null) return null
  return a === b ? "birth-year" : "birth-other"
}

function yearOf({ birthDate, birthYear }: Judged): number | null {
  return birthDate?.getUTCFullYear() ?? birthYear
}

/** 4 March typed as 3 April. */
function isSwapped(one: Date, other: Date): boolean {
  return (
    one.getUTCFullYear() === other.getUTCFullYear() &&
    one.getUTCMonth() + 1 === other.getUTCDate() &&
    one.getUTCDate() === other.getUTCMonth() + 1
  )
}
