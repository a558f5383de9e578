import type { Tx } from "#app/platform/ctx.server.ts"
import type { EventFacts } from "#app/domain/events/event-facts.ts"
import { draftText } from "./draft-text.ts"
import type { EventContent } from "./event-content.ts"
import type { Published } from "./published-text.ts"

/** A cancelled event is out of the catalogue: its page stays and says so, and nothing of it changes any more. */
export async function readEventRows(db: Pick<Tx["db"], "publicEvent">, id: string): Promise<Published<EventContent> | null> {
  const row = await db.publicEvent.findUnique({ where: { id } })
  if (row === null) return null
  const { slug, owner, kind, country, link, startsAt, endsAt, capacity, isSample, standing, updatedAt } = row
  return {
    content: {
      kind: "event",
      slug,
      owner,
      eventKind: kind,
      title: draftText.parse(row.title),
      summary: draftText.parse(row.summary),
      about: draftText.parse(row.about),
      venue: draftText.parse(row.venue),
      country,
      link,
      startsAt: startsAt.toISOString(),
      endsAt: endsAt.toISOString(),
      capacity,
      isSample,
    },
    isArchived: standing === "cancelled",
    updatedAt,
  }
}

/** What the house of events keeps of it. */
export function eventFacts({ kind: _kind, slug: _slug, eventKind, startsAt, endsAt, ...facts }: EventContent): EventFacts {
  return { ...facts, kind: eventKind, startsAt: new Date(startsAt), endsAt: new Date(endsAt) }
}
