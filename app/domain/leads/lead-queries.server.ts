import type { Ctx } from "#app/platform/ctx.server.ts"
import type { Page } from "#app/platform/page-key.ts"
import { Prisma } from "#app/platform/prisma-client/client.ts"
import type { LeadStage, Level, University } from "#app/platform/prisma-client/enums.ts"
import { isReference, tidyReference } from "#app/platform/reference.ts"
import { foldName } from "#app/platform/text.ts"
import type { Language } from "#app/locales/languages.ts"
import { isLookReason } from "#app/domain/people/judge-pair.ts"
import type { LeadFilter } from "./lead-filter.ts"
import { leadNeed, type LeadNeed } from "./lead-need.ts"
import { leadStages } from "./lead-states.ts"
import {
  afterKey,
  type AskedFilter,
  filterWhere,
  peopleSought,
  readLeadKey,
  type Section,
  sectionsOf,
  stageText,
  writeLeadKey,
} from "./lead-sections.server.ts"
import { leadsOf, type RawRow, readLeadRows, readRowsOf, type Search } from "./read-lead-rows.server.ts"

/** Counts stop here: a desk needs to know that there are many, not how many a million is. */
export const countCap = 1000
const pageSize = 50

export type LeadRow = {
  id: string
  personId: string
  name: string
  stage: LeadStage
  need: LeadNeed
  country: string | null
  language: Language
  level: Level | null
  fields: string[]
  tags: string[]
  score: number
  isSeen: boolean
  activeAt: Date
  answerDueAt: Date | null
  dueAt: Date | null
  snoozedUntil: Date | null
  nextAction: string
  ownerName: string | null
}

type ListOptions = { university: University; personId: string; filter: LeadFilter; after?: string | null; size?: number; search?: Search }

/**
 * Leads of one university by what needs doing, a page at a time; with words or an order of its own, one flat list. What
 * ends in one section goes on in the next.
 */
export async function listLeads(
  ctx: Ctx,
  { university, personId, filter, after = null, size = pageSize, search }: ListOptions,
): Promise<Page<LeadRow>> {
  const key = readLeadKey(after)
  const all = sectionsOf(filter, ctx.now())
  const place =
    key === null
      ? 0
      : Math.max(
          0,
          all.findIndex((section) => section.key === key.section),
        )
  const sections = all.slice(place)
  const [first] = sections
  const asked = await askedFilter(ctx, university, filter)
  const rows = await readLeadRows(ctx, {
    university,
    filter: asked,
    where: filterWhere(university, personId, asked),
    sections,
    onwards: key !== null && first?.key === key.section ? afterKey(first, key) : null,
    limit: size + 1,
    search,
  })
  const kept = rows.slice(0, size)
  const last = kept.at(-1)
  const lastSection = all[place + (last?.place ?? 0)]
  return {
    rows: kept.map((row) => toLead(row, ctx.now())),
    next:
      rows.length > size && last !== undefined && lastSection !== undefined
        ? writeLeadKey({ section: lastSection.key, value: last.value, id: last.id })
        : null,
  }
}

async function askedFilter(ctx: Ctx, university: University, filter: LeadFilter): Promise<AskedFilter> {
  const tag = filter.tag === undefined ? null : await spelledTag(ctx, university, filter.tag)
  const referred = filter.words === undefined ? [] : await referredBy(ctx, filter.words)
  return { ...filter, ...(tag === null ? {} : { tag }), ...(referred.length === 0 ? {} : { referred }) }
}

/** A tag stands on a lead as its university first spelled it. */
async function spelledTag(ctx: Ctx, university: University, tag: string): Promise<string | null> {
  const known = await ctx.db.leadTag.findUnique({ where: { university_folded: { university, folded: foldName(tag) } } })
  return known?.label ?? null
}

/**
 * The persons whose enquiry or application carries a text as its reference. Of all names and numbers of nine signs one in
 * twenty-nine has the form of one: until it was given to somebody it is a name or a number like another.
 */
async function referredBy(ctx: Ctx, words: string): Promise<string[]> {
  const reference = tidyReference(words)
  if (!isReference(reference)) return []
  const rows = await ctx.db.$queryRaw<{ id: string }[]>`/* prepared */
    select person_id::text as id from enquiry where reference = ${reference}
    union select person_id::text from application where reference = ${reference}`
  return rows.map(({ id }) => id)
}

function toLead(row: RawRow, now: Date): LeadRow {
  return {
    id: row.id,
    personId: row.person_id,
    name: `${row.given_name} ${row.family_name}`.trim(),
    stage: row.stage,
    need: leadNeed(
      {
        stage: row.stage,
        seenAt: row.seen_at,
        answerDueAt: row.answer_due_at,
        dueAt: row.due_at,
        snoozedUntil: row.snoozed_until,
        snoozedFor: row.snoozed_for,
      },
      now,
    ),
    country: row.country,
    language: row.language,
    level: row.level,
    fields: row.fields === "" ? [] : row.fields.split(","),
    tags: row.tags,
    score: row.score,
    isSeen: row.seen_at !== null,
    activeAt: row.active_at,
    answerDueAt: row.answer_due_at,
    dueAt: row.due_at,
    snoozedUntil: row.snoozed_until,
    nextAction: row.next_action,
    ownerName: row.owner_name,
  }
}

