import type { Ctx } from "#app/platform/ctx.server.ts"
import { listProgrammes, type ProgrammeCard } from "../catalogue/catalogue-queries.server.ts"
import { type Decided, decideEligibility, type EligibilityCase, nearestFit, type ProgrammeFacts } from "./decide-eligibility.ts"
import type { Rule } from "./rules.ts"

/** The rules in force: of each line the published version. What is being drafted answers nobody. */
export async function listRules(ctx: { db: Pick<Ctx["db"], "eligibilityRule"> }): Promise<Rule[]> {
  return ctx.db.eligibilityRule.findMany({ where: { state: "published" }, orderBy: { line: "asc" } })
}

/** The versions of rules that an answer was given by. */
export async function listAskedRules(ctx: Pick<Ctx, "db">, { reasons }: Decided): Promise<Rule[]> {
  const ids = reasons.flatMap(({ ruleId }) => ruleId ?? [])
  return ids.length === 0 ? [] : ctx.db.eligibilityRule.findMany({ where: { id: { in: ids } }, orderBy: { line: "asc" } })
}

export type ProgrammeAnswer = {
  programme: ProgrammeCard
  decided: Decided
  /** For who cannot come to this one: the nearest that fits. */
  nearest: { slug: string; title: string } | null
  /** What the rules that were asked rest on, each page once. */
  sources: { asOf: string; source: string }[]
}

/** The answer of the rules in force for every programme of both universities, in the order of the catalogue. */
export async function checkEligibility(
  ctx: Pick<Ctx, "db" | "now" | "language" | "settings">,
  held: EligibilityCase,
): Promise<ProgrammeAnswer[]> {
  const rules = await listRules(ctx)
  const cards = await listProgrammes(ctx)
  const all = cards.map((card) => {
    const programme = factsOf(card, ctx.settings.isDemo)
    return { card, programme, decided: decideEligibility(held, programme, rules) }
  })
  return all.map(({ card, programme, decided }) => {
    const nearest = decided.answer === "not-this-year" ? nearestFit(programme, all) : null
    const asked = rules.filter(({ id, source }) => source !== "" && decided.reasons.some(({ ruleId }) => ruleId === id))
    return {
      programme: card,
      decided,
      nearest: nearest === null ? null : { slug: nearest.card.slug, title: nearest.card.title },
      sources: [...new Map(asked.map(({ asOf, source }) => [source, { asOf, source }])).values()],
    }
  })
}

/** Sample dates count in the demonstration only: elsewhere no date has been published. */
function factsOf(card: ProgrammeCard, isDemo: boolean): ProgrammeFacts {
  const windows = card.intakes.filter(({ isSample }) => isDemo || !isSample).map(({ window }) => window)
  return { ...card, windows }
}
