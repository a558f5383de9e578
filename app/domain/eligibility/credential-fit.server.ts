import type { Ctx } from "#app/platform/ctx.server.ts"
import type { University } from "#app/platform/prisma-client/enums.ts"
import { listProgrammes } from "../catalogue/catalogue-queries.server.ts"
import { caseOf, nextLevel } from "./check-answers.ts"
import { decideAtEach } from "./decide-eligibility.ts"
import { listRules } from "./eligibility-queries.server.ts"
import { readAnswers } from "./share-code.ts"

/** Whether something stands against somebody's coming to a university; null for who never asked. */
export type FitOf = (kept: string, university: University) => boolean | null

/**
 * Reads the rules once, then says of each kept answer of the check whether at least one programme of the university, at
 * the level that was asked about, is not closed to what somebody holds. Dates do not count: they are the same for all. A
 * certificate nobody knows and a rule nobody confirmed close nothing, so no country is worse off for our not knowing it.
 */
export async function loadFit(ctx: Pick<Ctx, "db" | "now" | "language" | "settings">): Promise<FitOf> {
  const rules = await listRules(ctx)
  const programmes = (await listProgrammes(ctx)).map((card) => ({ ...card, standing: "open" as const, windows: [] }))
  return (kept, university) => {
    const answers = readAnswers(kept)
    if (answers === null) return null
    const held = caseOf(answers)
    const level = answers.level ?? nextLevel(answers.credential)
    return programmes
      .filter((programme) => programme.level === level && (programme.owner === "JOINT" || programme.owner === university))
      .flatMap((programme) => decideAtEach(held, programme, rules))
      .some((decided) => decided.university === university && decided.answer !== "not-this-year")
  }
}
