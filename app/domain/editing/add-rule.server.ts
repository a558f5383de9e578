import type { Ctx } from "#app/platform/ctx.server.ts"
import { uniqueViolation } from "#app/platform/db.server.ts"
import { done, type Outcome, refuse } from "#app/platform/outcome.ts"
import type { Level } from "#app/platform/prisma-client/enums.ts"
import { readTerms, type RuleInput } from "#app/domain/eligibility/rule-form.ts"
import { namesAt, subjectOf } from "#app/domain/eligibility/rule-names.ts"
import { lineOf } from "#app/domain/eligibility/rules.ts"
import { addRuleVersion } from "./add-rule-version.server.ts"
import { ruleOf } from "./find-own-rule.server.ts"
import { editorOf } from "./find-own-thing.server.ts"
import { listRuleProgrammes } from "./rule-versions.server.ts"

/**
 * Drafts a rule that is not there yet, for every programme of a level or for one of them. One that was put aside before
 * it was ever in force is taken up where it was left.
 *
 * Refusals: not-allowed, not-found (no such name at the level), eligibility.rule-exists, field.choice (no such programme
 * at the level), and those of `readTerms`.
 */
export async function addRule(
  ctx: Ctx,
  { level, names, programmeId, input }: { level: Level; names: string; programmeId: string | null; input: RuleInput },
): Promise<Outcome<{ ruleId: string }>> {
  const actor = editorOf(ctx, "edit", "rule")
  if (actor === null) return refuse("not-allowed")
  const { university } = actor
  if (!namesAt(level).includes(names)) return refuse("not-found")
  const programmes = programmeId === null ? [] : await listRuleProgrammes(ctx, university)
  if (programmeId !== null && !programmes.some((one) => one.id === programmeId && one.level === level)) {
    return refuse("field.choice", { field: "programme" })
  }
  const read = readTerms(names, input)
  if (read.refused) return read
  const rule = { ...read.done, university, level, programmeId, subject: subjectOf(names), names }
  const known = await ctx.db.eligibilityRule.findMany({
    where: { line: lineOf(rule) },
    orderBy: { version: "desc" },
    select: { version: true, state: true },
  })
  if (known.some(({ state }) => state !== "superseded")) return refuse("eligibility.rule-exists", { field: "programme" })
  const version = (known[0]?.version ?? 0) + 1
  try {
    return await ctx.transaction(async (tx) => {
      const id = await addRuleVersion(ctx, tx, { actor, version, rule })
      await tx.record("rule.drafted", ruleOf({ id, university }), { version })
      return done({ ruleId: id })
    })
  } catch (error) {
    if (uniqueViolation(error) === null) throw error
    return refuse("eligibility.rule-exists", { field: "programme" })
  }
}
