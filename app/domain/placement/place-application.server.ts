import type { Ctx, Tx } from "#app/platform/ctx.server.ts"
import { done, refuse, type Outcome } from "#app/platform/outcome.ts"
import type { University } from "#app/platform/prisma-client/enums.ts"
import { endedStates } from "../applications/choice-states.ts"
import { lockChoicesOf } from "../applications/lock-choices.server.ts"
import { moveChoice } from "../applications/move-choice.server.ts"
import { placementOf, type Rule, ruleKinds, seatsLeft } from "./placement-rules.ts"

/**
 * Sends each choice of a sent application to a university by the rules, and keeps why. Doing it again places only what is
 * not placed yet.
 *
 * Refuses with `not-found` when there is no such sent application.
 */
export async function placeApplication(ctx: Ctx, input: { applicationId: string }): Promise<Outcome<{ placed: number }>> {
  return ctx.transaction(async (tx) => {
    const application = await tx.db.application.findFirst({
      where: { id: input.applicationId, state: "submitted" },
      select: {
        id: true,
        reference: true,
        preferredUniversity: true,
        choices: { where: { state: "listed" }, orderBy: { rank: "asc" }, select: { id: true, intakeId: true } },
      },
    })
    if (application === null) return refuse("not-found")
    // A withdrawal of the whole takes the choices in the same order: the two never wait for each other.
    await lockChoicesOf(tx, application.id)
    const rules = await activeRules(tx)
    let placed = 0
    // Intakes are held in the order of their ids, so that two applications never wait for each other.
    for (const choice of [...application.choices].sort((a, b) => (a.intakeId < b.intakeId ? -1 : 1))) {
      const intake = await holdIntake(tx, choice.intakeId)
      const { programme } = intake
      const placement = placementOf(
        {
          owner: intake.owner,
          field: programme.field,
          teachingLanguages: programme.teachingLanguages,
          preferred: application.preferredUniversity,
          seatsLeft: seatsLeft(intake.seats, await placedAt(tx, intake.id)),
          reference: application.reference,
        },
        rules,
      )
      const { university } = placement
      const hasMoved = await moveChoice(
        ctx,
        tx,
        { choiceId: choice.id, from: "listed", to: "placed" },
        { university, placementRule: placement.rule, placementFacts: placement.facts, placedAt: ctx.now() },
      )
      if (!hasMoved) continue
      placed++
      await tx.record(
        "choice.placed",
        { name: "choice", id: choice.id, university },
        { applicationId: application.id, rule: placement.rule, ...placement.facts },
      )
    }
    return done({ placed })
  })
}

async function activeRules(tx: Tx): Promise<Rule[]> {
  const rows = await tx.db.placementRule.findMany({ where: { isActive: true }, orderBy: { position: "asc" } })
  return rows.flatMap((row) => {
    const kind = ruleKinds.find((known) => known === row.kind)
    return kind === undefined ? [] : [{ ...row, kind }]
  })
}

/** Reads an intake and holds its row: its seats are counted by one placement at a time. */
async function holdIntake(tx: Tx, id: string) {
  await tx.db.$queryRaw`select id from intake where id = ${id}::uuid for update`
  return tx.db.intake.findUniqueOrThrow({
    where: { id },
    select: { id: true, owner: true, seats: true, programme: { select: { field: true, teachingLanguages: true } } },
  })
}

async function placedAt(tx: Tx, intakeId: string): Promise<Record<University, number>> {
  const rows = await tx.db.choice.groupBy({
    by: ["university"],
    where: { intakeId, university: { not: null }, state: { notIn: [...endedStates] } },
    _count: true,
  })
  const count = (university: University) => rows.find((row) => row.university === university)?._count ?? 0
  return { AUI: count("AUI"), UM6P: count("UM6P") }
}
