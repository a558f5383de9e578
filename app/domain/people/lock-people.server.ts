import type { Ctx, Tx } from "#app/platform/ctx.server.ts"
import { lockContacts } from "./lock-contacts.server.ts"

/** Every address of some persons, before the transaction that locks them. */
export async function addressesOf(db: Pick<Ctx["db"], "contact">, personIds: readonly string[]): Promise<string[]> {
  const rows = await db.contact.findMany({ where: { personId: { in: [...personIds] } }, select: { value: true } })
  return rows.map(({ value }) => value)
}

/**
 * Holds persons and their addresses to the end of the transaction: who writes from one of these addresses, signs in by it
 * or starts an application waits. Whose rows are there is returned.
 */
export async function lockPeople(tx: Tx, addresses: readonly string[], personIds: readonly string[]): Promise<string[]> {
  await lockContacts(tx, addresses)
  const rows = await tx.db.$queryRaw<{ id: string }[]>`
    select id::text from person where id = any(${[...personIds]}::uuid[]) order by id for update`
  return rows.map(({ id }) => id)
}
