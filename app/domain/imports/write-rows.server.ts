import { createHash } from "node:crypto"
import type { Ctx, EventRow, Tx } from "#app/platform/ctx.server.ts"
import type { LeadImport } from "#app/platform/prisma-client/client.ts"
import { makeReference } from "#app/platform/reference.ts"
import { touchLeads } from "#app/domain/leads/touch-leads.server.ts"
import { consentRows, notTakenBack } from "#app/domain/people/give-consents.server.ts"
import { contactRow, lookSoon, newPersonRows } from "#app/domain/people/join-person.server.ts"
import { Nearby } from "#app/domain/people/nearby.server.ts"
import { suggestPairs } from "#app/domain/people/suggest-pairs.server.ts"
import { sourceKey } from "#app/domain/sources/source-key.ts"
import type { ListRow } from "./list-row.server.ts"

export type Written = { fresh: number; joined: number; suggested: number }

/** What a row made of somebody who was known, with what stood there before: rows of tables as PostgreSQL writes them. */
export type Change = {
  contacts: string[]
  person: { before: TableRow; after: TableRow } | null
  leads: { id: string; before: TableRow | null; after: TableRow }[]
}
export type TableRow = Record<string, unknown>

type Person = ReturnType<typeof newPersonRows>["person"]
type Enquiry = ReturnType<typeof enquiryRow>

/**
 * Writes rows of a list: each is an enquiry of kind `import` that joins a person or makes one, with a lead at each
 * university the list is for, and leaves a trace by which it can be taken back. A handful of statements, however many rows;
 * the caller holds `lockContacts` of all their addresses. Nobody is sent a mail.
 */
