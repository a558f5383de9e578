import type { University } from "#app/platform/prisma-client/enums.ts"
import { foldName } from "#app/platform/text.ts"
import { isLiving } from "#app/domain/people/consent-history.ts"
import type { Dossier } from "./dossier.server.ts"
import { type PlannedLead, planLeads } from "./plan-leads.ts"
import { goesOnSigningIn } from "./merge-policy.ts"
import { type Step, type StepValue, textOf } from "./merge-step.ts"

/*
 * What a merge writes, decided before anything is written. Every change is a step with the value before it, so that the
 * steps in reverse bring both persons back. What the kept person had of their own is a step too, one that changes
 * nothing: by it an unmerge knows what came later.
 */

/** What is chosen where both say something; the rest follows from it. */
export const mergeFields = ["name", "birth", "language", "country", "city", "school"] as const
export type MergeField = (typeof mergeFields)[number]
export type MergeChoices = Partial<Record<MergeField, "kept" | "away">>

export type MergePlan = {
  steps: Step[]
  /** Leads of both universities that are changed by it, with their stage before and after. */
  leads: PlannedLead[]
  /** Events where both had a place: one is free again. */
  freedEventIds: string[]
  summary: MergeSummary
}

/** What becomes of what, for the page. Of consents, RSVPs and leads a page shows what its university may see. */
export type MergeSummary = {
  moved: Record<"contacts" | "enquiries" | "applications", number>
  consents: { university: University; moved: number; withdrawn: number }[]
  rsvps: { moved: number; both: number; owner: "AUI" | "UM6P" | "JOINT" }[]
  /** Addresses, as typed, that no longer sign in. */
  endedSignIns: string[]
  /** Years for which the application of the merged person is set aside. */
  setAsideYears: number[]
}

type Plan = { kept: Dossier; away: Dossier; choices: MergeChoices; mergeId: string; now: Date }

