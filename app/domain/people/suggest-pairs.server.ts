import type { Ctx, Tx } from "#app/platform/ctx.server.ts"
import type { Verdict } from "./judge-pair.ts"

/**
 * Writes pairs that may be one, or what is known of them now. A pair that somebody has said to be two is never written
 * again, nor one of whom that was said under another name: who was merged into one of them counts as they do. How many
 * are new.
 */
export async function suggestPairs(
  ctx: Ctx,
  tx: Tx,
  pairs: readonly { a: string; b: string; verdict: Pick<Verdict, "score" | "reasons"> }[],
): Promise<number> {
  if (pairs.length === 0) return 0
  const rows = pairs.map(({ a, b, verdict }) => ({ id: ctx.id(), a, b, score: verdict.score, reasons: verdict.reasons }))
  const written = await tx.db.$queryRaw<{ isNew: boolean }[]>`
    with said as (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as said(id uuid, a uuid, b uuid, score int, reasons text[])
    ), self as (
      select id as root, id from unnest(array(select a from said union select b from said)) as id
      union
      select merged_into_id, id from person where merged_into_id = any(array(select a from said union select b from said))
    )
    insert into duplicate_suggestion ("id", "person_aId", "person_bId", score, reasons, created_at)
    select said.id, a, b, score, reasons, ${ctx.now()}::timestamptz from said
    where not exists (
      select 1 from self x join self y on x.root = said.a and y.root = said.b
      join duplicate_suggestion d on (d."person_aId" = x.id and d."person_bId" = y.id) or (d."person_aId" = y.id and d."person_bId" = x.id)
      where d.dismissed_at is not null)
    on conflict ("person_aId", "person_bId") do update set score = excluded.score, reasons = excluded.reasons
      where duplicate_suggestion.dismissed_at is null
    returning xmax = 0 as "isNew"`
  return written.filter(({ isNew }) => isNew).length
}
