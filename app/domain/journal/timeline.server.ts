import type { Ctx } from "#app/platform/ctx.server.ts"
import type { University } from "#app/platform/prisma-client/enums.ts"

export type Moment = {
  id: string
  type: string
  at: Date
  /** Who did it: a member of staff by name, the candidate, or the product itself. */
  by: { kind: "staff"; name: string } | { kind: "candidate" } | { kind: "system" }
  facts: Record<string, unknown>
}

const limit = 100

/**
 * What happened to some things, the latest first, as one university may read it: what is marked for the other is left
 * out, and only events of the given types, so that a new kind of event shows nothing until somebody has thought about it.
 */
export async function readTimeline(
  ctx: Ctx,
  { university, things, types }: { university: University; things: readonly { name: string; id: string }[]; types: readonly string[] },
): Promise<Moment[]> {
  const events = await ctx.db.event.findMany({
    where: {
      OR: things.map(({ name, id }) => ({ thing: name, thingId: id })),
      AND: [{ OR: [{ university: null }, { university }] }],
      type: { in: [...types] },
    },
    orderBy: { id: "desc" },
    take: limit,
  })
  return withNames(ctx, events)
}

export type JournalEntry = Moment & { thing: string; thingId: string; university: University | null }

/** All that happened, the latest first: for the admin, who sees ids and codes and no file. */
export async function readJournal(
  ctx: Ctx,
  { before, type }: { before: string | null; type: string | null },
): Promise<{ rows: JournalEntry[]; next: string | null }> {
  const size = 60
  const events = await ctx.db.event.findMany({
    where: { ...(before === null ? {} : { id: { lt: before } }), ...(type === null ? {} : { type }) },
    orderBy: { id: "desc" },
    take: size + 1,
  })
  const kept = events.slice(0, size)
  const moments = await withNames(ctx, kept)
  const rows = moments.flatMap((moment, index) => {
    const event = kept[index]
    return event === undefined ? [] : [{ ...moment, thing: event.thing, thingId: event.thingId, university: event.university }]
  })
  return { rows, next: events.length > size ? (kept.at(-1)?.id ?? null) : null }
}

type EventRow = { id: string; type: string; createdAt: Date; actorKind: string; actorId: string | null; facts: unknown }

async function withNames(ctx: Ctx, events: readonly EventRow[]): Promise<Moment[]> {
  const staffIds = [...new Set(events.flatMap((event) => (event.actorKind === "staff" && event.actorId !== null ? [event.actorId] : [])))]
  const people = await ctx.db.person.findMany({ where: { id: { in: staffIds } }, select: { id: true, givenName: true, familyName: true } })
  const names = new Map(people.map((person) => [person.id, `${person.givenName} ${person.familyName}`.trim()]))
  return events.map((event) => ({
    id: event.id,
    type: event.type,
    at: event.createdAt,
    by:
      event.actorKind === "staff"
        ? { kind: "staff", name: names.get(event.actorId ?? "") ?? "" }
        : event.actorKind === "candidate" || event.actorKind === "anonymous"
          ? { kind: "candidate" }
          : { kind: "system" },
    facts: typeof event.facts === "object" && event.facts !== null ? (event.facts as Record<string, unknown>) : {},
  }))
}
