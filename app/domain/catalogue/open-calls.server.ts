import type { Ctx } from "#app/platform/ctx.server.ts"
import { textIn } from "./catalogue-texts.ts"
import { type IntakeView, listOpenIntakes } from "./catalogue-queries.server.ts"

/** An intake that takes applications now, with what its programme says of itself. */
export type OpenCall = IntakeView & { summary: string; updatedAt: Date }

/** What is open now, the one that closes first at the head. Samples only in the demonstration. */
export async function listOpenCalls(ctx: Pick<Ctx, "db" | "now" | "language" | "settings">): Promise<OpenCall[]> {
  const intakes = await listOpenIntakes(ctx)
  const rows = await ctx.db.programme.findMany({
    where: { id: { in: intakes.map(({ programmeId }) => programmeId) } },
    select: { id: true, summary: true, updatedAt: true },
  })
  const byId = new Map(rows.map((row) => [row.id, row]))
  return intakes.flatMap((intake) => {
    const programme = byId.get(intake.programmeId)
    return programme === undefined ? [] : [{ ...intake, summary: textIn(ctx.language, programme.summary), updatedAt: programme.updatedAt }]
  })
}
