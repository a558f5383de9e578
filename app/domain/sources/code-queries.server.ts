import type { Ctx } from "#app/platform/ctx.server.ts"
import { type Page, pageOf, readPageKey } from "#app/platform/page-key.ts"
import { Prisma } from "#app/platform/prisma-client/client.ts"
import type { Owner, SourceKind, University } from "#app/platform/prisma-client/enums.ts"
import { type Language, languages } from "#app/locales/languages.ts"
import { z } from "zod"

export type CodeRow = {
  id: string
  code: string
  kind: SourceKind
  owner: Owner
  name: string
  country: string
  city: string
  leadsTo: string
  /** Title of the event in the reader's language; null when it stands for none. */
  event: string | null
  eventId: string | null
  createdAt: Date
  isClosed: boolean
  /** What came by it to the university that asks: visits are counted nowhere. */
  enquiries: number
  leads: number
  applications: number
}

const titles = z.record(z.string(), z.string()).catch({})
const pageSize = 50

/** Of an event's title, the reader's language, else one it is written in. */
export function eventTitle(column: unknown, language: Language): string {
  const text = titles.parse(column)
  return [language, ...languages].map((one) => text[one]?.trim() ?? "").find((title) => title !== "") ?? ""
}

/** Codes of a university and those of both, the latest first, with what came by them; of one event alone, when it is named. */
export async function listCodes(
  ctx: Ctx,
  {
    university,
    eventId = null,
    after = null,
    size = pageSize,
  }: { university: University; eventId?: string | null; after?: string | null; size?: number },
): Promise<Page<CodeRow>> {
  const key = readPageKey(after)
  const onwards =
    key === null ? Prisma.empty : Prisma.sql`and (s.created_at, s.id) < (${key.at.toISOString()}::timestamptz, ${key.id}::uuid)`
  const about = eventId === null ? Prisma.sql`true` : Prisma.sql`s.public_event_id = ${eventId}::uuid`
  const rows = await readCodes(ctx, university, Prisma.sql`${about} ${onwards} order by s.created_at desc, s.id desc limit ${size + 1}`)
  return pageOf(rows, size, ({ createdAt, id }) => ({ at: createdAt, id }))
}

/** One code of a university or of both; null when it is not theirs. */
export async function findCode(ctx: Ctx, { university, codeId }: { university: University; codeId: string }): Promise<CodeRow | null> {
  const [row] = await readCodes(ctx, university, Prisma.sql`s.id = ${codeId}::uuid`)
  return row ?? null
}

type Raw = Omit<CodeRow, "event" | "createdAt"> & { titles: unknown; created_ms: number }

async function readCodes(ctx: Ctx, university: University, where: Prisma.Sql): Promise<CodeRow[]> {
  // What came by all of a page is looked up together: code by code, the tables would be read once for each.
  const rows = await ctx.db.$queryRaw<Raw[]>`
    with page as materialized (
      select s.*, e.title as titles, e.id as event_id
      from source_code s left join public_event e on e.id = s.public_event_id
      where s.owner in (${university}::owner, 'JOINT') and ${where}
    ), asked as materialized (
      select q.code_id, q.person_id, ${university}::university = any(q.universities) as is_ours
      from enquiry q where q.code_id in (select id from page)
    ), enquiries as (
      select code_id, count(*) filter (where is_ours)::int as many from asked group by code_id
    ), leads as (
      select a.code_id, count(distinct l.id)::int as many from asked a
      join lead l on l.person_id = a.person_id and l.university = ${university}::university and l.set_aside_by is null
      group by a.code_id
    ), applications as (
      select a.code_id, count(distinct p.id)::int as many from asked a
      join application p on p.person_id = a.person_id
      join choice c on c.application_id = p.id and c.university = ${university}::university and c.state <> 'listed'
      group by a.code_id
    )
    select s.id::text, s.code, s.kind::text, s.owner::text, s.name, s.country, s.city, s.leads_to as "leadsTo", s.titles,
      s.event_id::text as "eventId", (extract(epoch from s.created_at) * 1000)::float8 as created_ms, s.closed_at is not null as "isClosed",
      coalesce(q.many, 0) as enquiries, coalesce(l.many, 0) as leads, coalesce(a.many, 0) as applications
    from page s left join enquiries q on q.code_id = s.id left join leads l on l.code_id = s.id left join applications a on a.code_id = s.id
    order by s.created_at desc, s.id desc`
  return rows.map(({ titles: title, created_ms, ...row }) => ({
    ...row,
    event: row.eventId === null ? null : eventTitle(title, ctx.language),
    createdAt: new Date(created_ms),
  }))
}

/** Published events a code may stand for, the next first; what is over for a month is left out. */
export async function listCodeEvents(ctx: Ctx, university: University): Promise<{ id: string; title: string; startsAt: Date }[]> {
  const since = new Date(ctx.now().getTime() - 30 * 86_400_000)
  const rows = await ctx.db.publicEvent.findMany({
    where: { standing: "published", owner: { in: [university, "JOINT"] }, endsAt: { gt: since } },
    orderBy: { startsAt: "asc" },
    take: 200,
    select: { id: true, title: true, startsAt: true },
  })
  return rows.map(({ id, title, startsAt }) => ({ id, title: eventTitle(title, ctx.language), startsAt }))
}
