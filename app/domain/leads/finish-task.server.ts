import type { Ctx } from "#app/platform/ctx.server.ts"
import { done, type Outcome, refuse } from "#app/platform/outcome.ts"
import { staffMay, universityOf } from "#app/domain/people/permissions.ts"
import { copyNextTask } from "./copy-next-task.server.ts"
import { holdLead } from "./hold-lead.server.ts"

/**
 * Marks a task as done, or as not done after all. Refusals: not-allowed, not-found, changed-meanwhile (it stands so already).
 */
export async function finishTask(
  ctx: Ctx,
  { leadId, taskId, isDone }: { leadId: string; taskId: string; isDone: boolean },
): Promise<Outcome<undefined>> {
  const { actor } = ctx
  if (actor.kind !== "staff" || !staffMay(actor, "leads.work", actor.university)) return refuse("not-allowed")
  const university = universityOf(actor)
  return ctx.transaction(async (tx) => {
    if (!(await holdLead(tx, { leadId, university }))) return refuse("not-found")
    const known = await tx.db.leadTask.findFirst({ where: { id: taskId, leadId }, select: { id: true } })
    if (known === null) return refuse("not-found")
    const { count } = await tx.db.leadTask.updateMany({
      where: { id: taskId, doneAt: isDone ? null : { not: null } },
      data: {
        doneAt: isDone ? ctx.now() : null,
        doneById: isDone ? actor.personId : null,
        version: { increment: 1 },
      },
    })
    if (count === 0) return refuse("changed-meanwhile")
    await copyNextTask(ctx, tx, leadId)
    await tx.record(isDone ? "lead.task-done" : "lead.task-reopened", { name: "lead", id: leadId, university }, { taskId })
    return done()
  })
}
