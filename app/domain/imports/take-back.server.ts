import type { Ctx, Tx } from "#app/platform/ctx.server.ts"
import { type Enquiry, Prisma } from "#app/platform/prisma-client/client.ts"
import { lockLeads } from "#app/domain/leads/lock-leads.server.ts"
import { lookSoon } from "#app/domain/people/join-people.server.ts"
import { addressesOf, lockPeople } from "#app/domain/people/lock-people.server.ts"
import { forgetGone, keepHeirs, leavePeople, type OtherLists, otherLists } from "./other-lists.server.ts"
import { refoldPlaces, restoreRows } from "./restore-rows.server.ts"
import { type AskedSince, type Change, onlySaid, type OtherRow, planBack, saidOfPerson } from "./row-change.ts"

type Trace = { line: number; personId: string; enquiryId: string; isNew: boolean; change: Change | null }
type Words = Pick<
  Enquiry,
  "personId" | "universities" | "givenName" | "familyName" | "country" | "language" | "birthYear" | "level" | "fields"
>
type List = { importId: string; begunAt: Date }

/**
 * Takes back what an import wrote of some people, and deletes the traces of what it could take back wholly. The caller has
 * called `holdPeople`, so that nobody does anything with them between the look at what was done and the taking away.
 *
 * Whom the import made goes, with everything of theirs, unless something has been done since: by them, with them, or by
 * staff on their lead. Then they stay as they are, but for the permissions that still sleep. Who stays for another list alone
 * is that list's from now on, and goes with it.
 *
 * Of whom it joined, the enquiry and the permissions go, and of their person and leads what still says what the import made
 * of it says again what it said before. What was changed since stays, and so does what they have asked themselves since, with their
 * lead open for it; what another list has said since is left to that one.
 */
