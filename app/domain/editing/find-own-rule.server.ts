import type { Ctx } from "#app/platform/ctx.server.ts"
import { done, type Outcome, refuse } from "#app/platform/outcome.ts"
import { type Editor, editorOf } from "./find-own-thing.server.ts"
import type { Step } from "./kind-rights.ts"
import { readRuleVersions, type RuleVersion } from "./rule-versions.server.ts"
import { isOpen, type ThingStanding, thingStandingOf } from "./version-states.ts"

/** A rule of eligibility with all its versions, the latest first. */
export type OwnRule = {
  /** The version that was written last, and its number: what a writer must have seen. */
  latest: RuleVersion
  number: number
  standing: ThingStanding
  /** The version that is on its way, and the one in force. */
  open: RuleVersion | null
  inForce: RuleVersion | null
  /** What is worked on: what is on its way, else what is in force, else what was written last. */
  current: RuleVersion
  versions: readonly RuleVersion[]
}

/**
 * The rule of the actor's university that `ruleId` is a version of, for a verb that takes this step with it. The other
 * university's is not there. Refusals: not-allowed, not-found.
 */
export async function findOwnRule(ctx: Ctx, ruleId: string, step: Step): Promise<Outcome<{ actor: Editor; rule: OwnRule }>> {
  const actor = editorOf(ctx, step, "rule")
  if (actor === null) return refuse("not-allowed")
  const versions = await readRuleVersions(ctx, { university: actor.university, ruleId })
  const [latest] = versions
  if (latest === undefined) return refuse("not-found")
  const open = versions.find(isOpen) ?? null
  const inForce = versions.find(({ state }) => state === "published") ?? null
  return done({
    actor,
    rule: {
      latest,
      number: latest.version,
      standing: thingStandingOf(latest.state, inForce === null ? null : { isArchived: false }),
      open,
      inForce,
      current: open ?? inForce ?? latest,
      versions,
    },
  })
}

/** A version of a rule as the journal names it. */
export function ruleOf({ id, university }: Pick<RuleVersion, "id" | "university">) {
  return { name: "rule", id, university }
}
