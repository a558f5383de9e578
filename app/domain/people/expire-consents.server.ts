import type { Ctx } from "#app/platform/ctx.server.ts"
import { Prisma } from "#app/platform/prisma-client/client.ts"
import { consentEditions, silenceMonths } from "./consent-texts.ts"

const atOnce = 1000

/**
 * Ends what holds no longer by itself: what was given by somebody of whom nothing was heard for the months of `silenceMonths`,
 * and what was given for an edition of the texts that holds no more. The rows stay as proof. Hearing is a yes, an enquiry,
 * what keeps a lead active, and signing in; nothing counts whether mails are read. Returns how many rows ended.
 */
export async function expireConsents(
  ctx: Ctx,
  { editions = consentEditions }: { editions?: typeof consentEditions } = {},
): Promise<number> {
  const since = new Date(ctx.now())
  since.setUTCMonth(since.getUTCMonth() - silenceMonths)
  const cutoff = Prisma.sql`${since.toISOString()}::timestamptz`
  const silent = Prisma.sql`c.given_at < ${cutoff} and coalesce(c.awake_at, c.given_at) < ${cutoff}
    and not exists (select 1 from enquiry e where e.person_id = c.person_id and e.created_at >= ${cutoff})
    and not exists (select 1 from lead l where l.person_id = c.person_id and l.active_at >= ${cutoff})
    and not exists (select 1 from consent o where o.person_id = c.person_id and o.given_at >= ${cutoff})
    and not exists (select 1 from session s where s.person_id = c.person_id and s.last_seen_at >= ${cutoff})`
  const held = editions.filter(({ holds }) => holds).map(({ version }) => version)
  const outdated = Prisma.sql`not (c.text_version = any(${held}::int[]))`
  return (await expireWhere(ctx, silent, "silence")) + (await expireWhere(ctx, outdated, "text"))
}

async function expireWhere(ctx: Ctx, where: Prisma.Sql, why: "silence" | "text"): Promise<number> {
  let ended = 0
  for (;;) {
    const count = await ctx.transaction(async (tx) => {
      const rows = await tx.db.$queryRaw<{ personId: string }[]>`
        update consent set expired_at = ${ctx.now().toISOString()}::timestamptz, expired_why = ${why}
        where id in (
          select c.id from consent c where c.withdrawn_at is null and c.expired_at is null and ${where}
          order by c.id limit ${atOnce} for update skip locked
        ) returning person_id::text as "personId"`
      const persons = [...new Set(rows.map(({ personId }) => personId))]
      const events = persons.map((id) =>
        ctx.eventRow("consent.expired", { name: "person", id }, { why, count: rows.filter(({ personId }) => personId === id).length }),
      )
      if (events.length > 0) await tx.db.event.createMany({ data: events })
      return rows.length
    })
    ended += count
    if (count < atOnce) return ended
  }
}
