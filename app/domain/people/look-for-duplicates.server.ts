import type { Ctx } from "#app/platform/ctx.server.ts"
import { judgePair, type Judged, type Verdict } from "./judge-pair.ts"
import { lookKeys } from "./look-keys.ts"
import { suggestPairs } from "./suggest-pairs.server.ts"

/** Of the people behind one number or one key no more are compared: a school's phone may stand behind thousands. */
const mostBehindOne = 50
/** By a name and a year alone a pair is suggested only where no more than these have them. */
const mostOfOneName = 3

/**
 * Compares some people with everybody else and suggests who may be one: by an equal address or mailbox, and by the name,
 * country and birth through `look_key`. How many pairs were suggested anew. Running it again changes nothing; of two runs
 * at once the later one sees the keys of the earlier, because keys are committed before anybody is looked for.
 */
export async function lookForDuplicates(ctx: Ctx, personIds: readonly string[]): Promise<number> {
  const people = await readPeople(ctx.db, personIds)
  await writeKeys(ctx, people)
  const pairs = await findPairs(ctx.db, people)
  if (pairs.length === 0) {
    await markLooked(ctx.db, ctx.now(), personIds)
    return 0
  }
  return ctx.transaction(async (tx) => {
    const count = await suggestPairs(ctx, tx, pairs)
    await markLooked(tx.db, ctx.now(), personIds)
    return count
  })
}

async function markLooked(db: Pick<Ctx["db"], "$executeRaw">, now: Date, personIds: readonly string[]): Promise<void> {
  await db.$executeRaw`update person set looked_at = ${now}::timestamptz where id = any(${[...personIds]}::uuid[])`
}

type Person = Judged & { id: string; createdAt: Date }
export type Pair = { a: string; b: string; verdict: Verdict }

/** Who works here and who was merged away are nobody's double. One statement: whoever writes an enquiry asks for it each time. */
function readPeople(db: Ctx["db"], ids: readonly string[]): Promise<Person[]> {
  return db.$queryRaw<Person[]>`
    /* prepared */
    select p.id::text, p.given_name as "givenName", p.family_name as "familyName", p.country, p.birth_date as "birthDate",
      p.birth_year as "birthYear", p.created_at as "createdAt",
      (select coalesce(jsonb_agg(jsonb_build_object('kind', c.kind, 'value', c.value, 'mailbox', c.mailbox)), '[]'::jsonb)
        from contact c where c.person_id = p.id) as contacts
    from person p
    where p.id = any(${[...ids]}::uuid[]) and p.merged_into_id is null and not exists (select 1 from staff s where s.person_id = p.id)`
}

async function writeKeys(ctx: Ctx, people: readonly Person[]): Promise<void> {
  const keys = people.flatMap((person) => lookKeys(person).map((key) => ({ key, id: person.id })))
  await ctx.db.$executeRaw`
    with wanted as (
      select * from unnest(${keys.map(({ key }) => key)}::int[], ${keys.map(({ id }) => id)}::uuid[]) as wanted(key, person_id)
    ), gone as (
      delete from look_key k where person_id = any(${people.map(({ id }) => id)}::uuid[])
        and not exists (select 1 from wanted w where w.key = k.key and w.person_id = k.person_id)
    )
    insert into look_key (key, person_id) select key, person_id from wanted on conflict do nothing`
}

/** Each limit stands in a subquery of its own, so that a number shared by thousands costs no more than one shared by some. */
async function findPairs(db: Ctx["db"], people: readonly Person[]): Promise<Pair[]> {
  const ids = people.map(({ id }) => id)
  const rows = await db.$queryRaw<{ one: string; other: string }[]>`
    select k.person_id::text as one, o.person_id::text as other
    from look_key k cross join lateral (select person_id from look_key where key = k.key limit ${mostBehindOne}) o
    where k.person_id = any(${ids}::uuid[]) and o.person_id <> k.person_id
    union
    select c.person_id::text, o.person_id::text
    from contact c cross join lateral (select person_id from contact where kind = c.kind and value = c.value limit ${mostBehindOne}) o
    where c.person_id = any(${ids}::uuid[]) and o.person_id <> c.person_id
    union
    select c.person_id::text, o.person_id::text
    from contact c cross join lateral (select person_id from contact where mailbox = c.mailbox limit ${mostBehindOne}) o
    where c.person_id = any(${ids}::uuid[]) and c.mailbox is not null and o.person_id <> c.person_id`
  const known = new Map(people.map((person) => [person.id, person]))
  const missing = [...new Set(rows.map(({ other }) => other))].filter((id) => !known.has(id))
  const others = missing.length === 0 ? [] : await readPeople(db, missing)
  for (const person of others) known.set(person.id, person)

  const pairs = new Map<string, Pair>()
  const ofYear = new Map<string, number>()
  for (const { one, other } of rows) {
    const [a, b] = [known.get(one), known.get(other)]
    if (a === undefined || b === undefined) continue
    const [elder, younger] = inOrder(a, b)
    const verdict = judgePair(elder, younger)
    if (verdict === null) continue
    if (verdict.isByYearAlone) ofYear.set(one, (ofYear.get(one) ?? 0) + 1)
    pairs.set(`${elder.id} ${younger.id}`, { a: elder.id, b: younger.id, verdict })
  }
  const isRare = (id: string) => (ofYear.get(id) ?? 0) < mostOfOneName
  return [...pairs.values()].filter(({ a, b, verdict }) => !verdict.isByYearAlone || (isRare(a) && isRare(b)))
}

/** The older person first: the pair is one row. */
function inOrder(one: Person, other: Person): [Person, Person] {
  const isFirst = one.createdAt < other.createdAt || (one.createdAt.getTime() === other.createdAt.getTime() && one.id < other.id)
  return isFirst ? [one, other] : [other, one]
}
