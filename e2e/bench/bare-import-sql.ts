import { randomUUID } from "node:crypto"
import pg from "pg"

const chunk = 1_000

/*
 * The bare metal that taking a list in is compared with: the rows that an import writes of each person (the person, two addresses,
 * an enquiry, a lead, two consents, an event and a trace) by unnest, a thousand people a transaction.
 */
const statement = `
  with said as materialized (
    select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[]) as s(person, enquiry, email, phone)
  ), p as (
    insert into person (id, given_name, family_name, name_folded, birth_date, birth_year, language, country, school, place_folded, created_at)
    select person, 'Awa', 'DIOP', 'awa diop ' || email, '2006-03-04', 2006, 'fr', 'SN', 'Lycée Malick Sall', 'lycee malick sall', now() from said
  ), c as (
    insert into contact (id, person_id, kind, value, typed, created_at)
    select gen_random_uuid(), person, 'email'::contact_kind, email, email, now() from said
    union all select gen_random_uuid(), person, 'phone'::contact_kind, phone, phone, now() from said
  ), e as (
    insert into enquiry (id, reference, person_id, kind, language, universities, given_name, family_name, email, phone, country, birth_year, level,
      fields, message, utm, fingerprint, idempotency_key, created_at)
    select enquiry, enquiry::text, person, 'import', 'fr', '{AUI}', 'Awa', 'DIOP', email, phone, 'SN', 2006, 'bachelor', '{computing}', '',
      '{"source":"Salon"}', enquiry::text, enquiry::text, now() from said
  ), l as (
    insert into lead (id, person_id, university, country, language, level, fields, active_at, created_at)
    select gen_random_uuid(), person, 'AUI', 'SN', 'fr', 'bachelor', '{computing}', now(), now() from said
  ), k as (
    insert into consent (id, person_id, university, channel, purpose, address, text_shown, language, source, source_id, given_at)
    select gen_random_uuid(), person, 'AUI', 'email', q::purpose, email, 'Oui', 'fr', 'import', enquiry, now()
    from said, unnest(array['news', 'events']) q
  ), v as (
    insert into event (id, type, thing, thing_id, actor_kind, facts, created_at)
    select gen_random_uuid(), 'enquiry.made', 'enquiry', enquiry, 'staff', jsonb_build_object('personId', person), now() from said
  )
  insert into import_trace (import_id, line, person_id, enquiry_id, is_new) select $5::uuid, $6::int + row_number() over (), person, enquiry, true from said`

/** Seconds that so many people take. */
export async function bareImport(url: string, rows: number): Promise<number> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows: lists } = await client.query<{ id: string }>("select id from lead_import limit 1")
    const begun = performance.now()
    for (let done = 0; done < rows; done += chunk) {
      const ids = Array.from({ length: Math.min(chunk, rows - done) }, () => randomUUID())
      const emails = ids.map((id) => `${id}@bare.example`)
      const phones = ids.map((_, index) => `+22179${done + index}`)
      await client.query({ name: "bare", text: statement, values: [ids, ids.map(() => randomUUID()), emails, phones, lists[0]?.id, done] })
    }
    return Math.round((performance.now() - begun) / 10) / 100
  } finally {
    await client.end()
  }
}
