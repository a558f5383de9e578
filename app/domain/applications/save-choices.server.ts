import type { Ctx } from "#app/platform/ctx.server.ts"
import type { Outcome, Refusal } from "#app/platform/outcome.ts"
import type { University } from "#app/platform/prisma-client/enums.ts"
import { mostChoices } from "./choices-form.ts"
import { doorOf } from "./intake-door.ts"
import { isId } from "./is-id.ts"
import { textIn } from "../catalogue/catalogue-texts.ts"
import { saveSection, type Saved } from "./save-section.server.ts"

/**
 * Saves the ranked list, first choice first, of either university. An intake that closed after it was chosen may stay
 * until the candidate takes it out; submitting judges all of them again.
 *
 * Refuses with `applications.too-many-choices`, `applications.choice-twice`, `applications.intake-unknown`,
 * `applications.intake-closed`, `applications.intake-later`, `applications.intake-sample` and what `saveSection`
 * refuses with.
 */
export async function saveChoices(
  ctx: Ctx,
  input: { intakeIds: readonly string[]; preferredUniversity?: University },
): Promise<Outcome<Saved>> {
  const { intakeIds } = input
  return saveSection(ctx, "choices", async (tx, answers): Promise<Refusal | null> => {
    if (new Set(intakeIds).size !== intakeIds.length) return { code: "applications.choice-twice", field: "intake" }
    if (intakeIds.length > mostChoices) return { code: "applications.too-many-choices", field: "intake", details: { max: mostChoices } }
    const kept = new Set(answers.choices.map((choice) => choice.intakeId))
    const intakes = await tx.db.intake.findMany({
      where: { id: { in: intakeIds.filter(isId) }, OR: [{ admissionYear: answers.admissionYear }, { id: { in: [...kept] } }] },
      select: {
        id: true,
        opensAt: true,
        closesAt: true,
        isSample: true,
        programme: { select: { standing: true, isArchived: true, title: true } },
      },
    })
    if (intakes.length !== intakeIds.length) return { code: "applications.intake-unknown", field: "intake" }
    for (const intake of intakes) {
      const door = doorOf(intake, ctx.now(), ctx.settings.isDemo)
      if (door === "open" || kept.has(intake.id)) continue
      return { code: `applications.intake-${door}`, field: "intake", details: { title: textIn(ctx.language, intake.programme.title) } }
    }
    await tx.db.choice.deleteMany({ where: { applicationId: answers.id } })
    await tx.db.choice.createMany({
      data: intakeIds.map((intakeId, index) => ({
        id: ctx.id(),
        applicationId: answers.id,
        intakeId,
        rank: index + 1,
        movedAt: ctx.now(),
        createdAt: ctx.now(),
      })),
    })
    await tx.db.application.update({
      where: { id: answers.id },
      data: { preferredUniversity: input.preferredUniversity ?? null },
      select: { id: true },
    })
    return null
  })
}
