import type { Ctx } from "#app/platform/ctx.server.ts"
import { done, type Outcome, refuse } from "#app/platform/outcome.ts"
import { staffMay, universityOf } from "#app/domain/people/permissions.ts"
import { copyNextTask } from "./copy-next-task.server.ts"
import { holdLead } from "./hold-lead.server.ts"
import { mayOwn } from "./may-own.server.ts"

/** What is to be done, until when, and by whom when not by whoever looks after the lead. The text is checked by `taskForm`. */
export type TaskInput = { text: string; dueAt: Date | null; ownerId: string | null }

const mostOpen = 20

/**
 * Adds something to be done about a lead. The open task that is due first is the lead's next action.
 * Refusals: not-allowed, not-found, leads.owner-elsewhere, leads.tasks-full (twenty open ones).
 */
export async function addTask(ctx: Ctx, { leadId, ...task }: TaskInput & { leadId: string }): Promise<Outcome<{ taskId: string }>> {
  const { actor } = ctx
  if (actor.kind !== "staff" || !staffMay(actor, "leads.work", actor.university)) return refuse("not-allowed")
  const university = universityOf(actor)
  return ctx.transaction(async (tx) => {
    if (!(await holdLead(tx, { leadId, university }))) return refuse("not-found")
    if (task.ownerId !== null && !(await mayOwn(tx, university, task.ownerId)))
      return refuse("leads.owner-elsewhere", { field: "taskOwner" })
    if ((await tx.db.leadTask.count({ where: { leadId, doneAt: null } })) >= mostOpen)
      return refuse("leads.tasks-full", { field: "task", details: { max: mostOpen } })
    const taskId = ctx.id()
    await tx.db.leadTask.create({
      data: { id: taskId, leadId, ...task, byId: actor.personId, createdAt: ctx.now() },
      select: { id: true },
    })
    await copyNextTask(ctx, tx, leadId)
    await tx.record("lead.task-added", { name: "lead", id: leadId, university }, { taskId })
    return done({ taskId })
  })
}
