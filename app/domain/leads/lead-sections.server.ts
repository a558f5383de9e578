import { Prisma } from "#app/platform/prisma-client/client.ts"
import type { LeadStage, University } from "#app/platform/prisma-client/enums.ts"
import { foldName } from "#app/platform/text.ts"
import { namesSought, personMatches, placesMatch, wordsMatch } from "#app/domain/people/search-people.server.ts"
import type { LeadFilter } from "./lead-filter.ts"
import { endOfToday, type LeadNeed } from "./lead-need.ts"

/*
 * The list of leads is one section after another, each a range of one partial index (migration "triage") in its order: no
 * row is read that the section does not show, at any size. Together the sections of a need are `leadNeed` in SQL; `l` is
 * the lead and `p` the person. Conditions that a partial index has are written word for word as it has them.
 */

/**
 * A filter as the database is asked by it: its tag is spelled as the university spells it, and `referred` are the persons
 * behind its words when those are a reference that somebody was given.
 */
export type AskedFilter = LeadFilter & { referred?: readonly string[] }

export type Section = {
  key: string
  /** Null where leads of several needs stand together. */
  need: LeadNeed | null
  by: "answer_due_at" | "due_at" | "snoozed_until" | "active_at" | "score"
  isDescending: boolean
  where: Prisma.Sql
}

const { sql } = Prisma
const open = sql`l.stage not in ('applied', 'closed')`

/** A stage as part of the statement: of a value that comes beside it the planner cannot tell which partial indexes have it. */
export function stageText(stage: LeadStage): Prisma.Sql {
  return Prisma.raw(`'${stage}'`)
}

/** Sections of new leads alone, and of those that are new no more. */
const ofNew = ["new-clock", "new"]
const ofLater = ["waiting", "woken"]

function awakeAt(moment: Prisma.Sql): Prisma.Sql {
  return sql`(l.snoozed_until is null and l.snoozed_for = '' or l.snoozed_until <= ${moment})`
}

/** All sections at a moment, in the order of the list. */
function sectionsAt(now: Date): Section[] {
  const moment = sql`${now.toISOString()}::timestamptz`
  const tonight = sql`${endOfToday(now).toISOString()}::timestamptz`
  const awake = awakeAt(moment)
  const notLate = sql`(l.answer_due_at is null or l.answer_due_at >= ${moment})`
  const rising = (key: string, need: LeadNeed, by: Section["by"], where: Prisma.Sql): Section => ({
    key,
    need,
    by,
    isDescending: false,
    where: sql`${open} and ${where}`,
  })
  const latest = (key: string, need: LeadNeed, where: Prisma.Sql): Section => ({ key, need, by: "active_at", isDescending: true, where })
  return [
    rising("late", "late", "answer_due_at", sql`l.answer_due_at is not null and l.answer_due_at < ${moment} and ${awake}`),
    rising(
      "unseen-clock",
      "unseen",
      "answer_due_at",
      sql`l.seen_at is null and l.answer_due_at is not null and l.answer_due_at >= ${moment} and ${awake}`,
    ),
    latest("unseen", "unseen", sql`l.seen_at is null and l.answer_due_at is null and ${open} and ${awake}`),
    rising(
      "due",
      "due",
      "due_at",
      sql`l.seen_at is not null and l.due_at is not null and l.due_at < ${tonight} and ${notLate} and ${awake}`,
    ),
    rising(
      "new-clock",
      "new",
      "answer_due_at",
      sql`l.stage = 'new' and l.seen_at is not null and l.due_at is null and l.answer_due_at is not null and l.answer_due_at >= ${moment}
        and ${awake}`,
    ),
    latest("new", "new", sql`l.stage = 'new' and l.seen_at is not null and l.answer_due_at is null and l.due_at is null and ${awake}`),
    rising(
      "planned",
      "waiting",
      "due_at",
      sql`l.seen_at is not null and l.due_at is not null and l.due_at >= ${tonight} and ${notLate} and ${awake}`,
    ),
    latest(
      "waiting",
      "waiting",
      sql`l.seen_at is not null and l.due_at is null and l.snoozed_until is null and l.snoozed_for = ''
        and l.stage not in ('new', 'applied', 'closed') and ${notLate}`,
    ),
    rising(
      "woken",
      "waiting",
      "snoozed_until",
      sql`l.snoozed_until is not null and l.snoozed_until <= ${moment} and l.seen_at is not null and l.due_at is null and l.stage <> 'new'
        and ${notLate}`,
    ),
    rising("asleep", "waiting", "snoozed_until", sql`l.snoozed_until is not null and l.snoozed_until > ${moment}`),
    latest("asleep-for", "waiting", sql`l.snoozed_until is null and l.snoozed_for <> '' and ${open}`),
    latest("applied", "done", sql`l.stage = 'applied'`),
    latest("closed", "done", sql`l.stage = 'closed'`),
  ]
}

/**
 * The sections that a filter shows: none when its need and its stage leave room for nobody. What it searches for, or asks
 * for in another order, is one flat section.
 */