export async function writeRows(ctx: Ctx, tx: Tx, list: LeadImport, rows: readonly ListRow[]): Promise<Written> {
  const now = ctx.now()
  const nearby = new Nearby()
  const knowns = rows.map((row) => ({ ...row, language: list.language }))
  await nearby.look(tx.db, knowns)

  const people: Person[] = []
  const contacts: ReturnType<typeof contactRow>[] = []
  const pairs: Parameters<typeof suggestPairs>[2][number][] = []
  const changed = new Set<string>()
  const filled = new Map<string, object>()
  const placed = knowns.map((known) => {
    const rowsOfNew = newPersonRows(ctx, known)
    const joined = nearby.join(known, rowsOfNew.person.id, now)
    if (joined.isNew) {
      people.push(rowsOfNew.person)
      contacts.push(...rowsOfNew.contacts)
      // The older one first: the pair is one row.
      pairs.push(...joined.close.map(({ person, verdict }) => ({ a: person.id, b: joined.person.id, verdict })))
      return { known, personId: joined.person.id, isNew: true, isSuggested: joined.close.length > 0, added: [] }
    }
    const added = joined.added.map((address) => contactRow(ctx, joined.person.id, address))
    contacts.push(...added)
    if (added.length > 0 || Object.keys(joined.filled).length > 0) changed.add(joined.person.id)
    if (Object.keys(joined.filled).length > 0) filled.set(joined.person.id, { ...filled.get(joined.person.id), ...joined.filled })
    return { known, personId: joined.person.id, isNew: false, isSuggested: false, added: added.map(({ id }) => id) }
  })
  const freshIds = new Set(people.map(({ id }) => id))
  const knownIds = [...new Set(placed.map(({ personId }) => personId))].filter((id) => !freshIds.has(id))
  const before = await snapshot(tx, knownIds)

  await insertPeople(tx, people)
  // What was filled in of somebody who is new in the same statement's reach is in their row only now.
  await fillPeople(tx, filled)
  await tx.db.$executeRaw`
    insert into contact (id, person_id, kind, value, typed, created_at)
    select id, "personId", kind, value, typed, ${now}::timestamptz
    from jsonb_to_recordset(${json(contacts, ["id", "personId", "kind", "value", "typed"])}::jsonb)
      as c(id uuid, "personId" uuid, kind contact_kind, value text, typed text)`
  const enquiries = placed.map(({ known, personId }) => enquiryRow(ctx, list, known, personId))
  await insertEnquiries(tx, list, enquiries)
  const source = sourceKey({ code: null, utm: { source: list.partner }, referrer: "", kind: "import" })
  // Who stands on a list has asked nothing that waits for an answer.
  await touchLeads(
    ctx,
    tx,
    enquiries.map(({ personId, universities, country, language, level, fields }) => ({
      personId,
      universities,
      country,
      language,
      level,
      fields,
      source,
    })),
  )
  const agreed = placed.flatMap(({ known, personId }) => (known.consents ? consentsOf(ctx, list, known, personId) : []))
  // A list is older than the day it comes: what its person has taken back since they stood on it stays taken back.
  const consents = list.consentOn === null ? agreed : await notTakenBack(tx, agreed, list.consentOn)
  const [proof] = consents
  if (proof !== undefined)
    await tx.db.$executeRaw`
      insert into consent (id, person_id, university, channel, purpose, address, text_shown, text_version, language, source, source_id, given_at)
      select id, "personId", university, channel, purpose, address, ${proof.textShown}, ${proof.textVersion}::int, ${proof.language}::language,
        ${proof.source}, ${proof.sourceId}::uuid, ${proof.givenAt}::timestamptz
      from jsonb_to_recordset(${json(consents, ["id", "personId", "university", "channel", "purpose", "address"])}::jsonb)
        as c(id uuid, "personId" uuid, university university, channel channel, purpose purpose, address text)
      on conflict do nothing`
  await suggestPairs(ctx, tx, pairs)
  await tx.db.$executeRaw`update person set looked_at = null where id = any (${[...changed]}::uuid[]) and looked_at is not null`
  const toLookAt = [...freshIds, ...changed]
  if (toLookAt.length > 0) await lookSoon(tx, toLookAt)
  const events = enquiries.map(({ id, personId, universities, kind }): EventRow => ({
    ...ctx.eventRow("enquiry.made", { name: "enquiry", id }, { personId, universities: [...universities], kind }),
    actorKind: "staff",
    actorId: list.byId,
  }))
  const made = events.map(({ id, thingId }, place) => ({ id, thingId, personId: enquiries[place]?.personId }))
  await tx.db.$executeRaw`
    insert into event (id, type, thing, thing_id, actor_kind, actor_id, facts, created_at)
    select id, 'enquiry.made', 'enquiry', "thingId", 'staff', ${list.byId}::uuid,
      jsonb_build_object('personId', "personId", 'universities', ${[...list.universities]}::text[], 'kind', 'import'), ${now}::timestamptz
    from jsonb_to_recordset(${json(made, ["id", "thingId", "personId"])}::jsonb) as v(id uuid, "thingId" uuid, "personId" uuid)`
  await tx.follow({ events, mails: [] })

  const after = await snapshot(tx, knownIds)
  const first = new Set<string>()
  const traces = placed.map(({ known, personId, isNew, added }, place) => {
    const isFirst = !first.has(personId)
    first.add(personId)
    const isMade = freshIds.has(personId)
    // What several rows of one transaction did to somebody is the first one's; the others only added contacts.
    const change: Change | null = isMade
      ? null
      : { contacts: added, ...(isFirst ? changeOf(personId, before, after) : { person: null, leads: [] }) }
    return { importId: list.id, line: known.line, personId, enquiryId: enquiries[place]?.id, isNew, change }
  })
  await tx.db.$executeRaw`
    insert into import_trace (import_id, line, person_id, enquiry_id, is_new, change)
    select "importId", line, "personId", "enquiryId", "isNew", nullif(change, 'null') from jsonb_to_recordset(${JSON.stringify(traces)}::jsonb)
      as t("importId" uuid, line int, "personId" uuid, "enquiryId" uuid, "isNew" boolean, change jsonb)`
  return {
    fresh: placed.filter(({ isNew }) => isNew).length,
    joined: placed.filter(({ isNew }) => !isNew).length,
    suggested: placed.filter(({ isSuggested }) => isSuggested).length,
  }
}

function enquiryRow(ctx: Ctx, list: LeadImport, row: ListRow, personId: string) {
  const id = ctx.id()
  return {
    id,
    reference: makeReference(createHash("sha256").update(id).digest()),
    personId,
    kind: "import",
    language: list.language,
    universities: list.universities,
    givenName: row.givenName,
    familyName: row.familyName,
    email: row.email?.typed ?? null,
    phone: row.phone?.value ?? null,
    country: row.country,
    birthYear: row.birthYear,
    level: row.level,
    fields: row.fields,
    // The source that a lead keeps: the partner, as a link would name one.
    utm: { source: list.partner },
    // A row is one enquiry for ever, whoever works the list twice.
    key: `import ${list.id} ${row.line}`,
    createdAt: ctx.now(),
  }
}

