import type { Ctx, Tx } from "#app/platform/ctx.server.ts"

type Answer = { reference: string; answeredBy: "mail" | "call" }

/** A phone may be out of reach of any network for months, with a sending whose answer it never got. */
const keptMs = 365 * 24 * 3_600_000

/** What the sending was answered, and the mark of what it sent; null when it is new. Its key is locked by the transaction before. */
export async function findSending(tx: Tx, keyHash: string): Promise<(Answer & { content: string }) | null> {
  const found = await tx.db.sending.findUnique({ where: { keyHash } })
  if (found === null) return null
  return { reference: found.reference, answeredBy: found.answeredBy === "call" ? "call" : "mail", content: found.content }
}

/** Written with what the sending made: both stand, or neither. */
export async function keepSending(
  ctx: Ctx,
  tx: Tx,
  keyHash: string,
  { reference, answeredBy, content }: Answer & { content: string },
): Promise<void> {
  await tx.db.sending.create({ data: { keyHash, reference, answeredBy, content, createdAt: ctx.now() } })
}

/** Forgets the sendings of more than a year ago; how many. Running it again is harmless. */
export async function sweepSendings(ctx: Ctx): Promise<number> {
  const { count } = await ctx.db.sending.deleteMany({ where: { createdAt: { lt: new Date(ctx.now().getTime() - keptMs) } } })
  return count
}
