import type { Ctx } from "#app/platform/ctx.server.ts"
import { done, type Outcome, refuse } from "#app/platform/outcome.ts"
import { staffMay, universityOf } from "#app/domain/people/permissions.ts"

/** Adds a note to a choice; only its own university reads it. The text is checked by `noteForm`. Refusals: not-allowed, not-found. */
export async function noteChoice(ctx: Ctx, { choiceId, text }: { choiceId: string; text: string }): Promise<Outcome<{ noteId: string }>> {
  const { actor } = ctx
  if (actor.kind !== "staff" || !staffMay(actor, "choices.work", actor.university)) return refuse("not-allowed")
  const university = universityOf(actor)
  return ctx.transaction(async (tx) => {
    const choice = await tx.db.choice.findFirst({ where: { id: choiceId, university, state: { not: "listed" } }, select: { id: true } })
    if (choice === null) return refuse("not-found")
    const noteId = ctx.id()
    await tx.db.note.create({
      data: { id: noteId, university, thing: "choice", thingId: choiceId, authorId: actor.personId, text, createdAt: ctx.now() },
    })
    await tx.record("choice.noted", { name: "choice", id: choiceId, university }, { noteId })
    return done({ noteId })
  })
}
