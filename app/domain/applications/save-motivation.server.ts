import type { Ctx } from "#app/platform/ctx.server.ts"
import type { Outcome } from "#app/platform/outcome.ts"
import { saveSection, type Saved } from "./save-section.server.ts"

/** Saves why the candidate wants to come, as far as it is written. Refuses with what `saveSection` refuses with. */
export async function saveMotivation(ctx: Ctx, input: { motivation: string }): Promise<Outcome<Saved>> {
  return saveSection(ctx, "motivation", async (tx, answers) => {
    await tx.db.application.update({ where: { id: answers.id }, data: { motivation: input.motivation }, select: { id: true } })
    return null
  })
}
