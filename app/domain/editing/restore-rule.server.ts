import type { Ctx } from "#app/platform/ctx.server.ts"
import { uniqueViolation } from "#app/platform/db.server.ts"
import { done, type Outcome, refuse } from "#app/platform/outcome.ts"
import { addRuleVersion } from "./add-rule-version.server.ts"
import { findOwnRule, ruleOf } from "./find-own-rule.server.ts"

/**
 * Takes a former version of a rule up again, as a new draft: nobody is answered by it before it is reviewed and published.
 * `number` is the version that is taken up, `version` the latest that the writer saw.
 * Refusals: not-allowed, not-found, changed-meanwhile.
 */
export async function restoreRule(
  ctx: Ctx,
  { ruleId, number, version }: { ruleId: string; number: number; version: number },
): Promise<Outcome<{ ruleId: string }>> {
  const found = await findOwnRule(ctx, ruleId, "edit")
  if (found.refused) return found
  const { actor, rule } = found.done
  const former = rule.versions.find((one) => one.version === number)
  if (former === undefined) return refuse("not-found")
  if (rule.number !== version) return refuse("changed-meanwhile")
  try {
    return await ctx.transaction(async (tx) => {
      const id = await addRuleVersion(ctx, tx, { actor, version: version + 1, rule: former })
      await tx.record("rule.restored", ruleOf({ ...former, id }), { version: version + 1, number })
      return done({ ruleId: id })
    })
  } catch (error) {
    if (uniqueViolation(error) === null) throw error
    return refuse("changed-meanwhile")
  }
}
