import type { Ctx } from "#app/platform/ctx.server.ts"
import type { Outcome } from "#app/platform/outcome.ts"
import type { AskedKind } from "./credential-form.ts"
import { saveSection, type Saved } from "./save-section.server.ts"

/** Takes a credential out of the draft. Refuses with what `saveSection` refuses with. */
export async function removeCredential(ctx: Ctx, input: { kind: AskedKind }): Promise<Outcome<Saved>> {
  return saveSection(ctx, "education", async (tx, answers) => {
    await tx.db.credential.deleteMany({ where: { applicationId: answers.id, kind: input.kind } })
    return null
  })
}
