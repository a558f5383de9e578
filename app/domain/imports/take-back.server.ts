import type { Tx } from "#app/platform/ctx.server.ts"
import { Prisma } from "#app/platform/prisma-client/client.ts"
import { lockLeads } from "#app/domain/leads/lock-leads.server.ts"
import { lookSoon } from "#app/domain/people/join-people.server.ts"
import { addressesOf, lockPeople } from "#app/domain/people/lock-people.server.ts"
import type { Change, TableRow } from "./write-rows.server.ts"

type Trace = { line: number; personId: string; enquiryId: string; isNew: boolean; change: Change | null }

/**
 * Takes back what an import wrote of some people, and deletes the traces of what it could take back wholly. The caller has
 * called `holdPeople`, so that nobody does anything with them between the look at what was done and the taking away.
 *
 * Whom the import made goes, with everything of theirs, unless something has been done since: by them, with them, or by
 * staff on their lead. Then they stay as they are, but for the permissions that still sleep.
 *
 * Of whom it joined, the enquiry and the permissions go, and of their person and leads each column that still says what the
 * import made of it says again what it said before. What was changed since stays.
 */
export async function takeBack(tx: Tx, { importId, personIds }: { importId: string; personIds: readonly string[] }): Promise<void> {
  const traces = await tx.db.$queryRaw<Trace[]>`
    select line, person_id as "personId", enquiry_id as "enquiryId", is_new as "isNew", change from import_trace
    where import_id = ${importId}::uuid and person_id = any (${[...personIds]}::uuid[]) order by line for update`
  const made = [...new Set(traces.filter(({ isNew }) => isNew).map(({ personId }) => personId))]
  const busy = await busyPeople(tx, importId, made)
  const gone = made.filter((id) => !busy.has(id))
  // A merge keeps what it changed, row by row: under it nothing is taken away.
  const merged = await mergedPeople(tx, personIds)
  const joined = traces.filter(({ personId }) => !made.includes(personId) && !merged.has(personId))
  const kept = new Set([...busy, ...merged, ...(await restore(tx, importId, joined))])

  // A permission that was given on the list and has since been woken or withdrawn by its person is theirs.
  await tx.db.$executeRaw`
    delete from consent where source = 'import' and source_id = ${importId}::uuid and person_id = any (${[...personIds]}::uuid[])
      and awake_at is null and withdrawn_at is null`
  if (gone.length > 0) {
    await tx.db
      .$executeRaw`delete from duplicate_suggestion where "person_aId" = any (${gone}::uuid[]) or "person_bId" = any (${gone}::uuid[])`
    await tx.db.$executeRaw`delete from person where id = any (${gone}::uuid[])`
  }
  const taken = personIds.filter((id) => !kept.has(id))
  await tx.db.$executeRaw`delete from import_trace where import_id = ${importId}::uuid and person_id = any (${taken}::uuid[])`
}

/**
 * Holds people, their addresses, their leads and what they agreed to, to the end of the transaction whose first statement it is:
 * what was begun before is done by then and is seen, and what comes waits and sees what has become of them. False, and nothing
 * is to be written, where one of them has by now an address that is not among `addresses`.
 */
export async function holdPeople(tx: Tx, { personIds, addresses }: { personIds: readonly string[]; addresses: readonly string[] }) {
  await lockPeople(tx, addresses, personIds)
  await lockLeads(tx, personIds)
  await tx.db.$queryRaw`select id from consent where person_id = any (${[...personIds]}::uuid[]) order by id for update`
  const locked = new Set(addresses)
  return (await addressesOf(tx.db, personIds)).every((address) => locked.has(address))
}

/**
 * Of whom the import made, those with whom something has been done since. Every table that holds on to a person is asked
 * here, and the journal, which has what staff did whatever table it stands in.
 */
async function busyPeople(tx: Tx, importId: string, personIds: readonly string[]): Promise<Set<string>> {
  if (personIds.length === 0) return new Set()
  const found = await tx.db.$queryRaw<{ id: string }[]>`
    select person.id from person where person.id = any (${[...personIds]}::uuid[]) and (
      exists (select from merge where kept_id = person.id or away_id = person.id)
      or exists (select from enquiry where person_id = person.id
        and not exists (select from import_trace where import_id = ${importId}::uuid and enquiry_id = enquiry.id))
      or exists (select from contact where person_id = person.id and (proved_at is not null or signs_in))
      or exists (select from consent where person_id = person.id
        and (source_id is distinct from ${importId}::uuid or awake_at is not null or withdrawn_at is not null))
      or exists (select from application where person_id = person.id)
      or exists (select from rsvp where person_id = person.id)
      or exists (select from session where person_id = person.id)
      or exists (select from staff where person_id = person.id)
      or exists (select from guardian where person_id = person.id)
      or exists (select from delivery where person_id = person.id)
      or exists (select from event where thing = 'person' and thing_id = person.id and actor_kind <> 'system')
      or exists (select from lead where person_id = person.id and (
        ${workedOn})))`
  return new Set(found.map(({ id }) => id))
}

