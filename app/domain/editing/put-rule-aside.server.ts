import type { Ctx } from "#app/platform/ctx.server.ts"
import { done, type Outcome, refuse } from "#app/platform/outcome.ts"
import { findOwnRule, ruleOf } from "./find-own-rule.server.ts"
import { openStates } from "./version-states.ts"

/**
 * Takes a version of a rule off its way into force. What is in force stays; the version stays in the history and can be
 * taken up again. A rule in force is never taken away: a version that says that it holds no longer is published.
 * Refusals: not-allowed, not-found, changed-meanwhile.
 */
export async function putRuleAside(ctx: Ctx, { ruleId, number }: { ruleId: string; number: number }): Promise<Outcome<undefined>> {
  const found = await findOwnRule(ctx, ruleId, "edit")
  if (found.refused) return found
  const { open } = found.done.rule
  if (open === null || open.version !== number) return refuse("changed-meanwhile")
  return ctx.transaction(async (tx) => {
    const { count } = await tx.db.eligibilityRule.updateMany({
      where: { id: open.id, state: { in: [...openStates] } },
      data: { state: "superseded" },
    })
    if (count === 0) return refuse("changed-meanwhile")
    await tx.record("rule.put-aside", ruleOf(open), { version: number })
    return done()
  })
}
