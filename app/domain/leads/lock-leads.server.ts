import type { Tx } from "#app/platform/ctx.server.ts"

/** Holds the leads of persons: a verb on one of them waits, and then sees what has become of it. */
export async function lockLeads(tx: Tx, personIds: readonly string[]): Promise<void> {
  await tx.db.$queryRaw`select id from lead where person_id = any(${[...personIds]}::uuid[]) order by id for update`
}
