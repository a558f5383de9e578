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
  const rows = await ctx.db.$queryRaw<Raw[]>`
    select s.id::text, s.code, s.kind::text, s.owner::text, s.name, s.country, s.city, s.leads_to as "leadsTo", e.title as titles,
      e.id::text as "eventId", (extract(epoch from s.created_at) * 1000)::float8 as created_ms, s.closed_at is not null as "isClosed",
      (select count(*) from enquiry q where q.code_id = s.id and ${university}::university = any(q.universities))::int as enquiries,
      (select count(distinct l.id) from enquiry q join lead l on l.person_id = q.person_id
        where q.code_id = s.id and l.university = ${university}::university and l.set_aside_by is null)::int as leads,
      (select count(distinct a.id) from enquiry q join application a on a.person_id = q.person_id
        join choice c on c.application_id = a.id
        where q.code_id = s.id and c.university = ${university}::university and c.state <> 'listed')::int as applications
    from source_code s left join public_event e on e.id = s.public_event_id
    where s.owner in (${university}::owner, 'JOINT') and ${where}`
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
