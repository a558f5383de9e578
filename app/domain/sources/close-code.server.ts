import { isWithin, staffMay } from "#app/domain/people/permissions.ts"
import type { Ctx } from "#app/platform/ctx.server.ts"
import { done, type Outcome, refuse } from "#app/platform/outcome.ts"

/**
 * Closes a short code: what comes by it from now on is counted for nobody. It leads on where it led, because it is printed; what came
 * by it before stays, and it is given to nobody else.
 * Refusals: not-allowed, not-found.
 */
export async function closeCode(ctx: Ctx, { codeId }: { codeId: string }): Promise<Outcome<undefined>> {
  const { actor } = ctx
  if (actor.kind !== "staff" || actor.university === null || !staffMay(actor, "codes.make", actor.university)) return refuse("not-allowed")
  const { university } = actor
  return ctx.transaction(async (tx) => {
    const code = await tx.db.sourceCode.findUnique({ where: { id: codeId }, select: { owner: true } })
    if (code === null || !isWithin(code.owner, university)) return refuse("not-found")
    const { count } = await tx.db.sourceCode.updateMany({ where: { id: codeId, closedAt: null }, data: { closedAt: ctx.now() } })
    const of = code.owner === "JOINT" ? null : code.owner
    if (count === 1) await tx.record("code.closed", { name: "code", id: codeId, university: of })
    return done()
  })
}
