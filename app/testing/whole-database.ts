import { Prisma } from "#app/platform/prisma-client/client.ts"
import type { Ctx } from "#app/platform/ctx.server.ts"

export type Row = Record<string, unknown>
export type Dump = ReadonlyMap<string, readonly Row[]>

/** Every row of the database but what only grows: events, mails, counters of changes, and what is looked for or written anew from other rows. */
export async function wholeDatabase(ctx: Ctx): Promise<Dump> {
  const tables = await ctx.db.$queryRaw<{ name: string }[]>`
    select tablename as name from pg_tables where schemaname = 'public' and tablename not in
      ('_prisma_migrations', 'content_version', 'event', 'mail', 'merge', 'merge_step', 'look_key', 'duplicate_suggestion',
        'programme_search', 'question_search', 'search_word')
    order by tablename`
  const dump = new Map<string, readonly Row[]>()
  for (const { name } of tables) {
    const [row] = await ctx.db.$queryRaw<{ rows: Row[] }[]>`
      select coalesce(jsonb_agg(r order by r::text), '[]'::jsonb) as rows
      from (select to_jsonb(t) - 'version' - 'rescore_at' - 'looked_at' as r from ${Prisma.raw(`"${name}"`)} t) s`
    dump.set(name, row?.rows ?? [])
  }
  return dump
}
