import type { Ctx, Tx } from "#app/platform/ctx.server.ts"

/** The open task that is due first, and of those without a day the oldest. */
const first = [{ dueAt: { sort: "asc", nulls: "last" } }, { id: "asc" }] as const

/**
 * Writes the lead's next action anew, by which lists order it. Called by whatever changes a task by hand: the lead counts it.
 * The caller holds the lead (`holdLead`) since before it touched the task: of two who finish a task each, the second sees both.
 */
export async function copyNextTask(ctx: Ctx, tx: Tx, leadId: string): Promise<void> {
  const lead = await tx.db.lead.findUniqueOrThrow({ where: { id: leadId }, select: { seenAt: true } })
  await tx.db.lead.update({
    where: { id: leadId },
    data: {
      ...(await nextAction(tx, leadId)),
      seenAt: lead.seenAt ?? ctx.now(),
      version: { increment: 1 },
    },
    select: { id: true },
  })
}

/** The lead's next action, as its tasks have it. */
export async function nextAction(tx: Tx, leadId: string): Promise<{ nextAction: string; dueAt: Date | null }> {
  const next = await tx.db.leadTask.findFirst({ where: { leadId, doneAt: null }, orderBy: [...first], select: { text: true, dueAt: true } })
  return { nextAction: next?.text ?? "", dueAt: next?.dueAt ?? null }
}
