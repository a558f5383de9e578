/*
 * What a row of a list made of somebody who was known, and how it is taken back: as data, decided before anything is written.
 */

import { foldName } from "#app/platform/text.ts"

/** A row of a table, or some of its columns, as PostgreSQL writes them. */
export type TableRow = Record<string, unknown>

/** What a row made of somebody who was known, with what stood there before. */
export type Change = {
  contacts: string[]
  person: ColumnsChange | null
  /** `before` is null for a lead that the row opened. */
  leads: { id: string; before: TableRow | null; after: TableRow }[]
  /** What the row says, whether it changed anything or found it so; of a row that another version wrote it is not known. */
  says?: Says
}
/** What is said of somebody, as columns; what is not said has none. */
export type Says = {
  /** Fills what is not known of the person. */
  person: TableRow
  /** Is laid over what stands in the leads. */
  lead: TableRow
  /** Fills what is not known of the leads. */
  supposed: TableRow
}
type ColumnsChange = { before: TableRow; after: TableRow }

/** Columns that say one thing together: they are looked at, and set back, as one. Who has done something with a lead wants it open and awake. */
const together: readonly (readonly string[])[] = [
  ["given_name", "family_name", "name_folded"],
  ["birth_date", "birth_year"],
  ["stage", "stage_before", "closed_reason", "snoozed_until", "snoozed_for", "version"],
]
/** What follows from other columns, or is of no row: it is reckoned anew, and never set back. */
const reckoned = ["place_folded", "looked_at"]
/** What every enquiry says of a lead, whatever stands in it. */
const saidByEach = [
  "stage",
  "stage_before",
  "closed_reason",
  "snoozed_until",
  "snoozed_for",
  "version",
  "last_source",
  "rescore_at",
  "to_assign",
  "seen_at",
  "active_at",
]

/** What differs between two looks at a row, with the columns that say one thing with those that do; null where nothing does. */
export function differing(before: TableRow, after: TableRow): ColumnsChange | null {
  const changed = Object.keys(after).filter((column) => !isEqual(before[column], after[column]))
  if (changed.length === 0) return null
  const columns = new Set(changed.flatMap((column) => groupOf(column).filter((one) => Object.hasOwn(after, one))))
  const only = (row: TableRow) => Object.fromEntries([...columns].map((column) => [column, row[column]]))
  return { before: only(before), after: only(after) }
}

type Words = {
  givenName: string
  familyName: string
  country: string | null
  birthDate?: Date | null
  birthYear: number | null
  city?: string
  school?: string
}

/** What somebody's words say of a person, as columns. */
export function saidOfPerson({ givenName, familyName, country, birthDate = null, birthYear, city = "", school = "" }: Words): TableRow {
  return onlySaid({
    given_name: givenName,
    family_name: familyName,
    name_folded: foldName(`${givenName} ${familyName}`),
    birth_date: birthDate?.toISOString().slice(0, 10) ?? null,
    birth_year: birthYear,
    country,
    city,
    school,
  })
}

/** Columns for which something is said. */
export function onlySaid(columns: TableRow): TableRow {
  return Object.fromEntries(
    Object.entries(columns).filter(([, value]) => value !== null && value !== "" && !(Array.isArray(value) && value.length === 0)),
  )
}

/** Another list's row of the same person, whose enquiry stands. */
export type OtherRow = {
  importId: string
  line: number
  personId: string
  enquiryId: string
  change: Change | null
  universities: readonly string[]
}

/** What somebody has asked of universities by no list that may be taken back. */
export type AskedSince = {
  personId: string
  universities: readonly string[]
  says: Omit<Says, "supposed">
}

/** Of a row of a table, what is to say again what it said before, where it still says what the list made of it: all of a group, or none. */
export type RowBack = { id: string; groups: ColumnsChange[] }

