import { randomUUID } from "node:crypto"
import pg from "pg"

/*
 * The bare metal that keeping an enquiry is compared with: its person, address, enquiry, two leads, four consents, mail,
 * event and the job of the mail, in one prepared statement by pg that looks nothing up and locks nothing.
 */
const statement = `
  with p as (
    insert into person (id, given_name, family_name, name_folded, birth_year, language, country, created_at)
    values ($1::uuid, 'Awa', 'Diop', 'awa diop', 2004, 'fr', 'SN', now()) returning id
  ), c as (
    insert into contact (id, person_id, kind, value, typed, created_at) select gen_random_uuid(), id, 'email', $2, $2, now() from p
  ), e as (
    insert into enquiry (id, reference, person_id, kind, language, universities, given_name, family_name, email, country, birth_year, level,
      fields, message, utm, fingerprint, idempotency_key, created_at)
    select $3::uuid, $3, id, 'form', 'fr', '{AUI,UM6P}', 'Awa', 'Diop', $2, 'SN', 2004, 'bachelor', '{computing,engineering}',
      'Je voudrais connaître les bourses et les dates de la rentrée.', '{}', $3, $3, now() from p
  ), l as (
    insert into lead (id, person_id, university, country, language, level, fields, active_at, created_at)
    select gen_random_uuid(), id, u::university, 'SN', 'fr', 'bachelor', '{computing,engineering}', now(), now()
    from p, unnest(array['AUI', 'UM6P']) u
  ), k as (
    insert into consent (id, person_id, university, channel, purpose, address, text_shown, language, source, source_id, given_at)
    select gen_random_uuid(), id, u::university, 'email', q::purpose, $2, 'Par e-mail', 'fr', 'enquiry', $3::uuid, now()
    from p, unnest(array['AUI', 'UM6P']) u, unnest(array['news', 'events']) q
  ), m as (
    insert into mail (id, kind, sender, person_id, "to", language, props, thing, thing_id, send_after, created_at)
    select $4::uuid, 'enquiry-made', 'JOINT', id, $2, 'fr', jsonb_build_object('reference', $3), 'enquiry', $3::uuid, now(), now() from p
  ), v as (
    insert into event (id, type, thing, thing_id, actor_kind, facts, created_at)
    select gen_random_uuid(), 'enquiry.made', 'enquiry', $3::uuid, 'anonymous', jsonb_build_object('personId', id), now() from p
  )
  insert into queue.job (name, data) values ('mail.send', jsonb_build_object('mailId', $4))`

/** Enquiries a second, each committed before the next on its connection begins, and how long 99 of a hundred took at most. */
export async function bareEnquiries(url: string, count: number, connections: number): Promise<{ perSecond: number; p99: number }> {
  const clients = Array.from({ length: connections }, () => new pg.Client({ connectionString: url }))
  await Promise.all(clients.map((client) => client.connect()))
  try {
    let left = count
    const took: number[] = []
    const begun = performance.now()
    await Promise.all(
      clients.map(async (client) => {
        while (left-- > 0) {
          const id = randomUUID()
          const asked = performance.now()
          await client.query({ name: "enquiry", text: statement, values: [randomUUID(), `${id}@bare.example`, id, randomUUID()] })
          took.push(performance.now() - asked)
        }
      }),
    )
    const perSecond = Math.round(count / ((performance.now() - begun) / 1000))
    return { perSecond, p99: Number((took.toSorted((a, b) => a - b)[Math.floor(count * 0.99)] ?? 0).toFixed(1)) }
  } finally {
    await Promise.all(clients.map((client) => client.end()))
  }
}
