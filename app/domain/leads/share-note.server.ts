import type { Ctx } from "#app/platform/ctx.server.ts"
import { done, type Outcome, refuse } from "#app/platform/outcome.ts"
import { staffMay, universityOf } from "#app/domain/people/permissions.ts"

/**
 * Shares a note of a lead with the other university, or keeps it to one's own again. By who wrote it, or a head.
 * Refusals: not-allowed, not-found, leads.note-not-yours, leads.nobody-shares, changed-meanwhile (it stands so already).
 */
export async function shareNote(
  ctx: Ctx,
  { leadId, noteId, isShared }: { leadId: string; noteId: string; isShared: boolean },
): Promise<Outcome<undefined>> {
  const { actor } = ctx
  if (actor.kind !== "staff" || !staffMay(actor, "leads.work", actor.university)) return refuse("not-allowed")
  const university = universityOf(actor)
  return ctx.transaction(async (tx) => {
    const note = await tx.db.note.findFirst({
      where: { id: noteId, thing: "lead", thingId: leadId, university },
      select: { authorId: true },
    })
    const lead = await tx.db.lead.findFirst({ where: { id: leadId, university, setAsideBy: null }, select: { personId: true } })
    if (note === null || lead === null) return refuse("not-found")
    if (note.authorId !== actor.personId && actor.role !== "head") return refuse("leads.note-not-yours")
    if (isShared) {
      const other = await tx.db.lead.findFirst({
        where: { personId: lead.personId, university: { not: university }, setAsideBy: null },
        select: { id: true },
      })
      if (other === null) return refuse("leads.nobody-shares")
    }
    const { count } = await tx.db.note.updateMany({ where: { id: noteId, isShared: !isShared }, data: { isShared } })
    if (count === 0) return refuse("changed-meanwhile")
    await tx.record(isShared ? "lead.note-shared" : "lead.note-kept", { name: "lead", id: leadId, university }, { noteId })
    return done()
  })
}
