import type { Ctx } from "#app/platform/ctx.server.ts"
import type { Owner, University } from "#app/platform/prisma-client/enums.ts"
import { Prisma } from "#app/platform/prisma-client/client.ts"
import { languages } from "#app/locales/languages.ts"
import { type Kind, titleField } from "./content.ts"
import type { ThingFilter } from "./thing-filter.ts"
import type { ThingStanding } from "./version-states.ts"

const pageSize = 50

/** A thing in the list of the desk; `title` in the reader's language, else in the one it is translated from. */
export type ThingLine = {
  id: string
  title: string
  owner: Owner | null
  standing: ThingStanding
  /** Whether readers have it now, in whatever form. */
  isShown: boolean
  missing: number
  outdated: number
  changedAt: Date
}

type Row = ThingLine & { total: number }

/** What a thing is called in its row, in each language, and where that row is. */
const titles = {
  programme: Prisma.sql`r.title`,
  question: Prisma.sql`r.question`,
  scheme: Prisma.sql`r.title`,
  event: Prisma.sql`r.title`,
} as const satisfies Record<Kind, Prisma.Sql>
const table = {
  programme: Prisma.sql`programme`,
  question: Prisma.sql`question`,
  scheme: Prisma.sql`scheme`,
  event: Prisma.sql`(select *, standing = 'cancelled' as is_archived from public_event)`,
} as const satisfies Record<Kind, Prisma.Sql>

/** Things of one's own university and of both, what changed last first; found by their title in any language. */
export async function listThings(
  ctx: Ctx,
  { university, filter, page }: { university: University; filter: ThingFilter; page: number },
): Promise<{ rows: ThingLine[]; total: number; page: number; pages: number }> {
  const { kind, standing, mark } = filter
  const drafted = Prisma.sql`l.content->${titleField[kind]}`
  const shown = titles[kind]
  const inAll = Prisma.join(
    languages.flatMap((language) => [Prisma.sql`${drafted}->>${language}`, Prisma.sql`${shown}->>${language}`]),
    ", ",
  )
  const rows = await ctx.db.$queryRaw<Row[]>`
    with latest as (
      select distinct on (thing_id) thing_id, owner, title, content, state, missing, outdated, created_at
      from catalogue_version where kind = ${kind}::catalogue_kind order by thing_id, number desc
    ), thing as (
      select coalesce(r.id, l.thing_id) as id,
        coalesce(nullif(${drafted}->>${ctx.language}, ''), l.title, nullif(${shown}->>${ctx.language}, ''), ${shown}->>'en') as title,
        concat_ws(' ', l.title, ${inAll}) as words, coalesce(l.owner, r.owner) as owner,
        case when l.state in ('draft', 'reviewed') then l.state::text when coalesce(r.is_archived, true) then 'archived' else 'published' end
          as standing,
        not coalesce(r.is_archived, true) as "isShown", coalesce(l.missing, 0) as missing, coalesce(l.outdated, 0) as outdated,
        greatest(l.created_at, r.updated_at) as "changedAt"
      from ${table[kind]} r full join latest l on l.thing_id = r.id
    )
    select id::text, title, owner::text, standing, "isShown", missing, outdated, "changedAt", (count(*) over ())::int as total from thing
    where (owner is null or owner in (${university}::owner, 'JOINT'))
      and ${filter.title === "" ? Prisma.sql`true` : Prisma.sql`position(lower(${filter.title}) in lower(words)) > 0`}
      and ${standing === null ? Prisma.sql`standing <> 'archived'` : Prisma.sql`standing = ${standing}`}
      and ${mark === null ? Prisma.sql`true` : mark === "missing" ? Prisma.sql`missing > 0` : Prisma.sql`outdated > 0`}
    order by "changedAt" desc, title, id limit ${pageSize} offset ${(page - 1) * pageSize}`
  const total = rows[0]?.total ?? 0
  if (rows.length === 0 && page > 1) return listThings(ctx, { university, filter, page: 1 })
  return { rows: rows.map(({ total: _total, ...row }) => row), total, page, pages: Math.max(1, Math.ceil(total / pageSize)) }
}
