import type { Ctx } from "#app/platform/ctx.server.ts"
import { done, type Outcome, refuse } from "#app/platform/outcome.ts"
import { findOwnRule, ruleOf } from "./find-own-rule.server.ts"
import { hasOtherReader } from "./other-reader.server.ts"

/**
 * Says that a draft of a rule may come into force: a head has read it who wrote nothing of what is not in force yet. Where
 * a university has one head alone, that head may read their own.
 * Refusals: not-allowed, not-found, changed-meanwhile, editing.own-hand.
 */
export async function reviewRule(ctx: Ctx, { ruleId, number }: { ruleId: string; number: number }): Promise<Outcome<undefined>> {
  const found = await findOwnRule(ctx, ruleId, "publish")
  if (found.refused) return found
  const { actor, rule } = found.done
  const { open, inForce } = rule
  if (open === null || open.state !== "draft" || open.version !== number) return refuse("changed-meanwhile")
  const { personId, university } = actor
  const isOwn = rule.versions.some(({ version, byId }) => version > (inForce?.version ?? 0) && byId === personId)
  if (isOwn && (await hasOtherReader(ctx, { kind: "rule", owner: university, personId }))) return refuse("editing.own-hand")
  return ctx.transaction(async (tx) => {
    const { count } = await tx.db.eligibilityRule.updateMany({
      where: { id: open.id, state: "draft" },
      data: { state: "reviewed", reviewedById: personId, reviewedAt: ctx.now() },
    })
    if (count === 0) return refuse("changed-meanwhile")
    await tx.record("rule.reviewed", ruleOf(open), { version: number })
    return done()
  })
}
