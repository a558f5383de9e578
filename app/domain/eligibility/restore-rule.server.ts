import type { Ctx } from "#app/platform/ctx.server.ts"
import { uniqueViolation } from "#app/platform/db.server.ts"
import { done, type Outcome, refuse } from "#app/platform/outcome.ts"
import { addRuleVersion } from "./add-rule-version.server.ts"
import { findOwnRule } from "./find-own-rule.server.ts"

/**
 * Puts a former version back: a new version says what it said, so that nothing of the history is lost. `number` is the
 * version that is put back, `version` the latest that the writer saw.
 *
 * Refusals: not-allowed, not-found, changed-meanwhile.
 */
export async function restoreRule(
  ctx: Ctx,
  { ruleId, number, version }: { ruleId: string; number: number; version: number },
): Promise<Outcome<{ ruleId: string }>> {
  const found = await findOwnRule(ctx, ruleId)
  if (found.refused) return found
  const { actor, versions } = found.done
  const former = versions.find((one) => one.version === number)
  if (former === undefined) return refuse("not-found")
  if (versions[0].version !== version) return refuse("changed-meanwhile")
  try {
    return await ctx.transaction(async (tx) => {
      const id = await addRuleVersion(ctx, tx, { actor, version: version + 1, rule: former, event: "rule.restored" })
      return done({ ruleId: id })
    })
  } catch (error) {
    if (uniqueViolation(error) === null) throw error
    return refuse("changed-meanwhile")
  }
}
