import type { Ctx } from "#app/platform/ctx.server.ts"
import { lookForDuplicates } from "./look-for-duplicates.server.ts"

const batch = 500

/**
 * Compares everybody with everybody else who is new or has changed since they were last compared, some hundreds at a
 * time; how many, and how many pairs were suggested. Cut off and begun again it goes on where it stood.
 */
export async function lookAround(ctx: Ctx): Promise<{ looked: number; suggested: number }> {
  const all = { looked: 0, suggested: 0 }
  for (;;) {
    const rows = await ctx.db.$queryRaw<{ id: string }[]>`
      select id::text from person where looked_at is null and merged_into_id is null order by id limit ${batch}`
    if (rows.length === 0) return all
    const ids = rows.map(({ id }) => id)
    all.suggested += await lookForDuplicates(ctx, ids)
    all.looked += ids.length
  }
}
