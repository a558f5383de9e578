import type { Ctx } from "#app/platform/ctx.server.ts"
import { type Page, pageOf, readPageKey } from "#app/platform/page-key.ts"
import { Prisma } from "#app/platform/prisma-client/client.ts"
import type { Owner, PublicEventKind, PublicEventStanding, University } from "#app/platform/prisma-client/enums.ts"
import { moroccoDay, moroccoInstant } from "#app/domain/catalogue/morocco-time.ts"
import { type EventPhase, eventPhase } from "./event-states.ts"
import { eventTextOf, titleOf } from "./event-texts.ts"
import { withTexts } from "./find-own-event.server.ts"

/** The lists of the desk: what is to come, where it is still to be noted who came, and what is over. */
export const eventViews = ["coming", "attendance", "past"] as const
export type EventListView = (typeof eventViews)[number]

/** An event that nobody noted within this time is no more a task. */
const noteWithinDays = 30
const pageSize = 50

export type DeskEvent = {
  id: string
  owner: Owner
  kind: PublicEventKind
  standing: PublicEventStanding
  phase: EventPhase
  /** In the reader's language, else in another it is written in; empty when it has none. */
  title: string
  startsAt: Date
  endsAt: Date
  capacity: number | null
  isSample: boolean
  /** Who registered and has not given the place up. */
  registered: number
  came: number
  /** Of those who registered, whom nobody has noted yet. */
  unnoted: number
}

type RawEvent = Omit<DeskEvent, "title" | "phase" | "startsAt" | "endsAt"> & { titles: unknown; starts_ms: number; ends_ms: number }

function viewWhere(view: EventListView, now: Date): Prisma.Sql {
  const at = now.toISOString()
  if (view === "coming") return Prisma.sql`e.ends_at > ${at}::timestamptz`
  if (view === "past") return Prisma.sql`e.ends_at <= ${at}::timestamptz`
  const since = new Date(now.getTime() - noteWithinDays * 86_400_000).toISOString()
  return Prisma.sql`e.standing = 'published' and e.starts_at <= ${at}::timestamptz and e.starts_at > ${since}::timestamptz
    and exists (select 1 from rsvp r where r.public_event_id = e.id and r.withdrawn_at is null and r.attendance is null)`
}

/** Events of a university and those of both: what is to come, the next first; what is over, the latest first. */
export async function listDeskEvents(
  ctx: Ctx,
  {
    university,
    view,
    after = null,
    size = pageSize,
  }: { university: University; view: EventListView; after?: string | null; size?: number },
): Promise<Page<DeskEvent>> {
  const key = readPageKey(after)
  const isComing = view === "coming"
  const order = isComing ? Prisma.sql`e.starts_at, e.id` : Prisma.sql`e.starts_at desc, e.id desc`
  const sign = isComing ? Prisma.sql`>` : Prisma.sql`<`
  const onwards =
    key === null ? Prisma.empty : Prisma.sql`and (e.starts_at, e.id) ${sign} (${key.at.toISOString()}::timestamptz, ${key.id}::uuid)`
  const rows = await ctx.db.$queryRaw<RawEvent[]>`
    select e.id::text, e.owner::text, e.kind::text, e.standing::text, e.title as titles, e.capacity, e.is_sample as "isSample",
      (extract(epoch from e.starts_at) * 1000)::float8 as starts_ms, (extract(epoch from e.ends_at) * 1000)::float8 as ends_ms,
      count(r.id) filter (where r.kind = 'registered' and r.withdrawn_at is null)::int as registered,
      count(r.id) filter (where r.attendance = 'came')::int as came,
      count(r.id) filter (where r.attendance is null and r.withdrawn_at is null)::int as unnoted
    from (
      select * from public_event e where e.owner in (${university}::owner, 'JOINT') and ${viewWhere(view, ctx.now())} ${onwards}
      order by ${order} limit ${size + 1}
    ) e left join rsvp r on r.public_event_id = e.id
    group by e.id, e.owner, e.kind, e.standing, e.title, e.capacity, e.is_sample, e.starts_at, e.ends_at order by ${order}`
  const events = rows.map(({ titles, starts_ms, ends_ms, ...row }) => {
    const times = { startsAt: new Date(starts_ms), endsAt: new Date(ends_ms) }
    return { ...row, ...times, title: titleOf(eventTextOf(titles), ctx.language), phase: eventPhase({ ...row, ...times }, ctx.now()) }
  })
  return pageOf(events, size, ({ startsAt, id }) => ({ at: startsAt, id }))
}

/** What an officer of events has before them today: how many take place, and of how many it is to be noted who came. */
export async function countEventTasks(ctx: Ctx, university: University): Promise<{ today: number; attendance: number }> {
  const [start, end] = [0, 1].map((days) => moroccoInstant(moroccoDay(ctx.now(), days), 0, 0).toISOString())
  const [row] = await ctx.db.$queryRaw<{ today: number; attendance: number }[]>`
    select count(*) filter (where e.standing = 'published' and e.starts_at < ${end}::timestamptz and e.ends_at > ${start}::timestamptz)::int as today,
      count(*) filter (where ${viewWhere("attendance", ctx.now())})::int as attendance
    from public_event e where e.owner in (${university}::owner, 'JOINT')`
  return row ?? { today: 0, attendance: 0 }
}

/** One event of the university or of both, as its desk works on it, with the counts of its guests; null when it is not theirs. */
export async function findDeskEvent(ctx: Ctx, { university, eventId }: { university: University; eventId: string }) {
  const row = await ctx.db.publicEvent.findUnique({ where: { id: eventId, owner: { in: [university, "JOINT"] } } })
  if (row === null) return null
  const event = withTexts(row)
  const groups = await ctx.db.$queryRaw<
    { came: number; missed: number; unnoted: number; walkIns: number; withdrawn: number; registered: number }[]
  >`
    select count(*) filter (where attendance = 'came')::int as came, count(*) filter (where attendance = 'missed')::int as missed,
      count(*) filter (where attendance is null and withdrawn_at is null)::int as unnoted,
      count(*) filter (where kind = 'walk_in')::int as "walkIns",
      count(*) filter (where kind = 'registered' and withdrawn_at is not null)::int as withdrawn,
      count(*) filter (where kind = 'registered' and withdrawn_at is null)::int as registered
    from rsvp where public_event_id = ${eventId}::uuid`
  const counts = groups[0] ?? { came: 0, missed: 0, unnoted: 0, walkIns: 0, withdrawn: 0, registered: 0 }
  return { event, title: titleOf(event.title, ctx.language), phase: eventPhase(event, ctx.now()), counts }
}

/** How many would be told by mail that an event moves or is cancelled: the rule of `tellGuests`. */
export async function countReachable(ctx: Ctx, eventId: string): Promise<number> {
  const [row] = await ctx.db.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from rsvp r where r.public_event_id = ${eventId}::uuid and r.email_typed is not null
      and r.withdrawn_at is null and not exists (select 1 from suppression s where s.email = r.email)`
  return row?.count ?? 0
}
