import type { Tx } from "#app/platform/ctx.server.ts"

type PeopleDb = Pick<Tx["db"], "contact" | "merge" | "person">

/**
 * Whom an old link or an old row means now: the person themselves, or the one they were found to be. An address says more
 * than an id where two were joined and have been separated since: then it is the one of them who has the address.
 */
export async function personBehind(db: PeopleDb, personId: string, address: string | null = null): Promise<string> {
  const person = await db.person.findUnique({ where: { id: personId }, select: { mergedIntoId: true } })
  const living = person?.mergedIntoId ?? personId
  if (address === null || (await db.contact.count({ where: { personId: living, value: address } })) > 0) return living
  const separated = await db.merge.findFirst({
    where: { keptId: living, undoneAt: { not: null }, away: { mergedIntoId: null, contacts: { some: { value: address } } } },
    orderBy: { id: "desc" },
    select: { awayId: true },
  })
  return separated?.awayId ?? living
}
