import type { Ctx, StaffActor, Tx } from "#app/platform/ctx.server.ts"
import { lineOf, type RuleLine, type RuleTerms, termsOf } from "#app/domain/eligibility/rules.ts"
import { openStates } from "./version-states.ts"

/**
 * Writes one version of a rule as a draft; whatever was on its way is superseded. Nobody is answered by it before it is
 * published. Throws a unique violation when somebody else has written a version with this number: to be caught outside
 * the transaction.
 */
export async function addRuleVersion(
  ctx: Ctx,
  tx: Tx,
  { actor, version, rule }: { actor: StaffActor; version: number; rule: RuleLine & RuleTerms },
): Promise<string> {
  const { university, level, programmeId, subject, names } = rule
  const line = lineOf(rule)
  const id = ctx.id()
  await tx.db.eligibilityRule.updateMany({ where: { line, state: { in: [...openStates] } }, data: { state: "superseded" } })
  await tx.db.eligibilityRule.create({
    data: {
      ...termsOf(rule),
      id,
      line,
      version,
      university,
      level,
      programmeId,
      subject,
      names,
      byId: actor.personId,
      createdAt: ctx.now(),
    },
    select: { id: true },
  })
  return id
}