/** Puts people and leads that were there before back as they were. Gives those of whom something stays. */
async function restore(tx: Tx, importId: string, traces: readonly Trace[]): Promise<Set<string>> {
  const kept = new Set<string>()
  if (traces.length === 0) return kept
  const enquiryIds = traces.map(({ enquiryId }) => enquiryId)
  await tx.db.$executeRaw`delete from enquiry where id = any (${enquiryIds}::uuid[])`

  const contactIds = traces.flatMap(({ change }) => change?.contacts ?? [])
  const stays = await tx.db.$queryRaw<{ personId: string }[]>`
    select distinct person_id as "personId" from contact where id = any (${contactIds}::uuid[]) and ${usedSince(importId)}`
  for (const { personId } of stays) kept.add(personId)
  await tx.db.$executeRaw`delete from contact where id = any (${contactIds}::uuid[]) and not (${usedSince(importId)})`

  // Whom they were found to resemble by what the import added is asked anew, without it; of a pair that stood before, why it does.
  const changed = traces.flatMap(({ personId, change }) => ((change?.contacts.length ?? 0) > 0 || change?.person ? [personId] : []))
  await tx.db.$executeRaw`
    delete from duplicate_suggestion where dismissed_at is null
      and created_at >= (select created_at from lead_import where id = ${importId}::uuid)
      and ("person_aId" = any (${changed}::uuid[]) or "person_bId" = any (${changed}::uuid[]))`
  await tx.db.$executeRaw`update person set looked_at = null where id = any (${changed}::uuid[])`
  if (changed.length > 0) await lookSoon(tx, [...new Set(changed)])

  await restoreRows(
    tx,
    "person",
    folded(traces.flatMap(({ personId, change }) => (change?.person ? [{ id: personId, ...change.person }] : []))),
  )
  const leads = traces.flatMap(({ personId, change }) => (change?.leads ?? []).map((lead) => ({ ...lead, personId })))
  const opened = leads.flatMap(({ id, before }) => (before === null ? [id] : []))
  await restoreRows(
    tx,
    "lead",
    folded(leads.flatMap(({ id, before, after }) => (before === null || opened.includes(id) ? [] : [{ id, before, after }]))),
  )
  const worked = await tx.db.$queryRaw<{ id: string }[]>`
    select id from lead where id = any (${opened}::uuid[]) and (
      ${workedOn} or exists (select from enquiry where person_id = lead.person_id and lead.university = any (enquiry.universities))
      or exists (select from application where person_id = lead.person_id and created_at > lead.created_at))`
  const isWorked = new Set(worked.map(({ id }) => id))
  for (const { id, personId } of leads) if (isWorked.has(id)) kept.add(personId)
  await tx.db.$executeRaw`delete from lead where id = any (${opened.filter((id) => !isWorked.has(id))}::uuid[])`
  return kept
}

/** What staff did with a lead. Who only looked at it did nothing, and an owner whom the rules gave it is nobody's doing. */
const workedOn = Prisma.sql`
  version > 0 or set_aside_by is not null
  or exists (select from lead_task where lead_id = lead.id)
  or exists (select from recorded_contact where lead_id = lead.id)
  or exists (select from event where thing = 'lead' and thing_id = lead.id and actor_kind <> 'system' and type not in ('lead.seen', 'lead.reopened'))`

async function mergedPeople(tx: Tx, personIds: readonly string[]): Promise<Set<string>> {
  const found = await tx.db.merge.findMany({
    where: { OR: [{ keptId: { in: [...personIds] } }, { awayId: { in: [...personIds] } }] },
    select: { keptId: true, awayId: true },
  })
  return new Set(found.flatMap(({ keptId, awayId }) => [keptId, awayId].filter((id) => personIds.includes(id))))
}

/** A contact that the import added and that something else has come to rest on. */
function usedSince(importId: string): Prisma.Sql {
  return Prisma.sql`(
    proved_at is not null or signs_in
    or exists (select from enquiry where enquiry.person_id = contact.person_id
      and (enquiry.phone = contact.value or enquiry.email = contact.typed or lower(enquiry.email) = contact.value))
    or exists (select from consent where consent.person_id = contact.person_id and address = contact.value
      and source_id is distinct from ${importId}::uuid))`
}

type RowChange = { id: string; before: TableRow; after: TableRow }

/** Several changes of one row as one: from what the first found to what the last left. */
function folded(changes: readonly RowChange[]): RowChange[] {
  const found = new Map<string, RowChange>()
  for (const { id, before, after } of changes) {
    const earlier = found.get(id)
    found.set(id, { id, before: { ...before, ...earlier?.before }, after: { ...earlier?.after, ...after } })
  }
  return [...found.values()]
}

/** Sets each column back that still says what the import made of it. */
async function restoreRows(tx: Tx, table: "person" | "lead", changes: readonly RowChange[]): Promise<void> {
  const names = [...new Set(changes.flatMap(({ before }) => Object.keys(before)))]
  if (names.length === 0) return
  // They are names of columns, as PostgreSQL itself told them when the row was looked at.
  if (names.some((name) => !/^[a-z_]+$/.test(name))) throw new Error("This is not the name of a column")
  const columns = Prisma.raw(names.map((name) => `"${name}"`).join(", "))
  await tx.db.$executeRaw`
    update ${Prisma.raw(table)} as t set (${columns}) = (
      select ${columns} from jsonb_populate_record(null::${Prisma.raw(table)}, to_jsonb(t) || (
        select coalesce(jsonb_object_agg(key, value), '{}') from jsonb_each(r.before) where to_jsonb(t) -> key = r.after -> key
      ))
    )
    from jsonb_to_recordset(${JSON.stringify(changes)}::jsonb) as r(id uuid, before jsonb, after jsonb) where t.id = r.id`
}
