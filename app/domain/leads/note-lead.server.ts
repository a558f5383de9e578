import type { Ctx } from "#app/platform/ctx.server.ts"
import { done, type Outcome, refuse } from "#app/platform/outcome.ts"
import { staffMay, universityOf } from "#app/domain/people/permissions.ts"

/** Adds a note to a lead; only its own university reads it. The text is checked by `noteForm`. Refusals: not-allowed, not-found. */
export async function noteLead(ctx: Ctx, { leadId, text }: { leadId: string; text: string }): Promise<Outcome<{ noteId: string }>> {
  const { actor } = ctx
  if (actor.kind !== "staff" || !staffMay(actor, "leads.work", actor.university)) return refuse("not-allowed")
  const university = universityOf(actor)
  return ctx.transaction(async (tx) => {
    const lead = await tx.db.lead.findFirst({ where: { id: leadId, university, setAsideBy: null }, select: { seenAt: true } })
    if (lead === null) return refuse("not-found")
    const noteId = ctx.id()
    await tx.db.note.create({
      data: { id: noteId, university, thing: "lead", thingId: leadId, authorId: actor.personId, text, createdAt: ctx.now() },
    })
    if (lead.seenAt === null) await tx.db.lead.updateMany({ where: { id: leadId, university }, data: { seenAt: ctx.now() } })
    await tx.record("lead.noted", { name: "lead", id: leadId, university }, { noteId })
    return done({ noteId })
  })
}
