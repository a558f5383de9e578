import { randomUUID } from "node:crypto"
import pg from "pg"
import { lookKeys } from "#app/domain/people/look-keys.ts"
import { countries } from "#app/domain/catalogue/countries.ts"
import { foldName } from "#app/platform/text.ts"
import { chanceFrom, pick, someName } from "#prisma/seed/names.ts"

/*
 * A million leads: people of all countries with names in three scripts, known at one university or at both, each lead at
 * some stage, seen or not, late, due, asleep or done. The rows are made up and stand in a database that is thrown away.
 */

const batch = 10_000
const ethiopic = {
  given: ["አበበ", "ሰላም", "ትዕግስት", "ዳዊት", "ሀና", "ብርሃኑ", "መሰረት", "ገብረ", "አልማዝ", "ተስፋዬ"],
  family: ["በቀለ", "ተሰማ", "ኃይሉ", "ወልደ", "ገብሬ", "ታደሰ", "አለሙ", "ከበደ"],
}
const towns = ["Thiès", "Kano", "Kisumu", "Sfax", "Beira", "Bouaké", "فاس", "بنغازي", "Tamale", "Goma", "Maradi", "Mombasa"]
const schools = [
  "Lycée Malick Sy",
  "Federal Government College",
  "ثانوية ابن خلدون",
  "Starehe School",
  "Lycée Lamine Guèye",
  "Escola Secundária",
]
const residences = Object.keys(countries).length === 0 ? [] : countries.map(({ code }) => code)

export type Filled = {
  people: number
  leads: number
  sample: { name: string; phone: string; email: string; country: string; year: number }[]
}

export async function fillLeads(url: string, leads: number, progress: (text: string) => void): Promise<Filled> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  // Two of three people are known at both universities.
  const people = Math.round(leads * 0.6)
  const later = await withoutIndexes(client)
  await client.query("set synchronous_commit = off")
  const chance = chanceFrom(1)
  const sample: Filled["sample"] = []
  const begun = performance.now()
  for (let from = 0; from < people; from += batch) {
    const rows = Array.from({ length: Math.min(batch, people - from) }, (_, place) => person(from + place, chance))
    await insert(client, rows)
    for (const row of rows.slice(0, 20)) sample.push(row)
    if ((from / batch) % 10 === 9) progress(`${Math.round(((from + batch) / people) * 100)} % of ${people} people`)
  }
  progress("leads of the people")
  await client.query(
    `
    with staff_ids as (select array_agg(person_id order by person_id) as ids from staff where university = 'AUI' and role in ('outreach', 'officer', 'head'))
    insert into lead (id, person_id, university, stage, closed_reason, owner_id, score, next_action, due_at, snoozed_until, answer_due_at, tags,
      country, language, level, fields, seen_at, active_at, created_at, rescore_at, to_assign)
    select gen_random_uuid(), id, u::university, stage::lead_stage, case when stage = 'closed' then 'no-answer' end,
      case when r2 < 0.7 and u = 'AUI' then ids[1 + floor(r3 * array_length(ids, 1))::int] end,
      floor(r4 * 100)::int, case when r5 < 0.1 then 'Call again' else '' end,
      case when r5 < 0.1 and is_seen then now() + (r1 * 40 - 4) * interval '1 day' end,
      case when r6 < 0.05 then now() + (r3 * 90 - 10) * interval '1 day' end,
      case when stage = 'new' and r6 > 0.4 then now() + (r4 * 60 - 58) * interval '1 day' end,
      case when r1 < 0.08 then array[(array['vip','fair','parent','school'])[1 + floor(r2 * 4)::int]] else '{}' end,
      country, language, (array['bachelor','master','phd'])[1 + floor(r3 * 3)::int]::level,
      array[(array['engineering','computing','business','agriculture','health'])[1 + floor(r4 * 5)::int]]::field[],
      case when is_seen then created_at + interval '1 hour' end, created_at, created_at, null, false
    from (
      select p.id, p.country, p.language, p.created_at, u, r1, r2, r3, r4, r5, r6, ids,
        case when r < 0.4 then 'new' when r < 0.6 then 'contacted' when r < 0.7 then 'qualified' when r < 0.75 then 'nurturing'
          when r < 0.78 then 'applying' when r < 0.85 then 'applied' else 'closed' end as stage,
        r >= 0.4 or r1 < 0.6 as is_seen
      from person p cross join staff_ids
      cross join lateral unnest(case when ('x' || substr(p.id::text, 30, 6))::bit(24)::int % 3 = 0
        then array[case when ('x' || substr(p.id::text, 29, 1))::bit(4)::int % 2 = 0 then 'AUI' else 'UM6P' end] else array['AUI', 'UM6P'] end) u
      cross join lateral (select random() + 0 * length(p.name_folded || u) as r, random() r1, random() r2, random() r3, random() r4, random() r5, random() r6) chance
      where not exists (select 1 from staff s where s.person_id = p.id)
    ) said limit $1`,
    [leads],
  )
  await client.query(`insert into lead_tag (university, folded, label, used_at)
    select u::university, t, t, now() from unnest(array['AUI', 'UM6P']) u, unnest(array['vip', 'fair', 'parent', 'school']) t`)
  for (const [place, index] of later.entries()) {
    progress(`index ${place + 1} of ${later.length}`)
    await client.query(index)
  }
  await client.query("vacuum analyze")
  const { rows } = await client.query<{ count: string }>("select count(*) as count from lead")
  progress(`${rows[0]?.count} leads in ${Math.round((performance.now() - begun) / 1000)} s`)
  await client.end()
  return { people, leads: Number(rows[0]?.count ?? 0), sample }
}

