import type { Ctx } from "#app/platform/ctx.server.ts"
import { done, refuse, type Outcome } from "#app/platform/outcome.ts"
import { textIn } from "../catalogue/catalogue-texts.ts"
import { decideAtEach } from "../eligibility/decide-eligibility.ts"
import { listRules } from "../eligibility/eligibility-queries.server.ts"
import { isMinor } from "../people/majority.ts"
import { sectionsOf } from "./application-sections.ts"
import { doorOf } from "./intake-door.ts"
import { heldFor } from "./held-credential.ts"
import { askFrom } from "./what-next.ts"
import { guardianOf, lockOwnApplication, sectionFacts } from "./own-application.server.ts"

export type Submitted = { applicationId: string; reference: string; submittedAt: Date }

/**
 * Sends the candidate's application to the universities, once. Of two devices at the same moment one sends it; the other,
 * and whoever presses again, gets the same result and no second mail follows. Nothing here waits for money. What the rules of
 * eligibility say of each choice is kept with the versions asked, for whoever reads it: they stop nobody here.
 *
 * Refuses with `not-allowed`, `applications.not-started`, `applications.incomplete`, `applications.declare`,
 * `applications.guardian-waits`, `applications.intake-closed`, `applications.intake-later`, `applications.intake-sample`,
 * `applications.not-a-draft`.
 */
export async function submitApplication(ctx: Ctx, input: { declares: boolean }): Promise<Outcome<Submitted>> {
  const { actor } = ctx
  if (actor.kind !== "candidate") return refuse("not-allowed")
  return ctx.transaction(async (tx) => {
    const answers = await lockOwnApplication(tx, actor.personId)
    if (answers === null) return refuse("applications.not-started")
    const { id, reference } = answers
    if (answers.state === "submitted" && answers.submittedAt !== null) {
      return done({ applicationId: id, reference, submittedAt: answers.submittedAt })
    }
    if (answers.state !== "draft") return refuse("applications.not-a-draft")
    const now = ctx.now()
    if (sectionsOf(sectionFacts(answers, now)).some(({ missing }) => missing.length > 0)) return refuse("applications.incomplete")
    for (const { intake } of answers.choices) {
      const door = doorOf(intake, now, ctx.settings.isDemo)
      if (door !== "open")
        return refuse(`applications.intake-${door}`, { details: { title: textIn(ctx.language, intake.programme.title) } })
    }
    const guardian = guardianOf(answers)
    if (isMinor(answers, now) && (guardian === null || guardian.consentedAt === null)) {
      return refuse("applications.guardian-waits", { details: { name: guardian?.name ?? "" } })
    }
    if (!input.declares) return refuse("applications.declare", { field: "declares" })

    await tx.db.application.update({
      where: { id, state: "draft" },
      data: {
        state: "submitted",
        submittedAt: now,
        language: ctx.language,
        declarationText: ctx.t("apply.review.declaration"),
        guardianId: guardian?.id ?? null,
      },
      select: { id: true },
    })
    const rules = await listRules(tx)
    for (const { id: choiceId, intake } of answers.choices) {
      const { programme } = intake
      const said = decideAtEach(
        heldFor(programme.level, answers.credentials),
        { ...programme, owner: intake.owner, windows: ["open"] },
        rules,
      )
      await tx.db.choice.update({ where: { id: choiceId }, data: { eligibility: said }, select: { id: true } })
    }
    await tx.record(
      "application.submitted",
      { name: "application", id },
      { personId: actor.personId, intakeIds: answers.choices.map((choice) => choice.intakeId) },
    )
    const contact = await tx.db.contact.findFirst({
      where: { personId: actor.personId, kind: "email", signsIn: true },
      select: { typed: true },
    })
    if (contact !== null) {
      await tx.mail("application-submitted", {
        sender: "JOINT",
        to: contact.typed,
        personId: actor.personId,
        language: ctx.language,
        thing: { name: "application", id },
        props: {
          reference,
          submittedAt: now.toISOString(),
          askFrom: askFrom(
            answers.choices.map(({ intake }) => intake.closesAt),
            now,
          )
            .toISOString()
            .slice(0, 10),
          choices: answers.choices.map(({ intake }) => ({
            programme: textIn(ctx.language, intake.programme.title),
            university: intake.owner,
            isSample: intake.isSample,
          })),
        },
      })
    }
    return done({ applicationId: id, reference, submittedAt: now })
  })
}
