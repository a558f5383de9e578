import type { Ctx } from "#app/platform/ctx.server.ts"
import { type Page, pageOf, readPageKey } from "#app/platform/page-key.ts"
import { Prisma } from "#app/platform/prisma-client/client.ts"
import type { LeadStage, Level, University } from "#app/platform/prisma-client/enums.ts"
import { isReference, tidyReference } from "#app/platform/reference.ts"
import type { Language } from "#app/locales/languages.ts"
import { isLookReason } from "#app/domain/people/judge-pair.ts"
import { personMatches } from "#app/domain/people/search-people.server.ts"
import type { LeadFilter } from "./lead-filter.ts"

/** Counts stop here: a desk needs to know that there are many, not how many a million is. */
export const countCap = 1000
const pageSize = 50

export type LeadRow = {
  id: string
  personId: string
  name: string
  stage: LeadStage
  country: string | null
  language: Language
  level: Level | null
  fields: string[]
  isSeen: boolean
  activeAt: Date
  ownerName: string | null
}

type RawRow = {
  id: string
  person_id: string
  given_name: string
  family_name: string
  stage: LeadStage
  country: string | null
  language: Language
  level: Level | null
  fields: string
  is_seen: boolean
  active_ms: number
  owner_name: string | null
}

/** The condition of a list over `lead l join person p`. The university is always part of it. */
function leadsWhere(university: University, personId: string, filter: LeadFilter): Prisma.Sql {
  const parts = [Prisma.sql`l.university = ${university}::university and l.set_aside_by is null`]
  if (filter.stage !== undefined) parts.push(Prisma.sql`l.stage = ${filter.stage}::lead_stage`)
  else if (filter.words === undefined) parts.push(Prisma.sql`l.stage <> 'closed'`)
  if (filter.country !== undefined) parts.push(Prisma.sql`l.country = ${filter.country}`)
  if (filter.level !== undefined) parts.push(Prisma.sql`l.level = ${filter.level}::level`)
  if (filter.language !== undefined) parts.push(Prisma.sql`l.language = ${filter.language}::language`)
  if (filter.owner === "mine") parts.push(Prisma.sql`l.owner_id = ${personId}::uuid`)
  if (filter.owner === "none") parts.push(Prisma.sql`l.owner_id is null`)
  if (filter.isUnseen === true) parts.push(Prisma.sql`l.seen_at is null`)
  if (filter.words !== undefined) parts.push(personMatches(filter.words, referenceOwners(filter.words)))
  return Prisma.join(parts, " and ")
}

/** Whose enquiry or application carries the reference, when the text is one. */
function referenceOwners(words: string): Prisma.Sql | null {
  const reference = tidyReference(words)
  if (!isReference(reference)) return null
  return Prisma.sql`select person_id from enquiry where reference = ${reference} union select person_id from application where reference = ${reference}`
}

type ListOptions = { university: University; personId: string; filter: LeadFilter; after?: string | null; size?: number }

/** Leads of one university, the latest activity first, a page at a time. */
export async function listLeads(
  ctx: Ctx,
  { university, personId, filter, after = null, size = pageSize }: ListOptions,
): Promise<Page<LeadRow>> {
  const key = readPageKey(after)
  const onwards =
    key === null ? Prisma.empty : Prisma.sql`and (l.active_at, l.id) < (${key.at.toISOString()}::timestamptz, ${key.id}::uuid)`
  const rows = await ctx.db.$queryRaw<RawRow[]>`
    select l.id::text as id, l.person_id::text as person_id, p.given_name, p.family_name, l.stage::text as stage, l.country,
      l.language::text as language, l.level::text as level, coalesce(array_to_string(l.fields, ','), '') as fields, l.seen_at is not null as is_seen,
      (extract(epoch from l.active_at) * 1000)::float8 as active_ms, trim(o.given_name || ' ' || o.family_name) as owner_name
    from lead l join person p on p.id = l.person_id left join person o on o.id = l.owner_id
    where ${leadsWhere(university, personId, filter)} ${onwards}
    order by l.active_at desc, l.id desc limit ${size + 1}`
  const leads = rows.map((row) => ({
    id: row.id,
    personId: row.person_id,
    name: `${row.given_name} ${row.family_name}`.trim(),
    stage: row.stage,
    country: row.country,
    language: row.language,
    level: row.level,
    fields: row.fields === "" ? [] : row.fields.split(","),
    isSeen: row.is_seen,
    activeAt: new Date(row.active_ms),
    ownerName: row.owner_name,
  }))
  return pageOf(leads, size, (lead) => ({ at: lead.activeAt, id: lead.id }))
}

