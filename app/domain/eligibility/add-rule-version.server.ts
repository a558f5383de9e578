import type { StaffActor, Tx, Ctx } from "#app/platform/ctx.server.ts"
import { lineOf, type RuleLine, type RuleTerms, termsOf } from "./rules.ts"

/**
 * Writes one version of a rule with its event. The line and the version are unique together: of two who write the same
 * version one is stopped by the database.
 */
export async function addRuleVersion(
  ctx: Pick<Ctx, "id" | "now">,
  tx: Tx,
  { actor, version, rule, event }: { actor: StaffActor; version: number; rule: RuleLine & RuleTerms; event: string },
): Promise<string> {
  const { university, level, programmeId, subject, names } = rule
  const line = lineOf(rule)
  const id = ctx.id()
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
  await tx.record(event, { name: "rule", id, university }, { line, version: String(version) })
  return id
}
