import type { Ctx } from "#app/platform/ctx.server.ts"
import { uniqueViolation } from "#app/platform/db.server.ts"
import { done, type Outcome, refuse } from "#app/platform/outcome.ts"
import { addRuleVersion } from "./add-rule-version.server.ts"
import { findOwnRule } from "./find-own-rule.server.ts"
import { readTerms, type RuleInput } from "./rule-form.ts"
import { isSameTerms } from "./rules.ts"

/**
 * Writes a new version of a rule, which is in force at once; the former stands unchanged. `version` is the one the writer
 * saw. What says the same as before is no new version.
 *
 * Refusals: not-allowed, not-found, changed-meanwhile, and those of `readTerms`.
 */
export async function changeRule(
  ctx: Ctx,
  { ruleId, version, input }: { ruleId: string; version: number; input: RuleInput },
): Promise<Outcome<{ ruleId: string; isSame: boolean }>> {
  const found = await findOwnRule(ctx, ruleId)
  if (found.refused) return found
  const { actor, versions } = found.done
  const [latest] = versions
  const read = readTerms(latest.names, input)
  if (read.refused) return read
  if (latest.version !== version) return refuse("changed-meanwhile")
  const terms = read.done
  if (isSameTerms(latest, terms)) return done({ ruleId: latest.id, isSame: true })
  try {
    return await ctx.transaction(async (tx) => {
      const rule = { ...latest, ...terms }
      const id = await addRuleVersion(ctx, tx, { actor, version: version + 1, rule, event: "rule.changed" })
      return done({ ruleId: id, isSame: false })
    })
  } catch (error) {
    if (uniqueViolation(error) === null) throw error
    return refuse("changed-meanwhile")
  }
}
