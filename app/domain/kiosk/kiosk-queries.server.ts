import type { Ctx } from "#app/platform/ctx.server.ts"
import type { University } from "#app/platform/prisma-client/enums.ts"
import { eventTextOf, titleOf } from "#app/domain/events/event-texts.ts"
import { dayMs, sendingDays } from "./kiosk-rules.ts"

/** The kiosks of a university, the newest first, with their tablets. */
export async function listKiosks(ctx: Ctx, { university }: { university: University }) {
  const rows = await ctx.db.kiosk.findMany({
    where: { university },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: 50,
    select: {
      id: true,
      code: true,
      expiresAt: true,
      closedAt: true,
      publicEvent: { select: { id: true, title: true } },
      tablets: { orderBy: { number: "asc" }, select: { id: true, number: true, taken: true, lastSeenAt: true, revokedAt: true } },
    },
  })
  const now = ctx.now()
  return rows.map(({ publicEvent, closedAt, expiresAt, ...row }) => ({
    ...row,
    expiresAt,
    eventId: publicEvent.id,
    event: titleOf(eventTextOf(publicEvent.title), ctx.language),
    standing: closedAt !== null ? ("closed" as const) : expiresAt <= now ? ("expired" as const) : ("open" as const),
  }))
}

/** Published events for which a kiosk can be made: of the university or of both, the next first. */
export async function listKioskEvents(ctx: Ctx, { university }: { university: University }): Promise<{ id: string; title: string }[]> {
  const rows = await ctx.db.publicEvent.findMany({
    where: {
      owner: { in: [university, "JOINT"] },
      standing: "published",
      endsAt: { gt: new Date(ctx.now().getTime() - sendingDays * dayMs) },
    },
    orderBy: [{ kind: "desc" }, { startsAt: "asc" }],
    take: 100,
    select: { id: true, title: true },
  })
  return rows.map(({ id, title }) => ({ id, title: titleOf(eventTextOf(title), ctx.language) }))
}