export type Back = {
  person: RowBack | null
  leads: RowBack[]
  /** Leads that the list opened and that no other list is at. */
  opened: string[]
  /** Rows of other lists that are to take back, when they are, what this one leaves to them. */
  heirs: OtherRow[]
}

/** What a list made of somebody, and what came after it. */
type WhatCame = {
  mine: readonly Change[]
  later: readonly OtherRow[]
  asked: readonly AskedSince[]
  universityOf: ReadonlyMap<string, string>
}

/**
 * How what a list made of somebody is taken back. `mine` are its changes in their order, `later` the rows of other lists that
 * came after them, `asked` what they have asked themselves since. A later list says what it would have said without this one,
 * whether it changed anything or found it so: that stands, and what stood there before is left to it, so that both taken back in
 * any order come to what was before both. What they have said themselves since is nobody's to take back: it stays for good, and
 * their lead where they asked stays open, awake and unseen.
 */
export function planBack(personId: string, { mine, later, asked, universityOf }: WhatCame): Back {
  const rest = later.map((row) => ({ ...row, change: row.change === null ? null : structuredClone(row.change) }))
  const heirs = new Set<OtherRow>()
  const inherit = (row: OtherRow, take: (change: Change) => boolean) => {
    row.change ??= { contacts: [], person: null, leads: [] }
    if (take(row.change)) heirs.add(row)
  }

  const person = folded(mine.map((change) => change.person))
  const personGroups = groupsOf(person).flatMap((group) => {
    const before = asked.reduce((state, { says }) => filled(state, says.person), group.before)
    return rebased({ before, after: group.after }, rest, {
      isOwn: ({ change }) => touches(change?.person, group),
      laid: (state, { change }) => filled(state, change?.says?.person),
      leave: (row, earlier) =>
        inherit(row, (change) => {
          const joined = joinedTo(change.person ?? { before: {}, after: {} }, earlier)
          if (joined !== null) change.person = joined
          return joined !== null
        }),
    })
  })

  const opened: string[] = []
  const leads = [...new Set(mine.flatMap((change) => change.leads.map(({ id }) => id)))].map((id): RowBack => {
    const changes = mine.flatMap((change) => change.leads.filter((lead) => lead.id === id))
    const university = universityOf.get(id) ?? ""
    const isAt = (row: AskedSince | OtherRow) => row.universities.includes(university)
    const entryOf = (change: Change) => {
      const known = change.leads.find((lead) => lead.id === id)
      const entry = known ?? { id, before: {}, after: {} }
      if (known === undefined) change.leads.push(entry)
      return entry
    }
    if (changes.some(({ before }) => before === null)) {
      const heir = rest.find(isAt)
      if (heir === undefined) opened.push(id)
      else
        inherit(heir, (change) => {
          entryOf(change).before = null
          return true
        })
      return { id, groups: [] }
    }
    const groups = groupsOf(folded(changes.map(({ before, after }) => ({ before: before ?? {}, after })))).flatMap((group) => {
      const columns = Object.keys(group.before)
      // Somebody has worked on the lead between two rows of the list: a list itself counts no version.
      if (Object.hasOwn(group.before, "version") && !isEqual(group.before["version"], group.after["version"])) return []
      const isOfEach = columns.some((column) => saidByEach.includes(column))
      if (asked.some((one) => isAt(one) && (isOfEach || columns.some((column) => Object.hasOwn(one.says.lead, column))))) return []
      return rebased(group, rest, {
        isOwn: (row) => {
          const entry = row.change?.leads.find((lead) => lead.id === id)
          if (entry !== undefined && touches({ before: entry.before ?? {}, after: entry.after }, group)) return true
          return isAt(row) && isOfEach
        },
        laid: (state, row) => (isAt(row) ? filled(overlaid(state, row.change?.says?.lead), row.change?.says?.supposed) : state),
        leave: (row, earlier) =>
          inherit(row, (change) => {
            const entry = entryOf(change)
            if (entry.before === null) return false
            const joined = joinedTo({ before: entry.before, after: entry.after }, earlier)
            if (joined !== null) Object.assign(entry, joined)
            return joined !== null
          }),
      })
    })
    return { id, groups }
  })
  return {
    person: personGroups.length === 0 ? null : { id: personId, groups: personGroups },
    leads: leads.filter(({ groups }) => groups.length > 0),
    opened,
    heirs: [...heirs],
  }
}

