import type { Ctx } from "#app/platform/ctx.server.ts"
import type { Outcome } from "#app/platform/outcome.ts"
import type { FundingPlan } from "#app/platform/prisma-client/enums.ts"
import { saveSection, type Saved } from "./save-section.server.ts"

/**
 * Saves how the candidate means to pay, and the schemes (by slug) they wish to be considered for. A scheme that is only
 * announced, or closed, cannot be wished for.
 *
 * Refuses with `applications.scheme-closed` and what `saveSection` refuses with.
 */
export async function saveFunding(
  ctx: Ctx,
  input: { plan?: FundingPlan; schemes: readonly string[]; note: string },
): Promise<Outcome<Saved>> {
  return saveSection(ctx, "funding", async (tx, answers) => {
    const slugs = [...new Set(input.schemes)]
    const found = await tx.db.scheme.findMany({
      where: { slug: { in: slugs }, isArchived: false, standing: { in: ctx.settings.isDemo ? ["open", "sample"] : ["open"] } },
      orderBy: { position: "asc" },
      select: { id: true },
    })
    if (found.length !== slugs.length) return { code: "applications.scheme-closed", field: "scheme" }
    await tx.db.application.update({
      where: { id: answers.id },
      data: { fundingPlan: input.plan ?? null, schemeIds: found.map((scheme) => scheme.id), fundingNote: input.note },
      select: { id: true },
    })
    return null
  })
}
