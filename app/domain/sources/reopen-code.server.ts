import { isWithin, staffMay } from "#app/domain/people/permissions.ts"
import type { Ctx } from "#app/platform/ctx.server.ts"
import { done, type Outcome, refuse } from "#app/platform/outcome.ts"

/**
 * Opens a closed code again: from now on what comes by it is counted.
 * Refusals: not-allowed, not-found.
 */
export async function reopenCode(ctx: Ctx, { codeId }: { codeId: string }): Promise<Outcome<undefined>> {
  const { actor } = ctx
  if (actor.kind !== "staff" || actor.university === null || !staffMay(actor, "codes.make", actor.university)) return refuse("not-allowed")
  const { university } = actor
  return ctx.transaction(async (tx) => {
    const code = await tx.db.sourceCode.findUnique({ where: { id: codeId }, select: { owner: true } })
    if (code === null || !isWithin(code.owner, university)) return refuse("not-found")
    const { count } = await tx.db.sourceCode.updateMany({ where: { id: codeId, closedAt: { not: null } }, data: { closedAt: null } })
    const of = code.owner === "JOINT" ? null : code.owner
    if (count === 1) await tx.record("code.reopened", { name: "code", id: codeId, university: of })
    return done()
  })
}
