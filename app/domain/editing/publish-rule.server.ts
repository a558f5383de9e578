import type { Ctx } from "#app/platform/ctx.server.ts"
import { done, type Outcome, refuse } from "#app/platform/outcome.ts"
import { publishCatalogue } from "#app/domain/catalogue/publish-catalogue.server.ts"
import { isSameTerms } from "#app/domain/eligibility/rules.ts"
import { findOwnRule, ruleOf } from "./find-own-rule.server.ts"

/**
 * Puts a reviewed version of a rule in force: from its commit on the check and every application that is sent are answered
 * by it, and every process forgets the pages it keeps. It takes back no promise: a rule stops nobody from sending, and
 * what was sent keeps the answer of its day with the versions it was given by.
 * Returns the new version of the public content; null when the rule says what was in force already.
 * Refusals: not-allowed, not-found, changed-meanwhile, editing.not-reviewed.
 */
export async function publishRule(
  ctx: Ctx,
  { ruleId, number }: { ruleId: string; number: number },
): Promise<Outcome<{ contentVersion: number | null }>> {
  const found = await findOwnRule(ctx, ruleId, "publish")
  if (found.refused) return found
  const { actor, rule } = found.done
  const { open, inForce } = rule
  if (open === null || open.version !== number) return refuse("changed-meanwhile")
  if (open.state !== "reviewed") return refuse("editing.not-reviewed")
  const { id, line, university } = open
  return ctx.transaction(async (tx) => {
    // Its row first: whoever saves or publishes at this moment waits for it. One version is in force at most, so the former goes before the state moves.
    const { count } = await tx.db.eligibilityRule.updateMany({
      where: { id, state: "reviewed" },
      data: { publishedById: actor.personId, publishedAt: ctx.now() },
    })
    if (count === 0) return refuse("changed-meanwhile")
    await tx.db.eligibilityRule.updateMany({ where: { line, state: "published" }, data: { state: "superseded" } })
    await tx.db.eligibilityRule.updateMany({ where: { id, state: "reviewed" }, data: { state: "published" } })
    await tx.record("rule.published", ruleOf(open), { version: number, university })
    if (inForce !== null && isSameTerms(inForce, open)) return done({ contentVersion: null })
    return done({ contentVersion: await publishCatalogue(tx) })
  })
}
