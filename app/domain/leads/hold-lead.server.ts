import type { Tx } from "#app/platform/ctx.server.ts"
import type { University } from "#app/platform/prisma-client/enums.ts"

/**
 * Holds a lead until the transaction ends, and says whether it is there for the university: what is read of it from now on
 * stays so. A verb that writes what it reckons from several rows holds the lead before it reads any of them, and before it
 * touches what hangs on the lead, so that two verbs wait for each other in one order.
 */
export async function holdLead(tx: Tx, { leadId, university }: { leadId: string; university: University }): Promise<boolean> {
  const held = await tx.db.$queryRaw<{ id: string }[]>`
    select id::text as id from lead
    where id = ${leadId}::uuid and university = ${university}::university and set_aside_by is null for no key update`
  return held.length === 1
}
