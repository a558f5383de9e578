import type { Tx } from "#app/platform/ctx.server.ts"

type PeopleDb = Pick<Tx["db"], "$queryRaw" | "contact" | "person">

/**
 * Whom an old link or an old row means now: the person themselves, or the one they were found to be. An address says more
 * than an id where some were joined and have been separated since: then it is whoever of them has the address, or whom that
 * one has been found to be.
 */
export async function personBehind(db: PeopleDb, personId: string, address: string | null = null): Promise<string> {
  const person = await db.person.findUnique({ where: { id: personId }, select: { mergedIntoId: true } })
  const living = person?.mergedIntoId ?? personId
  if (address === null || (await db.contact.count({ where: { personId: living, value: address } })) > 0) return living
  const [separated] = await db.$queryRaw<{ id: string }[]>`
    with recursive one(id, merge_id) as (
      select id, null::uuid from unnest(${[personId, living]}::uuid[]) as linked(id)
      union
      select m.away_id, m.id from one join merge m on m.kept_id = one.id where m.undone_at is not null
    )
    select c.person_id::text as id
    from one join person p on p.id = one.id join contact c on c.person_id = coalesce(p.merged_into_id, p.id) and c.value = ${address}
    order by one.merge_id desc nulls last limit 1`
  return separated?.id ?? living
}
