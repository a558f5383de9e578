import type { Tx } from "#app/platform/ctx.server.ts"

/**
 * Makes transactions about the same contacts wait for one another until they end, so that two requests at once see
 * each other's persons. Always the first statement of its transaction; the order is fixed, so that none waits in a ring.
 */
export async function lockContacts(tx: Tx, values: readonly string[]): Promise<void> {
  await tx.db.$executeRaw`
    /* prepared */
    select pg_advisory_xact_lock(key) from (
      select hashtextextended(value, 0) as key from unnest(${[...values]}::text[]) as value order by key
    ) as keys`
}
