import type { Ctx } from "#app/platform/ctx.server.ts"
import { done, type Outcome, refuse } from "#app/platform/outcome.ts"
import { staffMay, universityOf } from "#app/domain/people/permissions.ts"
import type { TaskInput } from "./add-task.server.ts"
import { copyNextTask } from "./copy-next-task.server.ts"
import { holdLead } from "./hold-lead.server.ts"
import { mayOwn } from "./may-own.server.ts"

/**
 * Changes an open task, from the version that the officer read: who read an older one is told, and nothing is written.
 * Refusals: not-allowed, not-found, leads.owner-elsewhere, changed-meanwhile.
 */
export async function changeTask(
  ctx: Ctx,
  { leadId, taskId, version, ...task }: TaskInput & { leadId: string; taskId: string; version: number },
): Promise<Outcome<undefined>> {
  const { actor } = ctx
  if (actor.kind !== "staff" || !staffMay(actor, "leads.work", actor.university)) return refuse("not-allowed")
  const university = universityOf(actor)
  return ctx.transaction(async (tx) => {
    if (!(await holdLead(tx, { leadId, university }))) return refuse("not-found")
    const known = await tx.db.leadTask.findFirst({ where: { id: taskId, leadId }, select: { id: true } })
    if (known === null) return refuse("not-found")
    if (task.ownerId !== null && !(await mayOwn(tx, university, task.ownerId)))
      return refuse("leads.owner-elsewhere", { field: "taskOwner" })
    const { count } = await tx.db.leadTask.updateMany({
      where: { id: taskId, version, doneAt: null },
      data: { ...task, version: { increment: 1 } },
    })
    if (count === 0) return refuse("changed-meanwhile")
    await copyNextTask(ctx, tx, leadId)
    await tx.record("lead.task-changed", { name: "lead", id: leadId, university }, { taskId })
    return done()
  })
}
