import type { EventRow, MailRow, Tx } from "#app/platform/ctx.server.ts"
import type { Field, Level, University } from "#app/platform/prisma-client/enums.ts"
import type { consentRows } from "#app/domain/people/give-consents.server.ts"
import type { newPersonRows } from "#app/domain/people/join-person.server.ts"
import type { Language } from "#app/locales/languages.ts"

export type NewcomerRows = ReturnType<typeof newPersonRows> & {
  enquiry: {
    id: string
    reference: string
    kind: string
    language: Language
    universities: readonly University[]
    programmeId: string | null
    givenName: string
    familyName: string
    email: string | null
    phone: string | null
    country: string
    birthYear: number | null
    level: Level | null
    fields: readonly Field[]
    message: string
    utm: Record<string, string>
    fingerprint: string
    idempotencyKey: string | null
    createdAt: Date
  }
  /** An enquiry of the same content since then is the same one. */
  sameSince: Date
  leads: readonly { id: string; university: University }[]
  consents: ReturnType<typeof consentRows>
  event: EventRow
  mail: MailRow | null
}

/**
 * Keeps the enquiry of somebody whose addresses nobody has yet: all its rows in one statement, since most who write are
 * new and a round trip costs more than a row. False, with nothing written, when somebody has one of the addresses or the
 * same enquiry stands there already: then the ordinary road looks closer.
 *
 * The caller holds `lockContacts` of the addresses, taken by an earlier statement: this one then sees all that was
 * committed under the same lock. The rows are those which `joinPerson`, `touchLeads`, `giveConsents` and the
 * confirmation write for a new person. An address that nobody has got no confirmation within the hour.
 */
export async function keepNewcomer(tx: Tx, rows: NewcomerRows): Promise<boolean> {
  const addressOf = (kind: "email" | "phone") => rows.contacts.find((contact) => contact.kind === kind)?.value ?? null
  const [answer] = await tx.db.$queryRaw<{ isKept: boolean }[]>`
    /* prepared */
    with newcomer as materialized (
      select ${JSON.stringify(rows)}::jsonb as rows
      where not exists (select 1 from contact where kind = 'email' and value = ${addressOf("email")}::text)
        and not exists (select 1 from contact where kind = 'phone' and value = ${addressOf("phone")}::text)
        and not exists (select 1 from enquiry where fingerprint = ${rows.enquiry.fingerprint} and created_at > ${rows.sameSince}::timestamptz)
        and not exists (select 1 from enquiry where idempotency_key = ${rows.enquiry.idempotencyKey}::text)
    ), new_person as (
      insert into person (id, given_name, family_name, name_folded, birth_date, birth_year, language, country, created_at)
      select p.id, "givenName", "familyName", "nameFolded", "birthDate", "birthYear", language, country, "createdAt"
      from newcomer, jsonb_to_record(rows -> 'person') as p(id uuid, "givenName" text, "familyName" text, "nameFolded" text,
        "birthDate" date, "birthYear" int, language language, country text, "createdAt" timestamptz)
      returning id
    ), new_contacts as (
      insert into contact (id, person_id, kind, value, typed, created_at)
      select c.id, p.id, kind, value, typed, "createdAt"
      from new_person p, newcomer, jsonb_to_recordset(rows -> 'contacts')
        as c(id uuid, kind contact_kind, value text, typed text, "createdAt" timestamptz)
    ), new_enquiry as (
      insert into enquiry (id, reference, person_id, kind, language, universities, programme_id, given_name, family_name, email, phone,
        country, birth_year, level, fields, message, utm, fingerprint, idempotency_key, created_at)
      select e.id, reference, p.id, kind, language, universities, "programmeId", "givenName", "familyName", email, phone,
        country, "birthYear", level, fields, message, utm, fingerprint, "idempotencyKey", "createdAt"
      from new_person p, newcomer, jsonb_to_record(rows -> 'enquiry') as e(id uuid, reference text, kind text, language language,
        universities university[], "programmeId" uuid, "givenName" text, "familyName" text, email text, phone text, country text,
        "birthYear" int, level level, fields field[], message text, utm jsonb, fingerprint text, "idempotencyKey" text,
        "createdAt" timestamptz)
    ), new_leads as (
      insert into lead (id, person_id, university, country, language, level, fields, active_at, created_at)
      select l.id, p.id, university, country, language, level, fields, "createdAt", "createdAt"
      from new_person p, newcomer, jsonb_to_recordset(rows -> 'leads') as l(id uuid, university university),
        jsonb_to_record(rows -> 'enquiry') as e(country text, language language, level level, fields field[], "createdAt" timestamptz)
    ), new_consents as (
      insert into consent (id, person_id, university, channel, purpose, address, text_shown, language, source, source_id, given_at, awake_at)
      select c.id, p.id, university, channel, purpose, address, "textShown", language, source, "sourceId", "givenAt", "awakeAt"
      from new_person p, newcomer, jsonb_to_recordset(rows -> 'consents') as c(id uuid, university university, channel channel,
        purpose purpose, address text, "textShown" text, language language, source text, "sourceId" uuid, "givenAt" timestamptz,
        "awakeAt" timestamptz)
    ), new_event as (
      insert into event (id, type, thing, thing_id, university, actor_kind, actor_id, facts, created_at)
      select v.id, type, thing, "thingId", university, "actorKind", "actorId", facts, "createdAt"
      from newcomer, jsonb_to_record(rows -> 'event') as v(id uuid, type text, thing text, "thingId" uuid, university university,
        "actorKind" text, "actorId" uuid, facts jsonb, "createdAt" timestamptz)
    ), new_mail as (
      insert into mail (id, kind, sender, person_id, "to", language, props, thing, thing_id, send_after, created_at)
      select m.id, kind, sender, p.id, "to", language, props, thing, "thingId", "sendAfter", "createdAt"
      from new_person p, newcomer, jsonb_to_record(nullif(rows -> 'mail', 'null')) as m(id uuid, kind text, sender owner, "to" text, language language,
        props jsonb, thing text, "thingId" uuid, "sendAfter" timestamptz, "createdAt" timestamptz)
      where m.id is not null
    )
    select exists (select 1 from new_person) as "isKept"`
  if (answer?.isKept !== true) return false
  await tx.follow({ events: [rows.event], mails: rows.mail === null ? [] : [rows.mail] })
  return true
}