export function sectionsOf(filter: LeadFilter, now: Date): Section[] {
  const { need, stage, order, words } = filter
  const all = sectionsAt(now).filter((section) => {
    if (need !== undefined && section.need !== need) return false
    if (stage === "applied" || stage === "closed") return section.key === stage
    if (stage !== undefined && (stage === "new" ? ofLater : ofNew).includes(section.key)) return false
    if (section.key === "closed") return need === "done" || words !== undefined
    return stage === undefined || section.need !== "done"
  })
  if (all.length === 0) return []
  if (order === undefined && words === undefined) return need === undefined ? withOneClock(all, now) : all
  const by = order === "score" ? "score" : "active_at"
  const where =
    need !== undefined
      ? sql`(${Prisma.join(
          all.map((section) => sql`(${section.where})`),
          " or ",
        )})`
      : stage === undefined && words === undefined
        ? sql`l.stage <> 'closed'`
        : sql`true`
  return [{ key: "flat", need: null, by, isDescending: true, where }]
}

/**
 * What is late and what nobody has opened, where an answer is due for it, go by the same clock, the one up to now and the
 * other from now on: a list that has both reads them as one section.
 */
function withOneClock(sections: readonly Section[], now: Date): Section[] {
  const [late, unseen, ...others] = sections
  if (late?.key !== "late" || unseen?.key !== "unseen-clock") return [...sections]
  const moment = sql`${now.toISOString()}::timestamptz`
  const where = sql`${open} and l.answer_due_at is not null and (l.answer_due_at < ${moment} or l.seen_at is null) and ${awakeAt(moment)}`
  return [{ ...late, need: null, where }, ...others]
}

/** What a filter asks of a lead beside its section and beside `peopleSought`. The university is always part of it; who was merged away is on no list. */
export function filterWhere(university: University, personId: string, filter: AskedFilter): Prisma.Sql {
  const parts = [sql`l.university = ${university}::university and l.set_aside_by is null`]
  if (filter.stage !== undefined) parts.push(sql`l.stage = ${stageText(filter.stage)}`)
  if (filter.country !== undefined) parts.push(sql`l.country = ${filter.country}`)
  if (filter.level !== undefined) parts.push(sql`l.level = ${filter.level}::level`)
  if (filter.language !== undefined) parts.push(sql`l.language = ${filter.language}::language`)
  if (filter.owner === "mine") parts.push(sql`l.owner_id = ${personId}::uuid`)
  if (filter.owner === "none") parts.push(sql`l.owner_id is null`)
  if (filter.tag !== undefined) parts.push(sql`l.tagged @> array[${filter.tag}]`)
  if (filter.source !== undefined) parts.push(sql`l.first_source = ${filter.source}`)
  if (filter.score !== undefined) parts.push(sql`l.score >= ${filter.score}`)
  if (filter.referred !== undefined) parts.push(sql`l.person_id = any(${[...filter.referred]}::uuid[])`)
  else if (filter.words !== undefined && namesOf(filter) === null) parts.push(personMatches(filter.words, sql`l.person_id`))
  return Prisma.join(parts, " and ")
}

/** Whom a filter seeks by words of a name or a place, as a condition on the person; null when it seeks nobody so. */
export function peopleSought(filter: AskedFilter): Prisma.Sql | null {
  const names = namesOf(filter)
  const places = foldName(filter.place ?? "")
    .split(" ")
    .filter((word) => word !== "")
  const parts = [...(names === null ? [] : [wordsMatch(names)]), ...(places.length === 0 ? [] : [placesMatch(places)])]
  return parts.length === 0 ? null : Prisma.join([sql`p.merged_into_id is null`, ...parts], " and ")
}

function namesOf({ words, referred }: AskedFilter): string[] | null {
  return words === undefined || referred !== undefined ? null : namesSought(words)
}

/** Where a page ended: its section, and the value and id of its last row. */
export type LeadKey = { section: string; value: number; id: string }

export function writeLeadKey({ section, value, id }: LeadKey): string {
  return `${section}.${value.toString(36)}_${id}`
}

/** Null for a missing or garbled one: the list then begins at its start. */
export function readLeadKey(text: string | null): LeadKey | null {
  const found = /^([a-z-]{1,20})\.(-?[0-9a-z]{1,10})_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(text ?? "")
  if (found === null) return null
  const value = Number.parseInt(found[2] ?? "", 36)
  return Math.abs(value) > 8_640_000_000_000 ? null : { section: found[1] ?? "", value, id: found[3] ?? "" }
}

/** The column a section goes by, as a number that a key can hold: milliseconds, or the score. */
export function valueOf(by: Section["by"]): Prisma.Sql {
  return by === "score" ? sql`l.score::float8` : sql`(extract(epoch from l.${Prisma.raw(by)}) * 1000)::float8`
}

/** What comes after a key in its section. */
export function afterKey({ by, isDescending }: Section, { value, id }: LeadKey): Prisma.Sql {
  const bound = by === "score" ? sql`${value}::int` : sql`${new Date(value).toISOString()}::timestamptz`
  return sql`(l.${Prisma.raw(by)}, l.id) ${Prisma.raw(isDescending ? "<" : ">")} (${bound}, ${id}::uuid)`
}

export function orderOf({ by, isDescending }: Section): Prisma.Sql {
  const direction = Prisma.raw(isDescending ? "desc" : "asc")
  return sql`l.${Prisma.raw(by)} ${direction}, l.id ${direction}`
}
