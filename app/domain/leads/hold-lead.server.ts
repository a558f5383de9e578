import type { Tx } from "#app/platform/ctx.server.ts"
import type { University } from "#app/platform/prisma-client/enums.ts"

/**
 * Holds a lead until the transaction ends, and says whether it is there for the university: what is read of it from now on
 * stays so. A verb on one lead that changes a task or a contact of it, or clears its clock or sets it again, holds the lead before
 * it reads any of them: two verbs wait for each other in one order, and a question of the same moment is seen, or comes after.
 */
export async function holdLead(tx: Tx, { leadId, university }: { leadId: string; university: University }): Promise<boolean> {
  const held = await tx.db.$queryRaw<{ id: string }[]>`
    select id::text as id from lead
    where id = ${leadId}::uuid and university = ${university}::university and set_aside_by is null for no key update`
  return held.length === 1
}