/** Yes to e-mail is yes to news and to events of whom the list is for; it sleeps until the address is proved. */
function consentsOf(ctx: Ctx, list: LeadImport, row: ListRow, personId: string) {
  return consentRows(ctx, {
    personId,
    address: row.email?.value ?? row.phone?.value ?? "",
    grants: list.universities.flatMap((university) => (["news", "events"] as const).map((purpose) => ({ university, purpose }))),
    textShown: list.consentText,
    language: list.language,
    source: "import",
    sourceId: list.id,
    ...(list.consentOn === null ? {} : { givenAt: list.consentOn }),
  })
}

async function insertPeople(tx: Tx, people: readonly Person[]): Promise<void> {
  const [first] = people
  if (first === undefined) return
  await tx.db.$executeRaw`
    insert into person (id, given_name, family_name, name_folded, birth_date, birth_year, language, country, city, school, place_folded, created_at)
    select id, "givenName", "familyName", "nameFolded", "birthDate", "birthYear", ${first.language}::language, country, city, school,
      "placeFolded", ${first.createdAt}::timestamptz
    from jsonb_to_recordset(${json(people, ["id", "givenName", "familyName", "nameFolded", "birthDate", "birthYear", "country", "city", "school", "placeFolded"])}::jsonb)
      as p(id uuid, "givenName" text, "familyName" text, "nameFolded" text, "birthDate" date, "birthYear" int, country text, city text,
        school text, "placeFolded" text)`
}

/** Adds what was not known of people; what is not named stays. */
async function fillPeople(tx: Tx, filled: ReadonlyMap<string, object>): Promise<void> {
  if (filled.size === 0) return
  const rows = [...filled].map(([id, more]) => ({ id, ...more }))
  await tx.db.$executeRaw`
    update person set
      given_name = coalesce(f."givenName", person.given_name), family_name = coalesce(f."familyName", person.family_name),
      name_folded = coalesce(f."nameFolded", person.name_folded), birth_date = coalesce(f."birthDate", person.birth_date),
      birth_year = coalesce(f."birthYear", person.birth_year), country = coalesce(f.country, person.country),
      city = coalesce(f.city, person.city), school = coalesce(f.school, person.school),
      place_folded = coalesce(f."placeFolded", person.place_folded)
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as f(id uuid, "givenName" text, "familyName" text, "nameFolded" text,
      "birthDate" date, "birthYear" int, country text, city text, school text, "placeFolded" text)
    where person.id = f.id`
}

async function insertEnquiries(tx: Tx, list: LeadImport, enquiries: readonly Enquiry[]): Promise<void> {
  const [first] = enquiries
  if (first === undefined) return
  const columns = [
    "id",
    "reference",
    "personId",
    "givenName",
    "familyName",
    "email",
    "phone",
    "country",
    "birthYear",
    "level",
    "fields",
    "key",
  ] as const
  await tx.db.$executeRaw`
    insert into enquiry (id, reference, person_id, kind, language, universities, given_name, family_name, email, phone, country, birth_year,
      level, fields, message, utm, fingerprint, idempotency_key, created_at)
    select id, reference, "personId", 'import', ${list.language}::language, ${[...list.universities]}::text[]::university[], "givenName", "familyName",
      email, phone, country, "birthYear", level, fields, '', ${JSON.stringify(first.utm)}::jsonb, key, key, ${first.createdAt}::timestamptz
    from jsonb_to_recordset(${json(enquiries, columns)}::jsonb) as e(id uuid, reference text, "personId" uuid, "givenName" text,
      "familyName" text, email text, phone text, country text, "birthYear" int, level level, fields field[], key text)`
}

/** Rows as JSON with these columns alone: what all of them share is said once, beside them. */
function json<Row extends object>(rows: readonly Row[], columns: readonly (keyof Row & string)[]): string {
  return JSON.stringify(rows, [...columns])
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

/** What differs between two looks at somebody: of each row, the columns that do. */
function changeOf(personId: string, before: Snapshot, after: Snapshot): Omit<Change, "contacts"> {
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

function differing(before: TableRow, after: TableRow): { before: TableRow; after: TableRow } | null {
  const columns = Object.keys(after).filter((column) => JSON.stringify(before[column]) !== JSON.stringify(after[column]))
  if (columns.length === 0) return null
  const only = (row: TableRow) => Object.fromEntries(columns.map((column) => [column, row[column]]))
  return { before: only(before), after: only(after) }
}