export async function takeBack(
  ctx: Ctx,
  tx: Tx,
  { importId, personIds }: { importId: string; personIds: readonly string[] },
): Promise<void> {
  const { createdAt: begunAt } = await tx.db.leadImport.findUniqueOrThrow({ where: { id: importId }, select: { createdAt: true } })
  const list = { importId, begunAt }
  const traces = await tx.db.$queryRaw<Trace[]>`
    select line, person_id as "personId", enquiry_id as "enquiryId", is_new as "isNew", change from import_trace
    where import_id = ${importId}::uuid and person_id = any (${[...personIds]}::uuid[]) order by line for update`
  const others = await otherLists(ctx, tx, { importId, personIds })
  const made = [...new Set(traces.filter(({ isNew }) => isNew).map(({ personId }) => personId))]
  const busy = await busyPeople(tx, list, others, made)
  const left = made.filter((id) => !busy.has(id) && others.rows.has(id))
  const gone = made.filter((id) => !busy.has(id) && !others.rows.has(id))
  // A merge keeps what it changed, row by row: under it nothing is taken away.
  const merged = await mergedPeople(tx, list, personIds)
  const joined = traces.filter(({ personId }) => !made.includes(personId) && !merged.has(personId))

  await dropConsents(tx, { importId, personIds })
  await leave(
    tx,
    traces.filter(({ personId }) => left.includes(personId)),
    others,
  )
  const kept = new Set([...busy, ...left, ...merged, ...(await restore(tx, list, others, joined))])
  // What an enquiry was worth is worth it no more; whose score is due already stays so.
  await tx.db.$executeRaw`
    update lead set rescore_at = least(rescore_at, ${ctx.now()}::timestamptz)
    where person_id = any (${[...left, ...joined.map(({ personId }) => personId)]}::uuid[])`
  if (gone.length > 0) {
    await tx.db
      .$executeRaw`delete from duplicate_suggestion where "person_aId" = any (${gone}::uuid[]) or "person_bId" = any (${gone}::uuid[])`
    await tx.db.$executeRaw`delete from person where id = any (${gone}::uuid[])`
    await forgetGone(tx, { importId, gone })
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
 * Of whom the import made, those with whom something has been done since, but for what other lists say of them that may be
 * taken back too. Every table that holds on to a person is asked here, and the journal, which has what staff did whatever table
 * it stands in.
 */
async function busyPeople(tx: Tx, { importId, begunAt }: List, others: OtherLists, personIds: readonly string[]): Promise<Set<string>> {
  if (personIds.length === 0) return new Set()
  const lists = [importId, ...others.ids]
  const found = await tx.db.$queryRaw<{ id: string }[]>`
    select person.id from person where person.id = any (${[...personIds]}::uuid[]) and (
      exists (select from merge where (kept_id = person.id or away_id = person.id) and ${sinceThen(begunAt)})
      or exists (select from enquiry where person_id = person.id
        and not exists (select from import_trace trace
          where import_id = any (${lists}::uuid[]) and trace.person_id = person.id and enquiry_id = enquiry.id))
      or exists (select from contact where person_id = person.id and (proved_at is not null or signs_in))
      or exists (select from consent where person_id = person.id
        and (source_id is null or source_id <> all (${lists}::uuid[]) or awake_at is not null or withdrawn_at is not null))
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

/**
 * Takes away the permissions that the list brought and that sleep. One that its person has woken or withdrawn since is theirs; one
 * that a merge moved, or closed beside its like, is the list's wherever it lies.
 */
async function dropConsents(tx: Tx, { importId, personIds }: { importId: string; personIds: readonly string[] }): Promise<void> {
  const ids = [...personIds]
  const away = await tx.db.person.findMany({ where: { id: { in: ids }, mergedIntoId: { not: null } }, select: { mergedIntoId: true } })
  const merges = await tx.db.merge.findMany({
    where: { OR: [{ awayId: { in: ids } }, { keptId: { in: ids } }] },
    select: { keptId: true, awayId: true },
  })
  const holders = [
    ...ids,
    ...away.flatMap(({ mergedIntoId }) => mergedIntoId ?? []),
    ...merges.flatMap(({ keptId, awayId }) => [keptId, awayId]),
  ]
  await tx.db.$executeRaw`
    delete from consent where person_id = any (${[...new Set(holders)]}::uuid[]) and source = 'import' and source_id = ${importId}::uuid
      and awake_at is null and (withdrawn_at is null or withdrawn_how = 'merge')`
}

/** Leaves people to the other lists they are on: what this one brought and no other row says goes. */
async function leave(tx: Tx, traces: readonly Trace[], others: OtherLists): Promise<void> {
  if (traces.length === 0) return
  const personIds = [...new Set(traces.map(({ personId }) => personId))]
  const rows = personIds.flatMap((id) => others.rows.get(id) ?? [])
  await leavePeople(
    tx,
    personIds.flatMap((id) => others.rows.get(id)?.[0] ?? []),
  )
  await deleteEnquiries(tx, traces)
  const theirs = rows.flatMap(({ change }) => change?.contacts ?? [])
  await tx.db.$executeRaw`
    delete from contact where person_id = any (${personIds}::uuid[]) and id <> all (${theirs}::uuid[]) and not (${usedSince([], [])})`
  await tx.db.$executeRaw`delete from lead where person_id = any (${personIds}::uuid[]) and not (${workedSince})`
}

/** Puts people and leads that were there before back as they were. Gives those of whom something stays. */
async function restore(tx: Tx, { importId }: List, others: OtherLists, traces: readonly Trace[]): Promise<Set<string>> {
  const kept = new Set<string>()
  if (traces.length === 0) return kept
  const asked = await askedSince(tx, others, traces)
  await deleteEnquiries(tx, traces)
  const heirs = new Map<string, OtherRow>()
  const keep = (row: OtherRow) => void heirs.set(`${row.importId} ${row.line}`, row)
  const byPerson = Map.groupBy(traces, ({ personId }) => personId)

  for (const { id, personId, isUsed } of await dropContacts(tx, importId, others, traces)) {
    const [heir] = others.rows.get(personId) ?? []
    if (isUsed || heir === undefined) kept.add(personId)
    else if (heir.change !== null) {
      heir.change.contacts.push(id)
      keep(heir)
    }
  }

  // Whom they were found to resemble by what the import added is asked anew, without it; of a pair that stood before, why it does.
  const changed = traces.flatMap(({ personId, change }) => ((change?.contacts.length ?? 0) > 0 || change?.person ? [personId] : []))
  await tx.db.$executeRaw`
    delete from duplicate_suggestion where dismissed_at is null
      and created_at >= (select created_at from lead_import where id = ${importId}::uuid)
      and ("person_aId" = any (${changed}::uuid[]) or "person_bId" = any (${changed}::uuid[]))`
  await tx.db.$executeRaw`update person set looked_at = null where id = any (${changed}::uuid[])`
  if (changed.length > 0) await lookSoon(tx, [...new Set(changed)])

  const leadIds = traces.flatMap(({ change }) => (change?.leads ?? []).map(({ id }) => id))
  const leads = await tx.db.lead.findMany({ where: { id: { in: leadIds } }, select: { id: true, university: true } })
  const universityOf = new Map(leads.map(({ id, university }) => [id, university]))
  const plans = [...byPerson].map(([personId, mine]) => {
    const since = mine.map(({ enquiryId }) => enquiryId).sort()[0] ?? ""
    const later = (others.rows.get(personId) ?? []).filter(({ enquiryId }) => enquiryId > since)
    return planBack(personId, { mine: mine.flatMap(({ change }) => change ?? []), later, asked: asked.get(personId) ?? [], universityOf })
  })
  for (const row of plans.flatMap((plan) => plan.heirs)) keep(row)
  await keepHeirs(tx, [...heirs.values()])
  await restoreRows(
    tx,
    "person",
    plans.flatMap(({ person }) => person ?? []),
  )
  await refoldPlaces(
    tx,
    plans.flatMap(({ person }) => person?.id ?? []),
  )
  await restoreRows(
    tx,
    "lead",
    plans.flatMap((plan) => plan.leads),
  )
  const opened = plans.flatMap((plan) => plan.opened)
  await tx.db.$executeRaw`delete from lead where id = any (${opened}::uuid[]) and not (${workedSince})`
  const stay = await tx.db.lead.findMany({ where: { id: { in: opened } }, select: { id: true } })
  const isThere = new Set(stay.map(({ id }) => id))
  for (const { personId, change } of traces) if (change?.leads.some(({ id }) => isThere.has(id))) kept.add(personId)
  return kept
}

/**
 * What people have asked since the list's first row of them stood, but for what other lists say that may be taken back. An enquiry
 * has its id before it waits for its turn and its moment after: by either it came since.
 */
async function askedSince(tx: Tx, others: OtherLists, traces: readonly Trace[]): Promise<Map<string, AskedSince[]>> {
  const personIds = [...new Set(traces.map(({ personId }) => personId))]
  const mine = traces.map(({ enquiryId }) => enquiryId)
  const listed = personIds.flatMap((id) => (others.rows.get(id) ?? []).map(({ enquiryId }) => enquiryId))
  const found = await tx.db.$queryRaw<Words[]>`
    with first as materialized (
      select person_id, min(created_at) as created_at, min(id::text)::uuid as id from enquiry where id = any (${mine}::uuid[]) group by 1
    )
    select enquiry.person_id as "personId", universities::text[] as universities, given_name as "givenName", family_name as "familyName",
      country, language::text as language, birth_year as "birthYear", level::text as level, fields::text[] as fields
    from enquiry join first on first.person_id = enquiry.person_id and (enquiry.created_at > first.created_at or enquiry.id > first.id)
    where enquiry.person_id = any (${personIds}::uuid[]) and enquiry.id <> all (${[...mine, ...listed]}::uuid[])
    order by enquiry.id`
  const asked = found.map(({ personId, universities, language, level, fields, ...words }) => ({
    personId,
    universities,
    says: { person: saidOfPerson(words), lead: onlySaid({ country: words.country, language, level, fields }) },
  }))
  return Map.groupBy(asked, ({ personId }) => personId)
}

async function deleteEnquiries(tx: Tx, traces: readonly Trace[]): Promise<void> {
  const ids = traces.map(({ enquiryId }) => enquiryId)
  await tx.db.$executeRaw`delete from enquiry where id = any (${ids}::uuid[])`
}

/** Takes away contacts that the import added. Gives those that stay, and whether anything but another list has come to rest on them. */
async function dropContacts(
  tx: Tx,
  importId: string,
  others: OtherLists,
  traces: readonly Trace[],
): Promise<{ id: string; personId: string; isUsed: boolean }[]> {
  const ids = traces.flatMap(({ change }) => change?.contacts ?? [])
  if (ids.length === 0) return []
  await tx.db.$executeRaw`delete from contact where id = any (${ids}::uuid[]) and not (${usedSince([importId], [])})`
  const listed = [...others.rows.values()].flatMap((rows) => rows.map(({ enquiryId }) => enquiryId))
  return tx.db.$queryRaw`
    select id, person_id as "personId", ${usedSince([importId, ...others.ids], listed)} as "isUsed" from contact where id = any (${ids}::uuid[])`
}

/** What staff did with a lead. Who only looked at it did nothing, and an owner whom the rules gave it is nobody's doing. */
const workedOn = Prisma.sql`
  version > 0 or set_aside_by is not null
  or exists (select from lead_task where lead_id = lead.id)
  or exists (select from recorded_contact where lead_id = lead.id)
  or exists (select from event where thing = 'lead' and thing_id = lead.id and actor_kind <> 'system' and type not in ('lead.seen', 'lead.reopened'))`

/** What keeps a lead that a list opened: work on it, an enquiry, an application since. */
const workedSince = Prisma.sql`
  ${workedOn} or exists (select from enquiry where person_id = lead.person_id and lead.university = any (enquiry.universities))
  or exists (select from application where person_id = lead.person_id and created_at > lead.created_at)`

/** Of a merge: that it was made, or taken back, since a list came. */
function sinceThen(begunAt: Date): Prisma.Sql {
  return Prisma.sql`(merge.created_at >= ${begunAt}::timestamptz or merge.undone_at >= ${begunAt}::timestamptz)`
}

/** People whom a merge has touched since the list came. What it had changed before is theirs as anything else is. */
async function mergedPeople(tx: Tx, { begunAt }: List, personIds: readonly string[]): Promise<Set<string>> {
  const ids = [...personIds]
  const found = await tx.db.$queryRaw<{ id: string }[]>`
    select kept_id as id from merge where kept_id = any (${ids}::uuid[]) and ${sinceThen(begunAt)}
    union select away_id from merge where away_id = any (${ids}::uuid[]) and ${sinceThen(begunAt)}`
  return new Set(found.map(({ id }) => id))
}

/** A contact that something rests on: but for what lists say, and but for some enquiries. */
function usedSince(importIds: readonly string[], enquiryIds: readonly string[]): Prisma.Sql {
  return Prisma.sql`(
    proved_at is not null or signs_in
    or exists (select from enquiry where enquiry.person_id = contact.person_id and enquiry.id <> all (${[...enquiryIds]}::uuid[])
      and (enquiry.phone = contact.value or enquiry.email = contact.typed or lower(enquiry.email) = contact.value))
    or exists (select from consent where consent.person_id = contact.person_id and address = contact.value
      and (source_id is null or source_id <> all (${[...importIds]}::uuid[]))))`
}