/** The caller has asked `whyNotMerge`. */
export function planMerge({ kept, away, choices, mergeId, now }: Plan): MergePlan {
  const steps: Step[] = []
  const set = (thing: Step["thing"], id: string, field: string, was: StepValue, became: StepValue) =>
    steps.push({ thing, id, field, was: textOf(was), became: textOf(became) })
  const follows = (thing: Step["thing"], rows: readonly { id: string }[]) => {
    for (const { id } of rows) set(thing, id, "person_id", away.id, kept.id)
  }
  const own = (thing: Step["thing"], rows: readonly { id: string }[]) => {
    for (const { id } of rows) set(thing, id, "person_id", kept.id, kept.id)
  }

  set("person", away.id, "merged_into_id", null, kept.id)
  for (const { id } of away.merged) set("person", id, "merged_into_id", away.id, kept.id)
  for (const [field, was, became] of personFields(kept, away, choices)) set("person", kept.id, field, was, became)

  // Who stops signing in does so before anybody else begins: an e-mail signs in one person at any moment.
  const twinOf = (contact: Dossier["contacts"][number]) =>
    kept.contacts.find(({ kind, value }) => kind === contact.kind && value === contact.value)
  const goesOn = (contact: Dossier["contacts"][number]) => goesOnSigningIn(kept, contact.mailbox ?? contact.value)
  const signers = away.contacts.filter(({ signsIn }) => signsIn)
  for (const contact of signers) {
    if (!goesOn(contact) || twinOf(contact) !== undefined) set("contact", contact.id, "signs_in", true, false)
  }
  own("contact", kept.contacts)
  for (const contact of away.contacts) {
    const twin = twinOf(contact)
    if (twin === undefined) continue
    if (contact.signsIn && !twin.signsIn && goesOn(contact)) set("contact", twin.id, "signs_in", false, true)
    if (contact.provedAt !== null && twin.provedAt === null) set("contact", twin.id, "proved_at", null, contact.provedAt)
  }
  const moving = away.contacts.filter((contact) => twinOf(contact) === undefined)
  follows("contact", moving)

  const ended = signers.filter((contact) => !goesOn(contact))
  own("session", kept.sessions)
  if (ended.length === 0) follows("session", away.sessions)
  else for (const { id, revokedAt } of away.sessions) if (revokedAt === null) set("session", id, "revoked_at", null, now)

  own("enquiry", kept.enquiries)
  follows("enquiry", away.enquiries)

  own("consent", kept.consents)
  // Of one permission that both have given for one address, one stays: there is one living row of each.
  const twice = givenTwice(kept, away)
  for (const { id, withdrawnHow } of twice) {
    set("consent", id, "withdrawn_at", null, now)
    set("consent", id, "withdrawn_how", withdrawnHow, "merge")
  }
  follows("consent", away.consents)
  const withdrawn = overruledConsents(kept, away, new Set(twice.map(({ id }) => id)))
  for (const { id, withdrawnHow } of withdrawn) {
    set("consent", id, "withdrawn_at", null, now)
    set("consent", id, "withdrawn_how", withdrawnHow, "merge")
  }

  own("rsvp", kept.rsvps)
  const freedEventIds: string[] = []
  for (const rsvp of away.rsvps) {
    const twin = kept.rsvps.find(({ publicEventId }) => publicEventId === rsvp.publicEventId)
    if (twin === undefined) {
      set("rsvp", rsvp.id, "person_id", away.id, kept.id)
      continue
    }
    // One human, one place: the kept row says what is true of both, and the other gives its place back.
    const comes = twin.withdrawnAt === null || rsvp.withdrawnAt === null
    if (comes && twin.withdrawnAt !== null) set("rsvp", twin.id, "withdrawn_at", twin.withdrawnAt, null)
    const attendance = [twin.attendance, rsvp.attendance].includes("came") ? "came" : (twin.attendance ?? rsvp.attendance)
    if (attendance !== twin.attendance) set("rsvp", twin.id, "attendance", twin.attendance, attendance)
    if (rsvp.withdrawnAt === null) set("rsvp", rsvp.id, "withdrawn_at", null, now)
    if (rsvp.attendance !== null) set("rsvp", rsvp.id, "attendance", rsvp.attendance, null)
    if (twin.withdrawnAt === null && rsvp.withdrawnAt === null) freedEventIds.push(rsvp.publicEventId)
  }

  own("application", kept.applications)
  const yearsKept = new Set(kept.applications.map(({ admissionYear }) => admissionYear))
  const movingApplications = away.applications.filter(({ admissionYear }) => !yearsKept.has(admissionYear))
  follows("application", movingApplications)

  own("guardian", kept.guardians)
  const { aside, moving: movingGuardians } = guardianOf(kept, away)
  for (const { id } of aside) set("guardian", id, "withdrawn_at", null, now)
  follows("guardian", movingGuardians)

  const campaigns = new Set(kept.deliveries.map(({ campaignId }) => campaignId))
  follows(
    "delivery",
    away.deliveries.filter(({ campaignId }) => !campaigns.has(campaignId)),
  )

  const leads = planLeads({ kept, away, mergeId, set })
  return {
    steps,
    leads,
    freedEventIds,
    summary: {
      moved: { contacts: moving.length, enquiries: away.enquiries.length, applications: movingApplications.length },
      consents: (["AUI", "UM6P"] as const).map((university) => ({
        university,
        moved: away.consents.filter((consent) => consent.university === university).length,
        withdrawn: withdrawn.filter((consent) => consent.university === university).length,
      })),
      rsvps: (["AUI", "UM6P", "JOINT"] as const).map((owner) => {
        const theirs = away.rsvps.filter(({ publicEvent }) => publicEvent.owner === owner)
        const both = theirs.filter((rsvp) => kept.rsvps.some(({ publicEventId }) => publicEventId === rsvp.publicEventId)).length
        return { owner, both, moved: theirs.length - both }
      }),
      endedSignIns: ended.map(({ typed }) => typed),
      setAsideYears: away.applications.flatMap(({ admissionYear }) => (yearsKept.has(admissionYear) ? [admissionYear] : [])),
    },
  }
}

/** Which of the two a field is taken from where nobody has chosen: the kept one's, unless it says nothing or less. */
export function preferred(field: MergeField, kept: Dossier, away: Dossier): "kept" | "away" {
  const says: Record<MergeField, (person: Dossier) => number> = {
    name: ({ givenName, familyName }) => (givenName + familyName === "" ? 0 : 1),
    birth: ({ birthDate, birthYear }) => (birthDate !== null ? 2 : birthYear !== null ? 1 : 0),
    language: () => 1,
    country: ({ country }) => (country === null ? 0 : 1),
    city: ({ city }) => (city === "" ? 0 : 1),
    school: ({ school }) => (school === "" ? 0 : 1),
  }
  return says[field](away) > says[field](kept) ? "away" : "kept"
}