type Rebasing = {
  /** Whether what stands in the group is what the row made of it. */
  isOwn: (row: OtherRow) => boolean
  /** What the row makes of a group that it finds so. */
  laid: (state: TableRow, row: OtherRow) => TableRow
  leave: (row: OtherRow, earlier: ColumnsChange) => void
}

/**
 * A group as it is without the list: what stood there before, with what the rows after it say. None where it stays as it is.
 * Each of those rows is left what it has changed then.
 */
function rebased({ before, after }: ColumnsChange, rows: readonly OtherRow[], { isOwn, laid, leave }: Rebasing): ColumnsChange[] {
  let state = before
  for (const row of rows) {
    if (isOwn(row)) {
      leave(row, { before: state, after })
      return []
    }
    const next = laid(state, row)
    if (isEqual(next, state)) continue
    leave(row, { before: state, after: next })
    state = next
  }
  return isEqual(state, after) ? [] : [{ before: state, after }]
}

/** Columns with what was said laid over them. */
function overlaid(state: TableRow, said: TableRow = {}): TableRow {
  return Object.fromEntries(Object.entries(state).map(([column, value]) => [column, Object.hasOwn(said, column) ? said[column] : value]))
}

/** Columns with what was said where nothing stands; a name is one whole. */
function filled(state: TableRow, said: TableRow = {}): TableRow {
  if (Object.hasOwn(state, "name_folded") && state.name_folded !== "") return state
  const isEmpty = (value: unknown) => value === null || value === ""
  return Object.fromEntries(
    Object.entries(state).map(([column, value]) => [column, isEmpty(value) && Object.hasOwn(said, column) ? said[column] : value]),
  )
}

function groupOf(column: string): readonly string[] {
  return together.find((columns) => columns.includes(column)) ?? [column]
}

function isEqual(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

/** Several changes of one row as one: from what the first found to what the last left. */
function folded(changes: readonly (ColumnsChange | null)[]): ColumnsChange {
  const all = changes.filter((change) => change !== null)
  const before: TableRow = Object.assign({}, ...all.map((change) => change.before).reverse())
  const after: TableRow = Object.assign({}, ...all.map((change) => change.after))
  return { before, after }
}

function groupsOf({ before, after }: ColumnsChange): ColumnsChange[] {
  const found = new Map<readonly string[] | string, string[]>()
  for (const column of Object.keys(before)) {
    if (reckoned.includes(column)) continue
    const key = together.find((columns) => columns.includes(column)) ?? column
    found.set(key, [...(found.get(key) ?? []), column])
  }
  return [...found.values()].map((columns) => ({
    before: Object.fromEntries(columns.map((column) => [column, before[column]])),
    after: Object.fromEntries(columns.map((column) => [column, after[column]])),
  }))
}

function touches(change: ColumnsChange | null | undefined, group: ColumnsChange): boolean {
  return Object.keys(group.before).some((column) => change !== null && change !== undefined && Object.hasOwn(change.before, column))
}

/** A later change that reaches back over an earlier one; null where something else has come between them. */
function joinedTo(later: ColumnsChange, earlier: ColumnsChange): ColumnsChange | null {
  const isNext = Object.keys(earlier.before).every(
    (column) => !Object.hasOwn(later.before, column) || isEqual(later.before[column], earlier.after[column]),
  )
  return isNext ? { before: { ...later.before, ...earlier.before }, after: { ...earlier.after, ...later.after } } : null
}
