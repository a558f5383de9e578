import type { Ctx, Tx } from "#app/platform/ctx.server.ts"
import type { LeadImport } from "#app/platform/prisma-client/client.ts"
import { type Asked, takeEnquiries } from "#app/domain/leads/take-enquiries.server.ts"
import { sourceKey } from "#app/domain/sources/source-key.ts"
import type { ListRow } from "./list-row.server.ts"
import { type Change, differing, onlySaid, type Says, saidOfPerson, type TableRow } from "./row-change.ts"

export type Written = { fresh: number; joined: number; suggested: number }

/**
 * Writes rows of a list: each is taken in as an enquiry of kind `import` at whom the list is for, and leaves a trace by which it
 * can be taken back. A handful of statements, however many rows; the caller holds `lockContacts` of all their addresses. Nobody
 * is sent a mail.
 */
export async function writeRows(ctx: Ctx, tx: Tx, list: LeadImport, rows: readonly ListRow[]): Promise<Written> {
  let before: Snapshot = { people: new Map(), leads: new Map() }
  const taken = await takeEnquiries(
    ctx,
    tx,
    rows.map((row) => askedOf(ctx, list, row)),
    {
      by: { actorKind: "staff", actorId: list.byId },
      beforeWriting: async (knownIds) => void (before = await snapshot(tx, knownIds)),
    },
  )
  const after = await snapshot(tx, [...before.people.keys()])

  const made = new Set(taken.flatMap(({ isNew, personId }) => (isNew ? [personId] : [])))
  const first = new Set<string>()
  const traces = taken.map(({ known, personId, isNew, added }) => {
    const isFirst = !first.has(personId)
    first.add(personId)
    // What several rows of one transaction did to somebody is the first one's; the others only added contacts.
    const change: Change | null = made.has(personId)
      ? null
      : { contacts: added, ...(isFirst ? changeOf(personId, before, after) : { person: null, leads: [] }), says: saysOf(known) }
    return { importId: list.id, line: known.line, personId, enquiryId: known.id, isNew, change }
  })
  await tx.db.$executeRaw`
    insert into import_trace (import_id, line, person_id, enquiry_id, is_new, change)
    select "importId", line, "personId", "enquiryId", "isNew", nullif(change, 'null') from jsonb_to_recordset(${JSON.stringify(traces)}::jsonb)
      as t("importId" uuid, line int, "personId" uuid, "enquiryId" uuid, "isNew" boolean, change jsonb)`
  return {
    fresh: made.size,
    joined: taken.length - made.size,
    suggested: taken.filter(({ isSuggested }) => isSuggested).length,
  }
}

/** A row as the enquiry it is. Who stands on a list has asked nothing that waits for an answer. */
function askedOf(ctx: Ctx, list: LeadImport, { consents, saysCountry, ...row }: ListRow): Asked & { line: number } {
  // The partner is the source, as a link would name one.
  const road = { utm: { source: list.partner }, referrer: "", kind: "import" }
  // A row is one enquiry for ever, whoever works the list twice.
  const key = `import ${list.id} ${row.line}`
  return {
    ...row,
    ...road,
    id: ctx.id(),
    language: list.language,
    // No column says a language: it is that of the list.
    supposed: saysCountry ? ["language"] : ["country", "language"],
    universities: list.universities,
    programmeId: null,
    message: "",
    eligibility: "",
    codeId: null,
    source: sourceKey({ ...road, code: null }),
    dues: new Map(),
    consents: consents ? [agreedOn(list, row)] : [],
    fingerprint: key,
    idempotencyKey: key,
  }
}

/** Yes to e-mail is yes to news and to events of whom the list is for; it sleeps until the address is proved. */
function agreedOn(list: LeadImport, { email, phone }: Pick<ListRow, "email" | "phone">): Asked["consents"][number] {
  return {
    address: email?.value ?? phone?.value ?? "",
    grants: list.universities.flatMap((university) => (["news", "events"] as const).map((purpose) => ({ university, purpose }))),
    textShown: list.consentText,
    language: list.language,
    source: "import",
    sourceId: list.id,
    // A list is older than the day it comes: what its person has taken back since they stood on it stays taken back.
    ...(list.consentOn === null ? {} : { givenAt: list.consentOn }),
  }
}

type Snapshot = { people: ReadonlyMap<string, TableRow>; leads: ReadonlyMap<string, { id: string; row: TableRow }[]> }

/** People and their leads as they stand in this transaction, without what the database itself makes of their columns. */
async function snapshot(tx: Tx, personIds: readonly string[]): Promise<Snapshot> {
  if (personIds.length === 0) return { people: new Map(), leads: new Map() }
  const people = await tx.db.$queryRaw<{ id: string; row: TableRow }[]>`
    select id, to_jsonb(person) - 'name_sounds' as row from person where id = any (${[...personIds]}::uuid[])`
  const leads = await tx.db.$queryRaw<{ id: string; personId: string; row: TableRow }[]>`
    select id, person_id as "personId", to_jsonb(lead) - 'tagged' as row from lead where person_id = any (${[...personIds]}::uuid[])`
  return { people: new Map(people.map(({ id, row }) => [id, row])), leads: Map.groupBy(leads, ({ personId }) => personId) }
}

/** What a row says, as the columns it is kept in. */
function saysOf({ supposed = [], country, language, level, fields, ...words }: Asked): Says {
  const both = { country, language }
  const isSaid = (column: string) => !supposed.some((one) => one === column)
  const part = (wanted: boolean) => Object.fromEntries(Object.entries(both).filter(([column]) => isSaid(column) === wanted))
  return {
    person: saidOfPerson({ ...words, country, birthYear: words.birthYear ?? null }),
    lead: onlySaid({ ...part(true), level, fields }),
    supposed: part(false),
  }
}

/** What differs between two looks at somebody: of each row, the columns that do. */
function changeOf(personId: string, before: Snapshot, after: Snapshot): Pick<Change, "person" | "leads"> {
  const [one, other] = [before.people.get(personId), after.people.get(personId)]
  const person = one === undefined || other === undefined ? null : differing(one, other)
  const leads = (after.leads.get(personId) ?? []).flatMap(({ id, row }): Change["leads"] => {
    const earlier = before.leads.get(personId)?.find((lead) => lead.id === id)?.row
    if (earlier === undefined) return [{ id, before: null, after: row }]
    const both = differing(earlier, row)
    return both === null ? [] : [{ id, ...both }]
  })
  return { person, leads }
}
