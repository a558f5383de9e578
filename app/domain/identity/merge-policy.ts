import type { Dossier } from "./dossier.server.ts"

/*
 * Whether two persons may become one by a decision of staff. An application is read by whoever proves an address that
 * signs in; a merge never lets one read what they could not read before: at most it is the same mailbox.
 */

export type MergeRefusal =
  | "identity.same-person"
  | "identity.merged-already"
  | "identity.staff"
  | "identity.two-readers"
  | "identity.keep-applicant"
  | "identity.applications-clash"

type Person = Pick<Dossier, "id" | "mergedIntoId" | "staff" | "contacts" | "applications">

/** The mailboxes that open what a person has written. */
export function readersOf(person: Pick<Dossier, "contacts">): Set<string> {
  return new Set(person.contacts.flatMap(({ signsIn, mailbox, value }) => (signsIn ? [mailbox ?? value] : [])))
}

/** Null when the one may be merged into the other. */
export function whyNotMerge(kept: Person, away: Person): MergeRefusal | null {
  if (kept.id === away.id) return "identity.same-person"
  if (kept.mergedIntoId !== null || away.mergedIntoId !== null) return "identity.merged-already"
  if (kept.staff.length + away.staff.length > 0) return "identity.staff"
  const [ours, theirs] = [readersOf(kept), readersOf(away)]
  if (away.applications.length > 0 && [...ours].some((mailbox) => !theirs.has(mailbox)))
    return kept.applications.length > 0 ? "identity.two-readers" : "identity.keep-applicant"
  // An application that nobody can open any more stays unread by a stranger's address.
  if (kept.applications.length > 0 && ours.size === 0 && theirs.size > 0) return "identity.two-readers"
  const isClash = away.applications.some(
    ({ admissionYear, state }) =>
      state !== "draft" && state !== "lapsed" && kept.applications.some((other) => other.admissionYear === admissionYear),
  )
  return isClash ? "identity.applications-clash" : null
}

/**
 * Whether an address of the merged person still signs in: where nobody signs in as the kept one, or by the same mailbox.
 * Any other goes on as an address for mail, and opens nothing until its reader has proved it from within.
 */
export function goesOnSigningIn(kept: Pick<Dossier, "contacts">, mailbox: string): boolean {
  const ours = readersOf(kept)
  return ours.size === 0 || ours.has(mailbox)
}

/** Which of two is kept unless somebody says otherwise: who applied, who signs in, who has asked more, who came first. */
export function keptFirst(one: Dossier, other: Dossier): [kept: Dossier, away: Dossier] {
  const weigh = (person: Dossier) => [
    person.applications.filter(({ state }) => state !== "draft" && state !== "lapsed").length,
    person.applications.length,
    readersOf(person).size,
    person.enquiries.length,
    -person.createdAt.getTime(),
  ]
  const [a, b] = [weigh(one), weigh(other)]
  const place = a.findIndex((value, index) => value !== b[index])
  const isFirst = place === -1 ? one.id < other.id : (a[place] ?? 0) > (b[place] ?? 0)
  return isFirst ? [one, other] : [other, one]
}
