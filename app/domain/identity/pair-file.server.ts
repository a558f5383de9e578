import type { Ctx } from "#app/platform/ctx.server.ts"
import { isLookReason, type LookReason } from "#app/domain/people/judge-pair.ts"
import { universityOf } from "#app/domain/people/permissions.ts"
import type { StaffActor } from "#app/platform/ctx.server.ts"
import type { LeadStage, University } from "#app/platform/prisma-client/enums.ts"
import { type Dossier, readDossier } from "./dossier.server.ts"
import { keptFirst, type MergeRefusal, whyNotMerge } from "./merge-policy.ts"
import { type MergeField, mergeFields, type MergeSummary, planMerge, preferred } from "./plan-merge.ts"

export type PairPerson = Pick<
  Dossier,
  "id" | "givenName" | "familyName" | "birthDate" | "birthYear" | "language" | "country" | "city" | "school" | "createdAt"
> & {
  contacts: { kind: "email" | "phone"; text: string; isProved: boolean; signsIn: boolean }[]
  enquiries: { id: string; at: Date; message: string; reference: string }[]
  /** Years of their applications: both desks know that one is under way, and no more of it is read here. */
  years: number[]
  /** Their lead at the reader's university. */
  lead: { id: string; stage: LeadStage; ownerName: string | null } | null
  /** Where they have a lead, of the two universities only one's own is opened. */
  isKnownElsewhere: boolean
}

export type PairFile = {
  id: string
  score: number
  reasons: LookReason[]
  isDismissed: boolean
  kept: PairPerson
  away: PairPerson
  fields: { field: MergeField; isSame: boolean; preferred: "kept" | "away" }[]
  refusal: MergeRefusal | null
  /** Whether it could be done with the other one kept. */
  mayTurn: boolean
  /** What would become of what, as far as the university may see it; null where it may not be done. */
  outcome:
    | (Omit<MergeSummary, "consents" | "rsvps"> & {
        consents: { moved: number; withdrawn: number }
        rsvps: { moved: number; both: number }
      } & {
        lead: { becomes: LeadStage; both: boolean } | null
      })
    | null
}

/**
 * A suggested pair side by side, with what a merge would do: what both universities share, and of what is a university's
 * own only the reader's. Null when the university knows neither, and when one of them has been merged since.
 */
export async function readPair(
  ctx: Ctx & { actor: StaffActor },
  { suggestionId, keptId = null }: { suggestionId: string; keptId?: string | null },
): Promise<PairFile | null> {
  const university = universityOf(ctx.actor)
  const suggestion = await ctx.db.duplicateSuggestion.findUnique({ where: { id: suggestionId } })
  if (suggestion === null) return null
  const [a, b] = [await readDossier(ctx.db, suggestion.personAId), await readDossier(ctx.db, suggestion.personBId)]
  if (a === null || b === null || a.mergedIntoId !== null || b.mergedIntoId !== null) return null
  if (![...a.leads, ...b.leads].some((lead) => lead.university === university)) return null
  const usual = keptFirst(a, b)
  const [kept, away] = keptId === usual[1].id ? [usual[1], usual[0]] : usual
  const refusal = whyNotMerge(kept, away)
  return {
    id: suggestionId,
    score: suggestion.score,
    reasons: suggestion.reasons.filter(isLookReason),
    isDismissed: suggestion.dismissedAt !== null,
    kept: await shown(ctx, kept, university),
    away: await shown(ctx, away, university),
    fields: mergeFields.map((field) => ({ field, isSame: isSame(field, kept, away), preferred: preferred(field, kept, away) })),
    refusal,
    mayTurn: whyNotMerge(away, kept) === null,
    outcome: refusal === null ? outcomeOf(ctx, kept, away, university) : null,
  }
}

function isSame(field: MergeField, kept: Dossier, away: Dossier): boolean {
  const said: Record<MergeField, (person: Dossier) => string> = {
    name: ({ givenName, familyName }) => `${givenName}\n${familyName}`,
    birth: ({ birthDate, birthYear }) => birthDate?.toISOString() ?? String(birthYear),
    language: ({ language }) => language,
    country: ({ country }) => country ?? "",
    city: ({ city }) => city,
    school: ({ school }) => school,
  }
  return said[field](kept) === said[field](away)
}

function outcomeOf(ctx: Ctx, kept: Dossier, away: Dossier, university: University): PairFile["outcome"] {
  const { leads, summary } = planMerge({ kept, away, choices: {}, mergeId: kept.id, now: ctx.now() })
  const lead = leads.find((each) => each.university === university && !each.isSetAside)
  const rsvps = summary.rsvps.filter(({ owner }) => owner === "JOINT" || owner === university)
  return {
    moved: summary.moved,
    endedSignIns: summary.endedSignIns,
    setAsideYears: summary.setAsideYears,
    consents: summary.consents.find((each) => each.university === university) ?? { moved: 0, withdrawn: 0 },
    rsvps: {
      moved: rsvps.reduce((sum, each) => sum + each.moved, 0),
      both: rsvps.reduce((sum, each) => sum + each.both, 0),
    },
    lead: lead === undefined ? null : { becomes: lead.to, both: leads.some((each) => each.university === university && each.isSetAside) },
  }
}

async function shown(ctx: Ctx, person: Dossier, university: University): Promise<PairPerson> {
  const enquiries = await ctx.db.enquiry.findMany({
    where: { personId: person.id },
    orderBy: { createdAt: "desc" },
    take: 5,
    select: { id: true, reference: true, message: true, createdAt: true },
  })
  const lead = person.leads.find((each) => each.university === university)
  const owner =
    lead === undefined || lead.ownerId === null
      ? null
      : await ctx.db.person.findUnique({ where: { id: lead.ownerId }, select: { givenName: true, familyName: true } })
  const { id, givenName, familyName, birthDate, birthYear, language, country, city, school, createdAt } = person
  return {
    id,
    givenName,
    familyName,
    birthDate,
    birthYear,
    language,
    country,
    city,
    school,
    createdAt,
    contacts: person.contacts.map(({ kind, value, typed, provedAt, signsIn }) => ({
      kind,
      text: kind === "email" ? typed : value,
      isProved: provedAt !== null,
      signsIn,
    })),
    enquiries: enquiries.map(({ createdAt: at, ...enquiry }) => ({
      ...enquiry,
      at,
    })),
    years: person.applications.map(({ admissionYear }) => admissionYear),
    lead:
      lead === undefined
        ? null
        : {
            id: lead.id,
            stage: lead.stage,
            ownerName: owner === null ? null : `${owner.givenName} ${owner.familyName}`.trim(),
          },
    isKnownElsewhere: lead === undefined && person.leads.length > 0,
  }
}
