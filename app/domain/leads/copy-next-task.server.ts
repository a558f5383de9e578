import type { Ctx, Tx } from "#app/platform/ctx.server.ts"

/** The open task that is due first, and of those without a day the oldest. */
const first = [{ dueAt: { sort: "asc", nulls: "last" } }, { id: "asc" }] as const

/** Writes the lead's next action anew, by which lists order it. Called by whatever changes a task by hand: the lead counts it. */
export async function copyNextTask(ctx: Ctx, tx: Tx, leadId: string): Promise<void> {
  const next = await tx.db.leadTask.findFirst({ where: { leadId, doneAt: null }, orderBy: [...first], select: { text: true, dueAt: true } })
  const lead = await tx.db.lead.findUniqueOrThrow({ where: { id: leadId }, select: { seenAt: true } })
  await tx.db.lead.update({
    where: { id: leadId },
    data: {
      nextAction: next?.text ?? "",
      dueAt: next?.dueAt ?? null,
      seenAt: lead.seenAt ?? ctx.now(),
      version: { increment: 1 },
    },
    select: { id: true },
  })
}
