import type { Ctx } from "#app/platform/ctx.server.ts"
import type { Owner } from "#app/platform/prisma-client/enums.ts"
import type { Prisma } from "#app/platform/prisma-client/client.ts"
import { paragraphsIn } from "#app/domain/catalogue/catalogue-texts.ts"
import { countryName } from "#app/domain/catalogue/countries.ts"
import type { Language } from "#app/locales/languages.ts"
import { type EventPhase, eventPhase } from "./event-states.ts"
import { eventTextOf } from "./event-texts.ts"

type Reader = Pick<Ctx, "db" | "now" | "language">

/** An event as a list shows it, in the reader's language. It never holds the link: that is for those who registered. */
export type EventCard = {
  id: string
  slug: string
  owner: Owner
  kind: "online" | "fair"
  title: string
  summary: string
  /** The place in words; empty online. */
  venue: string
  country: { code: string; name: string } | null
  zone: string
  startsAt: Date
  endsAt: Date
  isSample: boolean
  isFull: boolean
  phase: EventPhase
}

export type EventView = EventCard & { about: string[]; revision: number; updatedAt: Date }

const mostInList = 60
const withCount = { _count: { select: { rsvps: { where: { withdrawnAt: null } } } } } satisfies Prisma.PublicEventInclude
type Row = Prisma.PublicEventGetPayload<{ include: typeof withCount }>
/** What readers are shown comes of it. */
export type Shown = Omit<Row, "publishedAt" | "createdAt" | "link">

/** What is still to come and was published, the next first; of a country, what is held there and what is online. */
export async function listComingEvents(ctx: Reader, { country = null }: { country?: string | null } = {}): Promise<EventCard[]> {
  const rows = await ctx.db.publicEvent.findMany({
    where: {
      endsAt: { gt: ctx.now() },
      ...(country === null ? {} : { OR: [{ country }, { kind: "online" }] }),
    },
    include: withCount,
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
    take: mostInList,
  })
  return rows.map((row) => eventCard(ctx, row))
}

/** A published or cancelled event. */
export async function findEvent(ctx: Reader, slug: string): Promise<EventView | null> {
  const row = await ctx.db.publicEvent.findUnique({ where: { slug }, include: withCount })
  if (row === null) return null
  return eventView(ctx, row)
}

/** An event as its page shows it. */
export function eventView(ctx: Reader, row: Shown): EventView {
  return { ...eventCard(ctx, row), about: paragraphsIn(ctx.language, row.about), revision: row.revision, updatedAt: row.updatedAt }
}

/** Addresses of the events to come, for the map of the site. */
export async function listEventAddresses(ctx: Pick<Ctx, "db" | "now">): Promise<{ path: string; updatedAt: Date }[]> {
  const rows = await ctx.db.publicEvent.findMany({
    where: { endsAt: { gt: ctx.now() } },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
    select: { slug: true, updatedAt: true },
  })
  return rows.map(({ slug, updatedAt }) => ({ path: `/events/${slug}`, updatedAt }))
}

/** The link and the place of an event, for whoever holds the reference of an enquiry that made an RSVP to it. */
export async function findEntrance(
  ctx: Reader,
  { slug, reference }: { slug: string; reference: string },
): Promise<{ link: string; event: EventCard } | null> {
  const enquiry = await ctx.db.enquiry.findUnique({ where: { reference }, select: { personId: true, kind: true } })
  if (enquiry === null || enquiry.kind !== "event") return null
  const rsvp = await ctx.db.rsvp.findFirst({
    where: { personId: enquiry.personId, publicEvent: { slug } },
    include: { publicEvent: { include: withCount } },
  })
  return rsvp === null ? null : { link: rsvp.publicEvent.link, event: eventCard(ctx, rsvp.publicEvent) }
}

export function eventCard(ctx: Reader, row: Shown): EventCard {
  return {
    id: row.id,
    slug: row.slug,
    owner: row.owner,
    kind: row.kind,
    title: eventTextOf(row.title)[ctx.language],
    summary: eventTextOf(row.summary)[ctx.language],
    venue: eventTextOf(row.venue)[ctx.language],
    country: countryOf(row.country, ctx.language),
    zone: row.zone,
    startsAt: row.startsAt,
    endsAt: row.endsAt,
    isSample: row.isSample,
    isFull: row.capacity !== null && row._count.rsvps >= row.capacity,
    phase: eventPhase(row, ctx.now()),
  }
}

function countryOf(code: string, language: Language): EventCard["country"] {
  const name = countryName(code, language)
  return name === null ? null : { code, name }
}
