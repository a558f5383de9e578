import type { Ctx, StaffActor } from "#app/platform/ctx.server.ts"
import { done, type Outcome, refuse } from "#app/platform/outcome.ts"
import { staffMay, universityOf } from "../people/permissions.ts"
import { findRuleHistory, type RuleVersion } from "./rule-queries.server.ts"

/** A rule of the actor's university that they may change, its versions the latest first. Refuses: not-allowed, not-found. */
export async function findOwnRule(
  ctx: Ctx,
  ruleId: string,
): Promise<Outcome<{ actor: StaffActor; versions: [RuleVersion, ...RuleVersion[]] }>> {
  const { actor } = ctx
  if (actor.kind !== "staff" || !staffMay(actor, "rules.edit", actor.university)) return refuse("not-allowed")
  const versions = await findRuleHistory(ctx, { university: universityOf(actor), ruleId })
  return versions === null ? refuse("not-found") : done({ actor, versions })
}
