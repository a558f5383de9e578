import type { Ctx } from "#app/platform/ctx.server.ts"
import { Prisma } from "#app/platform/prisma-client/client.ts"
import type { Attendance, Level, RsvpKind, University } from "#app/platform/prisma-client/enums.ts"
import type { Language } from "#app/locales/languages.ts"
import { personMatches } from "#app/domain/people/search-people.server.ts"
import { eventTextOf, titleOf } from "./event-texts.ts"
import type { GuestFilter } from "./guest-filter.ts"

const pageSize = 100

/** One who registered for an event, or was at its door. */
export type Guest = {
  rsvpId: string
  name: string
  kind: RsvpKind
  /** The language they registered in, which their mails come in. */
  language: Language
  level: Level | null
  country: string
  email: string | null
  phone: string | null
  attendance: Attendance | null
  isWithdrawn: boolean
  registeredAt: Date
  /** Their lead at this university; null where they have none. */
  leadId: string | null
}

type RawGuest = Omit<Guest, "name" | "registeredAt"> & { given_name: string; family_name: string; registered_ms: number }
/** `everybody` is no filter of the page: with who gave the place up. */
type AnyFilter = GuestFilter | "everybody" | null
type Scope = { university: University; eventId: string }

const byName = Prisma.sql`p.name_folded collate "und-x-icu"`

function guestsWhere({ university, eventId }: Scope, filter: AnyFilter, words: string): Prisma.Sql {
  const parts = [
    Prisma.sql`r.public_event_id = ${eventId}::uuid and v.owner in (${university}::owner, 'JOINT') and p.merged_into_id is null`,
  ]
  if (filter === null && words === "") parts.push(Prisma.sql`(r.withdrawn_at is null or r.attendance = 'came')`)
  if (filter === "unnoted") parts.push(Prisma.sql`r.attendance is null and r.withdrawn_at is null`)
  if (filter === "came" || filter === "missed") parts.push(Prisma.sql`r.attendance = ${filter}::attendance`)
  if (filter === "withdrawn") parts.push(Prisma.sql`r.withdrawn_at is not null`)
  if (words !== "") parts.push(personMatches(words))
  return Prisma.join(parts, " and ")
}

/**
 * The guests of an event of the university or of both, by name, a page at a time: `after` is the last row's id. By words
 * those too are found who gave their place up: they may stand at the door.
 */
export async function listGuests(
  ctx: Ctx,
  {
    filter = null,
    words = "",
    after = null,
    size = pageSize,
    ...scope
  }: Scope & { filter?: AnyFilter; words?: string; after?: string | null; size?: number },
): Promise<{ rows: Guest[]; next: string | null }> {
  const onwards =
    after === null
      ? Prisma.empty
      : Prisma.sql`and (${byName}, r.id) > (
          select q.name_folded collate "und-x-icu", s.id from rsvp s join person q on q.id = s.person_id where s.id = ${after}::uuid)`
  const found = await ctx.db.$queryRaw<RawGuest[]>`
    select r.id::text as "rsvpId", p.given_name, p.family_name, r.kind::text, r.language::text, e.level::text, e.country,
      e.email, e.phone, r.attendance::text, r.withdrawn_at is not null as "isWithdrawn",
      (extract(epoch from r.created_at) * 1000)::float8 as registered_ms, l.id::text as "leadId"
    from rsvp r join public_event v on v.id = r.public_event_id join person p on p.id = r.person_id join enquiry e on e.id = r.enquiry_id
      left join lead l on l.person_id = r.person_id and l.university = ${scope.university}::university
    where ${guestsWhere(scope, filter, words)} ${onwards}
    order by ${byName}, r.id limit ${size + 1}`
  const rows = found.slice(0, size).map(({ given_name, family_name, registered_ms, ...row }) => ({
    ...row,
    name: `${given_name} ${family_name}`.trim(),
    registeredAt: new Date(registered_ms),
  }))
  return { rows, next: found.length > size ? (rows.at(-1)?.rsvpId ?? null) : null }
}

/** The events a person registered for or came to, as far as a university sees them, with their titles for its reader. */
export async function listEventsOf(
  ctx: Ctx,
  { university, personId }: { university: University; personId: string },
): Promise<{ rsvpId: string; eventId: string; title: string }[]> {
  const rows = await ctx.db.rsvp.findMany({
    where: { personId, publicEvent: { owner: { in: [university, "JOINT"] } } },
    orderBy: { id: "desc" },
    take: 50,
    select: { id: true, publicEvent: { select: { id: true, title: true } } },
  })
  return rows.map(({ id, publicEvent }) => ({
    rsvpId: id,
    eventId: publicEvent.id,
    title: titleOf(eventTextOf(publicEvent.title), ctx.language),
  }))
}
