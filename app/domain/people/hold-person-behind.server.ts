import type { Tx } from "#app/platform/ctx.server.ts"
import { lockContacts } from "./lock-contacts.server.ts"
import { personBehind } from "./person-behind.server.ts"

/**
 * Whom an old link means, held to the end of the transaction: a merge that concerns them waits, or has been and is seen.
 * First in its transaction. The address comes before the person, as in a merge, so that none waits in a ring.
 */
export async function holdPersonBehind(tx: Tx, personId: string, address: string | null): Promise<string> {
  if (address !== null) await lockContacts(tx, [address])
  let found = await personBehind(tx.db, personId, address)
  for (;;) {
    // Without an address of theirs the row itself is what a merge waits at.
    await tx.db.$queryRaw`select id from person where id = ${found}::uuid for key share`
    const standing = await personBehind(tx.db, personId, address)
    if (standing === found) return found
    found = standing
  }
}
