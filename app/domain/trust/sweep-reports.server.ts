import type { Ctx } from "#app/platform/ctx.server.ts"

const dayMs = 24 * 3_600_000

/** How long we could still have to write to whoever told us, once a report is closed. Said on the page of privacy. */
export const addressKeptDays = 90
/** How long what was told helps to know the next message of the same hand. Said on the page of privacy. */
export const reportKeptMonths = 24

/**
 * Forgets what reports no longer need: the address of who told us 90 days after the report was closed, in the report and on the
 * mails about it; the whole report two years after it was closed, or after it was made when nobody ever closed it. What
 * happened stays in the journal, which never had what was told. Running it again is harmless.
 */
export async function sweepReports(ctx: Ctx): Promise<{ addresses: number; reports: number }> {
  const now = ctx.now()
  const since = new Date(now.getTime() - addressKeptDays * dayMs)
  const old = new Date(now)
  old.setUTCMonth(old.getUTCMonth() - reportKeptMonths)
  return ctx.transaction(async (tx) => {
    const done = await tx.db.report.findMany({
      where: {
        OR: [
          { closedAt: { lt: since }, email: { not: null } },
          { closedAt: null, createdAt: { lt: old } },
        ],
      },
      select: { id: true },
    })
    const ids = done.map(({ id }) => id)
    await tx.db.mail.updateMany({ where: { thing: "report", thingId: { in: ids }, state: { not: "queued" } }, data: { to: "" } })
    const addresses = await tx.db.report.updateMany({
      where: { id: { in: ids }, email: { not: null } },
      data: { email: null, emailTyped: null },
    })
    const reports = await tx.db.report.deleteMany({
      where: { OR: [{ closedAt: { lt: old } }, { closedAt: null, createdAt: { lt: old } }] },
    })
    return { addresses: addresses.count, reports: reports.count }
  })
}