/**
 * Some leads of the university as they are now, with whether the filter still shows them. Ids that are not theirs are
 * left out.
 */
export async function listLeadsById(
  ctx: Ctx,
  { university, personId, filter, ids }: { university: University; personId: string; filter: LeadFilter; ids: readonly string[] },
): Promise<(LeadRow & { isShown: boolean })[]> {
  const sections = sectionsOf(filter, ctx.now())
  const shown = sections.length === 0 ? Prisma.sql`false` : anyOf(sections)
  const asked = await askedFilter(ctx, university, filter)
  const where = filterWhere(university, personId, asked)
  const sought = peopleSought(asked) ?? Prisma.sql`true`
  const rows = await readRowsOf(ctx, {
    university,
    ids,
    place: Prisma.sql`case when ${where} and ${sought} and ${shown} then 1 else 0 end`,
  })
  return rows.map((row) => ({ ...toLead(row, ctx.now()), isShown: row.place === 1 }))
}

function anyOf(sections: readonly Section[]): Prisma.Sql {
  return Prisma.sql`(${Prisma.join(
    sections.map((section) => Prisma.sql`(${section.where})`),
    " or ",
  )})`
}

type CountOptions = { university: University; personId: string; filter: LeadFilter; cap?: number | null }

/** A statement that counts what a filter meets, up to `cap` and one more. What needs something is counted section by section. */
function countOf(now: Date, { university, personId, filter, cap = countCap }: CountOptions & { filter: AskedFilter }): Prisma.Sql {
  const where = filterWhere(university, personId, filter)
  const sought = peopleSought(filter)
  const from = sought === null ? Prisma.sql`lead l` : leadsOf(Prisma.sql`(select p.id from person p where ${sought} offset 0)`, university)
  const limit = cap === null ? Prisma.empty : Prisma.raw(`limit ${cap + 1}`)
  const conditions =
    filter.need !== undefined
      ? sectionsOf({ ...filter, order: undefined }, now).map((section) => section.where)
      : [filter.stage === undefined && filter.words === undefined ? openOf(filter) : Prisma.sql`true`]
  if (conditions.length === 0) return Prisma.sql`select 0 as count`
  const [first, ...others] = conditions.map((condition) => Prisma.sql`select 1 from ${from} where ${where} and ${condition} ${limit}`)
  const all =
    others.length === 0
      ? first
      : Prisma.sql`select 1 from (${Prisma.join(
          [first, ...others].map((part) => Prisma.sql`(${part})`),
          " union all ",
        )}) every ${limit}`
  return Prisma.sql`select count(*)::int as count from (${all}) counted`
}

const openStages = leadStages.filter((stage) => stage !== "closed").map(stageText)

/** That a lead is not closed. Where nothing else is asked, by the stages that are left: their index answers without the lead. */
function openOf(filter: LeadFilter): Prisma.Sql {
  const isNarrowed = Object.keys(filter).some((name) => name !== "order")
  return isNarrowed ? Prisma.sql`l.stage <> 'closed'` : Prisma.sql`l.stage in (${Prisma.join(openStages)})`
}

/** How many leads a filter meets, counted up to `cap` and one more. */
export async function countLeads(ctx: Ctx, options: CountOptions): Promise<number> {
  const filter = await askedFilter(ctx, options.university, options.filter)
  const rows = await ctx.db.$queryRaw<{ count: number }[]>(countOf(ctx.now(), { ...options, filter }))
  return rows[0]?.count ?? 0
}

/** The views of the desk's first column, with what they narrow to. */
export const leadViews = [
  { key: "late", filter: { need: "late" } },
  { key: "unseen", filter: { need: "unseen" } },
  { key: "due", filter: { need: "due" } },
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
  const counts = await countFilters(ctx, { university, personId, filters: leadViews.map(({ filter }) => filter) })
  return Object.fromEntries(leadViews.map(({ key }, index) => [key, counts[index] ?? 0])) as Record<LeadView, number>
}

/** The capped count of each filter, in one statement. */
export async function countFilters(
  ctx: Ctx,
  { university, personId, filters }: { university: University; personId: string; filters: readonly LeadFilter[] },
): Promise<number[]> {
  if (filters.length === 0) return []
  const asked = await Promise.all(filters.map((filter) => askedFilter(ctx, university, filter)))
  const counts = asked.map((filter) => Prisma.sql`(${countOf(ctx.now(), { university, personId, filter })})`)
  const rows = await ctx.db.$queryRaw<{ counts: number[] }[]>(Prisma.sql`/* prepared */ select array[${Prisma.join(counts)}] as counts`)
  return rows[0]?.counts ?? []
}

/** The name and stage of a lead of the university; null when it is not theirs. */
export async function findLeadName(
  ctx: Ctx,
  { university, leadId }: { university: University; leadId: string },
): Promise<{ name: string; stage: LeadStage } | null> {
  const lead = await ctx.db.lead.findFirst({
    where: { id: leadId, university },
    select: { stage: true, person: { select: { givenName: true, familyName: true } } },
  })
  return lead === null ? null : { name: `${lead.person.givenName} ${lead.person.familyName}`.trim(), stage: lead.stage }
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