/** How many leads a filter meets, counted up to `cap` and one more. */
export async function countLeads(
  ctx: Ctx,
  { university, personId, filter, cap = countCap }: { university: University; personId: string; filter: LeadFilter; cap?: number | null },
): Promise<number> {
  const limit = cap === null ? Prisma.empty : Prisma.sql`limit ${cap + 1}`
  const rows = await ctx.db.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from (
      select 1 from lead l join person p on p.id = l.person_id where ${leadsWhere(university, personId, filter)} ${limit}
    ) counted`
  return rows[0]?.count ?? 0
}

/** The views of the desk's first column, with what they narrow to. */
export const leadViews = [
  { key: "unseen", filter: { isUnseen: true } },
  { key: "mine", filter: { owner: "mine" } },
  { key: "unowned", filter: { owner: "none" } },
  { key: "open", filter: {} },
  { key: "new", filter: { stage: "new" } },
  { key: "contacted", filter: { stage: "contacted" } },
  { key: "qualified", filter: { stage: "qualified" } },
  { key: "nurturing", filter: { stage: "nurturing" } },
  { key: "applying", filter: { stage: "applying" } },
  { key: "applied", filter: { stage: "applied" } },
  { key: "closed", filter: { stage: "closed" } },
] as const satisfies readonly { key: string; filter: LeadFilter }[]

export type LeadView = (typeof leadViews)[number]["key"]

/** The capped count of every view, in one statement. */
export async function countLeadViews(
  ctx: Ctx,
  { university, personId }: { university: University; personId: string },
): Promise<Record<LeadView, number>> {
  const counts = leadViews.map(
    ({ key, filter }) => Prisma.sql`select ${key}::text as key, count(*)::int as count from (
      select 1 from lead l where ${leadsWhere(university, personId, filter)} limit ${countCap + 1}) v`,
  )
  const rows = await ctx.db.$queryRaw<{ key: LeadView; count: number }[]>(Prisma.join(counts, " union all "))
  return Object.fromEntries(rows.map((row) => [row.key, row.count])) as Record<LeadView, number>
}

/** One lead of the university with all its desk may know. Null when it is not theirs. */
export async function findLead(ctx: Ctx, { university, leadId }: { university: University; leadId: string }) {
  const lead = await ctx.db.lead.findFirst({
    where: { id: leadId, university, setAsideBy: null },
    include: {
      owner: { select: { id: true, givenName: true, familyName: true } },
      person: {
        include: {
          contacts: { orderBy: { createdAt: "asc" } },
          // A consent is given to one university; the other does not read it.
          consents: { where: { university }, orderBy: { givenAt: "asc" } },
          guardians: { where: { withdrawnAt: null }, take: 1 },
          enquiries: { orderBy: { createdAt: "desc" }, take: 30 },
          applications: {
            orderBy: { createdAt: "desc" },
            select: {
              id: true,
              choices: {
                where: { university, state: { not: "listed" } },
                select: { id: true, state: true, intake: { select: { programme: { select: { title: true } }, startsOn: true } } },
              },
            },
          },
        },
      },
    },
  })
  if (lead === null) return null
  const programmeIds = lead.person.enquiries.flatMap((enquiry) => enquiry.programmeId ?? [])
  const [programmes, notes, duplicates] = [
    await ctx.db.programme.findMany({ where: { id: { in: programmeIds } }, select: { id: true, title: true } }),
    await ctx.db.note.findMany({
      where: { thing: "lead", thingId: leadId, university },
      orderBy: { id: "desc" },
      take: 100,
      include: { author: { select: { givenName: true, familyName: true } } },
    }),
    await findDuplicates(ctx, { university, personId: lead.personId }),
  ]
  return { lead, programmes: new Map(programmes.map((programme) => [programme.id, programme.title])), notes, duplicates }
}

/** Persons who may be the same one, the likeliest first; who was merged away is not among them. */
async function findDuplicates(ctx: Ctx, { university, personId }: { university: University; personId: string }) {
  const suggestions = await ctx.db.duplicateSuggestion.findMany({
    where: { OR: [{ personAId: personId }, { personBId: personId }], dismissedAt: null },
    orderBy: [{ score: "desc" }, { id: "desc" }],
    take: 10,
  })
  const others = suggestions.map((row) => (row.personAId === personId ? row.personBId : row.personAId))
  const people = await ctx.db.person.findMany({
    where: { id: { in: others }, mergedIntoId: null },
    select: {
      id: true,
      givenName: true,
      familyName: true,
      country: true,
      birthYear: true,
      leads: { where: { university, setAsideBy: null }, select: { id: true } },
    },
  })
  return suggestions.flatMap((suggestion, place) => {
    const person = people.find(({ id }) => id === others[place])
    if (person === undefined) return []
    const reasons = suggestion.reasons.filter(isLookReason)
    return [{ id: suggestion.id, person, reasons, leadId: person.leads[0]?.id ?? null }]
  })
}

/** The staff of a university to whom leads may be given. */
export async function listLeadOwners(ctx: Ctx, university: University): Promise<{ id: string; name: string }[]> {
  const rows = await ctx.db.staff.findMany({
    where: { university, isActive: true, role: { in: ["outreach", "officer", "head"] } },
    select: { person: { select: { id: true, givenName: true, familyName: true } } },
    orderBy: { createdAt: "asc" },
  })
  return rows.map(({ person }) => ({ id: person.id, name: `${person.givenName} ${person.familyName}`.trim() }))
}
