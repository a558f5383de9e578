import type { Ctx, Tx } from "#app/platform/ctx.server.ts"

/** Wakes what the person agreed to for an address they have just proved. */
export async function wakeConsents(ctx: Ctx, tx: Tx, { personId, address }: { personId: string; address: string }): Promise<number> {
  const { count } = await tx.db.consent.updateMany({
    where: { personId, address, awakeAt: null, withdrawnAt: null },
    data: { awakeAt: ctx.now() },
  })
  return count
}
