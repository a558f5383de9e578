import type { Ctx } from "#app/platform/ctx.server.ts"
import { uniqueViolation } from "#app/platform/db.server.ts"
import { done, type Outcome, refuse } from "#app/platform/outcome.ts"
import type { Level } from "#app/platform/prisma-client/enums.ts"
import { staffMay, universityOf } from "../people/permissions.ts"
import { addRuleVersion } from "./add-rule-version.server.ts"
import { readTerms, type RuleInput } from "./rule-form.ts"
import { namesAt, subjectOf } from "./rule-names.ts"
import { listRuleProgrammes } from "./rule-queries.server.ts"

/**
 * Writes the first version of a rule, for every programme of a level or for one of them.
 *
 * Refusals: not-allowed, not-found (no such name at the level), eligibility.rule-exists, field.choice (no such programme
 * at the level), and those of `readTerms`.
 */
export async function addRule(
  ctx: Ctx,
  { level, names, programmeId, input }: { level: Level; names: string; programmeId: string | null; input: RuleInput },
): Promise<Outcome<{ ruleId: string }>> {
  const { actor } = ctx
  if (actor.kind !== "staff" || !staffMay(actor, "rules.edit", actor.university)) return refuse("not-allowed")
  const university = universityOf(actor)
  if (!namesAt(level).includes(names)) return refuse("not-found")
  const programmes = programmeId === null ? [] : await listRuleProgrammes(ctx, university)
  if (programmeId !== null && !programmes.some((one) => one.id === programmeId && one.level === level)) {
    return refuse("field.choice", { field: "programme" })
  }
  const read = readTerms(names, input)
  if (read.refused) return read
  const rule = { ...read.done, university, level, programmeId, subject: subjectOf(names), names }
  try {
    return await ctx.transaction(async (tx) => {
      const id = await addRuleVersion(ctx, tx, { actor, version: 1, rule, event: "rule.added" })
      return done({ ruleId: id })
    })
  } catch (error) {
    if (uniqueViolation(error) === null) throw error
    return refuse("eligibility.rule-exists", { field: "programme" })
  }
}
