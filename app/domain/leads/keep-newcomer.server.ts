import type { Ctx, EventRow, MailRow, Tx } from "#app/platform/ctx.server.ts"
import { lookSoon } from "#app/domain/people/join-people.server.ts"
import { lockContacts } from "#app/domain/people/lock-contacts.server.ts"
import { Gatherer } from "#app/platform/gatherer.ts"
import type { University } from "#app/platform/prisma-client/enums.ts"
import type { consentRows } from "#app/domain/people/give-consents.server.ts"
import type { newPersonRows } from "#app/domain/people/join-people.server.ts"
import type { EnquiryRow } from "./take-enquiries.server.ts"

export type NewcomerRows = ReturnType<typeof newPersonRows> & {
  enquiry: EnquiryRow
  /** An enquiry of the same content since then is the same one. */
  sameSince: Date
  /** With the moment by which each university is to answer; null when nobody waits for an answer. */
  leads: readonly { id: string; university: University; source: string; answerDueAt: Date | null }[]
  consents: ReturnType<typeof consentRows>
  event: EventRow
  mail: MailRow | null
}

/** Those of one process who come at the same moment are kept by one transaction: a round trip costs more than a row. */
const mostAtOnce = 50
type Asked = { ctx: Ctx; rows: NewcomerRows }
const gatherers = new WeakMap<Ctx["db"], Gatherer<Asked, boolean>>()

/**
 * Keeps the enquiry of somebody whose addresses nobody has yet; most who write are new. False, with nothing written, when
 * somebody has one of the addresses or the same enquiry stands there already: then the ordinary road looks closer. The
 * rows are those which `takeEnquiries` writes for a new person, and the confirmation.
 */
export function keepNewcomer(ctx: Ctx, rows: NewcomerRows): Promise<boolean> {
  const gatherer = gatherers.get(ctx.db) ?? new Gatherer(keepTogether, mostAtOnce)
  gatherers.set(ctx.db, gatherer)
  return gatherer.ask({ ctx, rows })
}

/** The rows say who did what; of the contexts, which share one database, only a transaction is asked. */
async function keepTogether(asked: readonly Asked[]): Promise<boolean[]> {
  const [first] = asked
  if (first === undefined) return []
  // Of two with one address only the first is new: the other takes the ordinary road, which then sees the first.
  const taken = new Set<string>()
  const chosen = asked.flatMap(({ rows }) => {
    if (rows.contacts.some(({ value }) => taken.has(value))) return []
    for (const { value } of rows.contacts) taken.add(value)
    return rows
  })
  const kept = await first.ctx.transaction(async (tx) => {
    await lockContacts(tx, [...taken])
    const ids = await insertNewcomers(tx, chosen)
    const written = chosen.filter(({ enquiry }) => ids.has(enquiry.id))
    if (written.length > 0)
      await lookSoon(
        tx,
        written.map(({ person }) => person.id),
      )
    await tx.follow({ events: written.map(({ event }) => event), mails: written.flatMap(({ mail }) => mail ?? []) })
    return ids
  })
  return asked.map(({ rows }) => kept.has(rows.enquiry.id))
}

/**
 * One statement, after the one that took the locks: it sees all that was committed under them. An address that nobody has
 * got no confirmation within the hour. Each look is a subquery of its own, so that it goes by its index at any size.
 */
