import type { Ctx } from "#app/platform/ctx.server.ts"
import { done, type Outcome, refuse } from "#app/platform/outcome.ts"
import { staffMay, universityOf } from "#app/domain/people/permissions.ts"
import { leadStages } from "./lead-states.ts"

const undoHours = 72

/**
 * Puts a lead back to where its last move by hand took it from: by the one who moved it, within 72 hours, and only while
 * nothing else has moved it since.
 * Refusals: not-allowed, not-found, leads.nothing-to-undo, changed-meanwhile.
 */
export async function undoLeadMove(ctx: Ctx, { leadId }: { leadId: string }): Promise<Outcome<undefined>> {
  const { actor } = ctx
  if (actor.kind !== "staff" || !staffMay(actor, "leads.work", actor.university)) return refuse("not-allowed")
  const university = universityOf(actor)
  return ctx.transaction(async (tx) => {
    const lead = await tx.db.lead.findFirst({ where: { id: leadId, university, setAsideBy: null }, select: { id: true } })
    if (lead === null) return refuse("not-found")
    const last = await tx.db.event.findFirst({
      where: { thing: "lead", thingId: leadId, type: { in: ["lead.moved", "lead.move-undone"] } },
      orderBy: { id: "desc" },
    })
    const facts = last?.facts as { from?: string; to?: string } | undefined
    const from = leadStages.find((stage) => stage === facts?.from)
    const to = leadStages.find((stage) => stage === facts?.to)
    const isTooLate = last !== null && ctx.now().getTime() - last.createdAt.getTime() > undoHours * 3_600_000
    if (last?.type !== "lead.moved" || last.actorId !== actor.personId || isTooLate || from === undefined || to === undefined) {
      return refuse("leads.nothing-to-undo")
    }
    const { count } = await tx.db.lead.updateMany({ where: { id: leadId, university, stage: to }, data: { stage: from } })
    if (count === 0) return refuse("changed-meanwhile")
    await tx.record("lead.move-undone", { name: "lead", id: leadId, university }, { from: to, to: from })
    return done()
  })
}
