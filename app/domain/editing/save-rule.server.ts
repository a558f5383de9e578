import type { Ctx } from "#app/platform/ctx.server.ts"
import { uniqueViolation } from "#app/platform/db.server.ts"
import { done, type Outcome, refuse } from "#app/platform/outcome.ts"
import { readTerms, type RuleInput } from "#app/domain/eligibility/rule-form.ts"
import { isSameTerms } from "#app/domain/eligibility/rules.ts"
import { addRuleVersion } from "./add-rule-version.server.ts"
import { findOwnRule, ruleOf } from "./find-own-rule.server.ts"

/**
 * Saves what was typed as the next version of a rule, a draft: what is in force stays so until that is published.
 * `version` is the latest that the writer saw. What says the same as what they worked on is no new version.
 *
 * Refusals: not-allowed, not-found, changed-meanwhile, and those of `readTerms`.
 */
export async function saveRule(
  ctx: Ctx,
  { ruleId, version, input }: { ruleId: string; version: number; input: RuleInput },
): Promise<Outcome<{ ruleId: string; isSaved: boolean }>> {
  const found = await findOwnRule(ctx, ruleId, "edit")
  if (found.refused) return found
  const { actor, rule } = found.done
  const { current } = rule
  const read = readTerms(current.names, input)
  if (read.refused) return read
  if (rule.number !== version) return refuse("changed-meanwhile")
  if (rule.standing !== "archived" && isSameTerms(current, read.done)) return done({ ruleId: current.id, isSaved: false })
  try {
    return await ctx.transaction(async (tx) => {
      const id = await addRuleVersion(ctx, tx, { actor, version: version + 1, rule: { ...current, ...read.done } })
      await tx.record("rule.drafted", ruleOf({ ...current, id }), { version: version + 1 })
      return done({ ruleId: id, isSaved: true })
    })
  } catch (error) {
    if (uniqueViolation(error) === null) throw error
    return refuse("changed-meanwhile")
  }
}