async function insertNewcomers(tx: Tx, items: readonly NewcomerRows[]): Promise<Set<string>> {
  const rows = items.map((item) => ({
    ...item,
    email: item.contacts.find(({ kind }) => kind === "email")?.value ?? null,
    phone: item.contacts.find(({ kind }) => kind === "phone")?.value ?? null,
  }))
  const kept = await tx.db.$queryRaw<{ id: string }[]>`
    /* prepared */
    with newcomer as materialized (
      select said.rows from jsonb_array_elements(${JSON.stringify(rows)}::jsonb) as said(rows)
      where (select id from contact where kind = 'email' and value = said.rows ->> 'email' limit 1) is null
        and (select id from contact where kind = 'phone' and value = said.rows ->> 'phone' limit 1) is null
        and (select id from enquiry where fingerprint = said.rows #>> '{enquiry,fingerprint}'
          and created_at > (said.rows ->> 'sameSince')::timestamptz limit 1) is null
        and (select id from enquiry where idempotency_key = said.rows #>> '{enquiry,idempotencyKey}' limit 1) is null
    ), new_person as (
      insert into person (id, given_name, family_name, name_folded, birth_date, birth_year, language, country, created_at)
      select id, "givenName", "familyName", "nameFolded", "birthDate", "birthYear", language, country, "createdAt"
      from newcomer, jsonb_to_record(rows -> 'person') as p(id uuid, "givenName" text, "familyName" text, "nameFolded" text,
        "birthDate" date, "birthYear" int, language language, country text, "createdAt" timestamptz)
    ), new_contacts as (
      insert into contact (id, person_id, kind, value, typed, created_at)
      select id, "personId", kind, value, typed, "createdAt"
      from newcomer, jsonb_to_recordset(rows -> 'contacts')
        as c(id uuid, "personId" uuid, kind contact_kind, value text, typed text, "createdAt" timestamptz)
    ), new_enquiry as (
      insert into enquiry (id, reference, person_id, kind, language, universities, programme_id, given_name, family_name, email, phone,
        country, birth_year, level, fields, message, eligibility, utm, referrer, code_id, fingerprint, idempotency_key, created_at)
      select id, reference, "personId", kind, language, universities, "programmeId", "givenName", "familyName", email, phone,
        country, "birthYear", level, fields, message, eligibility, utm, referrer, "codeId", fingerprint, "idempotencyKey", "createdAt"
      from newcomer, jsonb_to_record(rows -> 'enquiry') as e(id uuid, reference text, "personId" uuid, kind text, language language,
        universities university[], "programmeId" uuid, "givenName" text, "familyName" text, email text, phone text, country text,
        "birthYear" int, level level, fields field[], message text, eligibility text, utm jsonb, referrer text, "codeId" uuid,
        fingerprint text, "idempotencyKey" text, "createdAt" timestamptz)
    ), new_leads as (
      insert into lead (id, person_id, university, country, language, level, fields, first_source, last_source, answer_due_at,
        rescore_at, active_at, created_at)
      select l.id, "personId", university, country, language, level, fields, source, source, "answerDueAt",
        "createdAt", "createdAt", "createdAt"
      from newcomer, jsonb_to_recordset(rows -> 'leads') as l(id uuid, university university, source text, "answerDueAt" timestamptz),
        jsonb_to_record(rows -> 'enquiry') as e("personId" uuid, country text, language language, level level, fields field[],
        "createdAt" timestamptz)
    ), new_consents as (
      insert into consent (id, person_id, university, channel, purpose, address, text_shown, text_version, language, source, source_id,
        given_at, awake_at)
      select id, "personId", university, channel, purpose, address, "textShown", "textVersion", language, source, "sourceId", "givenAt",
        "awakeAt"
      from newcomer, jsonb_to_recordset(rows -> 'consents') as c(id uuid, "personId" uuid, university university, channel channel,
        purpose purpose, address text, "textShown" text, "textVersion" int, language language, source text, "sourceId" uuid, "givenAt" timestamptz,
        "awakeAt" timestamptz)
    ), new_event as (
      insert into event (id, type, thing, thing_id, university, actor_kind, actor_id, facts, created_at)
      select id, type, thing, "thingId", university, "actorKind", "actorId", facts, "createdAt"
      from newcomer, jsonb_to_record(rows -> 'event') as v(id uuid, type text, thing text, "thingId" uuid, university university,
        "actorKind" text, "actorId" uuid, facts jsonb, "createdAt" timestamptz)
    ), new_mail as (
      insert into mail (id, kind, sender, person_id, "to", language, props, thing, thing_id, code, send_after,
        created_at)
      select id, kind, sender, "personId", "to", language, props, thing, "thingId", code, "sendAfter", "createdAt"
      from newcomer, jsonb_to_record(nullif(rows -> 'mail', 'null')) as m(id uuid, kind text, sender owner, "personId" uuid, "to" text,
        language language, props jsonb, thing text, "thingId" uuid, code text, "sendAfter" timestamptz, "createdAt" timestamptz)
      where id is not null
    )
    select rows #>> '{enquiry,id}' as id from newcomer`
  return new Set(kept.map(({ id }) => id))
}
