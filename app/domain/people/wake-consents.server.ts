import type { Ctx, Tx } from "#app/platform/ctx.server.ts"

/**
 * Wakes what the person agreed to for an address or a number, once they have said there that it is theirs: by the button of
 * a mail, or to the officer who called. An address wakes what comes by e-mail, a number what comes to a phone.
 */
export async function wakeConsents(ctx: Ctx, tx: Tx, { personId, address }: { personId: string; address: string }): Promise<number> {
  const { count } = await tx.db.consent.updateMany({
    where: {
      personId,
      address,
      channel: address.includes("@") ? "email" : { in: ["whatsapp", "sms", "call"] },
      awakeAt: null,
      withdrawnAt: null,
      expiredAt: null,
    },
    data: { awakeAt: ctx.now() },
  })
  return count
}
