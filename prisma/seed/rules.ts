import { saveRule } from "#app/domain/editing/save-rule.server.ts"
import type { RuleInput } from "#app/domain/eligibility/rule-form.ts"
import type { Ctx } from "#app/platform/ctx.server.ts"
import { must } from "./applications.ts"

/** One rule is on its way: an officer asks for one subject more than the rule in force, and waits for the head. */
export async function seedRules(officer: Ctx): Promise<void> {
  const rule = await officer.db.eligibilityRule.findFirstOrThrow({ where: { line: "UM6P/bachelor/every/result/wassce9" } })
  const { id: ruleId, version, treatment, minimum, standing, asOf, source } = rule
  const input: RuleInput = {
    treatment,
    minimum,
    standing,
    asOf,
    source,
    subjects: 6,
    among: ["english", "mathematics"],
    writing: undefined,
    preparesFrom: undefined,
  }
  must(await saveRule(officer, { ruleId, version, input }), "a rule's draft")
}