function personFields(kept: Dossier, away: Dossier, choices: MergeChoices): [field: string, was: StepValue, became: StepValue][] {
  const of = (field: MergeField) => ((choices[field] ?? preferred(field, kept, away)) === "away" ? away : kept)
  const [name, birth, city, school] = [of("name"), of("birth"), of("city"), of("school")]
  return [
    ["given_name", kept.givenName, name.givenName],
    ["family_name", kept.familyName, name.familyName],
    ["name_folded", kept.nameFolded, searchedName(name, kept, away)],
    ["birth_date", kept.birthDate, birth.birthDate],
    ["birth_year", kept.birthYear, birth.birthYear],
    ["language", kept.language, of("language").language],
    ["country", kept.country, of("country").country],
    ["city", kept.city, city.city],
    ["school", kept.school, school.school],
    ["place_folded", kept.placeFolded, city === school ? city.placeFolded : foldName(`${city.city} ${school.school}`)],
  ]
}

/** The name that is kept, and behind it every word that either was found by: they are found by both. */
function searchedName(name: Dossier, kept: Dossier, away: Dossier): string {
  const first = foldName(`${name.givenName} ${name.familyName}`)
  const words = new Set(first.split(" "))
  const others = `${kept.nameFolded} ${away.nameFolded}`.split(" ").filter((word) => word !== "" && !words.has(word))
  return [first, ...new Set(others)].filter((part) => part !== "").join(" ")
}

/**
 * Living consents that the same human has taken back since, under their other name: who said no last is not written to. A
 * no is for every address, and a yes after it for its own. What has run out is a yes that was said all the same, and what an
 * earlier merge has closed nobody has said no to.
 */
function overruledConsents(kept: Dossier, away: Dossier, closed: ReadonlySet<string>) {
  const isSame = (a: Consent, b: Consent) => a.university === b.university && a.channel === b.channel && a.purpose === b.purpose
  const overruled = (mine: readonly Consent[], theirs: readonly Consent[]) =>
    mine.filter((one) => {
      if (!isLiving(one) || closed.has(one.id)) return false
      const others = theirs.filter((other) => isSame(one, other))
      const noes = others.flatMap(({ withdrawnAt, withdrawnHow }) =>
        withdrawnAt === null || withdrawnHow === "merge" ? [] : [withdrawnAt.getTime()],
      )
      const yeses = [one, ...others.filter(({ address }) => address === one.address)].map(({ givenAt }) => givenAt.getTime())
      return Math.max(0, ...noes) > Math.max(...yeses)
    })
  return [...overruled(kept.consents, away.consents), ...overruled(away.consents, kept.consents)]
}

/** Living consents that the other one has given too, for the same address: of the two, the one that sleeps. */
function givenTwice(kept: Dossier, away: Dossier): Consent[] {
  return away.consents.filter(isLiving).flatMap((theirs) => {
    const ours = kept.consents.filter(isLiving).find((one) => keyOf(one) === keyOf(theirs))
    if (ours === undefined) return []
    return [ours.awakeAt === null && theirs.awakeAt !== null ? ours : theirs]
  })
}

/**
 * Of the adults who answer for either, those who answer for the one they are: who has agreed before who has not, and then
 * the kept one's. Whose contact is the candidate's own answers for nobody, by whichever name it was theirs.
 */
function guardianOf(kept: Dossier, away: Dossier): { aside: Dossier["guardians"]; moving: Dossier["guardians"] } {
  const own = new Set([...kept.contacts, ...away.contacts].map(({ mailbox, value }) => mailbox ?? value))
  const isOwn = ({ mailbox, phone }: Guardian) => [mailbox, phone].some((contact) => contact !== null && own.has(contact))
  const living = (person: Dossier) => person.guardians.filter(({ withdrawnAt }) => withdrawnAt === null)
  const answers = (person: Dossier) => living(person).find((guardian) => !isOwn(guardian))
  const [ours, theirs] = [answers(kept), answers(away)]
  const hasAgreed = (guardian: Guardian | undefined) => guardian !== undefined && guardian.consentedAt !== null
  if (ours !== undefined && (hasAgreed(ours) || !hasAgreed(theirs))) return { aside: living(kept).filter(isOwn), moving: [] }
  return { aside: living(kept), moving: away.guardians.filter((guardian) => guardian.withdrawnAt !== null || !isOwn(guardian)) }
}

function keyOf({ university, channel, purpose, address }: Consent): string {
  return `${university} ${channel} ${purpose} ${address}`
}

type Consent = Dossier["consents"][number]
type Guardian = Dossier["guardians"][number]