function person(number: number, chance: () => number) {
  const country = pick(residences, chance)
  const isEthiopic = country === "ET" && chance() < 0.4
  const { givenName, familyName, language } = isEthiopic
    ? { givenName: pick(ethiopic.given, chance), familyName: pick(ethiopic.family, chance), language: "en" as const }
    : someName(country, chance)
  const second = chance() < 0.3 && !isEthiopic ? ` ${someName(country, chance).givenName}` : ""
  const given = givenName + second
  const name = `${given} ${familyName}`
  const hasPlace = chance() < 0.3
  const [town, school] = hasPlace ? [pick(towns, chance), pick(schools, chance)] : ["", ""]
  return {
    id: randomUUID(),
    given,
    familyName,
    name,
    folded: foldName(name),
    year: 1990 + Math.floor(chance() * 22),
    language,
    country,
    town,
    school,
    place: foldName(`${town} ${school}`),
    // The latest first: most who are new have written lately.
    age: Math.floor(chance() ** 2 * 700 * 86_400),
    phone: `+2217${String(number).padStart(8, "0")}`,
    email: `${foldName(familyName)
      .replaceAll(" ", ".")
      .replace(/[^a-z.]/g, "x")}.${number}@post.example`,
  }
}

async function insert(client: pg.Client, rows: readonly ReturnType<typeof person>[]): Promise<void> {
  const of = <Key extends keyof ReturnType<typeof person>>(key: Key) => rows.map((row) => row[key])
  await client.query(
    `insert into person (id, given_name, family_name, name_folded, birth_year, language, country, city, school, place_folded, created_at, looked_at)
    select id, g, f, n, y, l::language, c, t, s, p, now() - a * interval '1 second', now()
    from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::int[], $6::text[], $7::text[], $8::text[], $9::text[], $10::text[], $11::int[])
      as said(id, g, f, n, y, l, c, t, s, p, a)`,
    [
      of("id"),
      of("given"),
      of("familyName"),
      of("folded"),
      of("year"),
      of("language"),
      of("country"),
      of("town"),
      of("school"),
      of("place"),
      of("age"),
    ],
  )
  await client.query(
    `insert into contact (id, person_id, kind, value, typed, created_at)
    select gen_random_uuid(), id, k::contact_kind, v, v, now() from unnest($1::uuid[], $2::text[], $3::text[]) as said(id, e, p),
      lateral (values ('email', e), ('phone', p)) as both_of(k, v)`,
    [of("id"), of("email"), of("phone")],
  )
  const keys = rows.flatMap((row) =>
    lookKeys({ givenName: row.given, familyName: row.familyName, country: row.country, birthDate: null, birthYear: row.year }).map(
      (key) => ({
        key,
        id: row.id,
      }),
    ),
  )
  await client.query("insert into look_key (key, person_id) select * from unnest($1::int[], $2::uuid[]) on conflict do nothing", [
    keys.map(({ key }) => key),
    keys.map(({ id }) => id),
  ])
}

/** Takes the indexes away that no constraint needs: made at the end they cost a fraction. Returns how they are made. */
async function withoutIndexes(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string; made: string }>(`
    select i.relname as name, pg_get_indexdef(x.indexrelid) as made from pg_index x join pg_class i on i.oid = x.indexrelid
    where x.indrelid in ('person'::regclass, 'contact'::regclass, 'lead'::regclass, 'look_key'::regclass) and not x.indisprimary
      and not exists (select 1 from pg_constraint c where c.conindid = x.indexrelid)`)
  for (const { name } of rows) await client.query(`drop index "${name}"`)
  return rows.map(({ made }) => made)
}
