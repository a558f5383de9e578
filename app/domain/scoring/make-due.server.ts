import type { Ctx } from "#app/platform/ctx.server.ts"
import { Prisma } from "#app/platform/prisma-client/client.ts"
import type { University } from "#app/platform/prisma-client/enums.ts"

/** The leads of a person, or one lead, have something new that counts: the next round reckons their score. */
export async function makeDue(ctx: Ctx, of: { personId: string } | { id: string }): Promise<void> {
  await ctx.db.lead.updateMany({ where: of, data: { rescoreAt: ctx.now() } })
}

const atOnce = 5000

/** All leads of a university. */
export function makeAllDue(ctx: Ctx, university: University): Promise<void> {
  return makeManyDue(ctx, university, Prisma.sql`true`)
}

/** The leads of a university whose candidates have kept a check of their eligibility: a change of rules or of programmes changes no other's score. */
export function makeCheckedDue(ctx: Ctx, university: University): Promise<void> {
  return makeManyDue(ctx, university, Prisma.sql`exists (select from enquiry e where e.person_id = lead.person_id and e.eligibility <> '')`)
}

/** Some thousands at a time, in the order in which others take many, so that nobody waits for a lock of all of them. */
async function makeManyDue(ctx: Ctx, university: University, which: Prisma.Sql): Promise<void> {
  const now = ctx.now().toISOString()
  let after = "00000000-0000-0000-0000-000000000000"
  for (;;) {
    const rows = await ctx.db.$queryRaw<{ id: string }[]>`
      update lead set rescore_at = ${now}::timestamptz
      where id in (
        select id from lead where university = ${university}::university and id > ${after}::uuid and ${which} order by id limit ${atOnce} for no key update
      ) returning id::text`
    if (rows.length < atOnce) return
    after = rows.reduce((last, { id }) => (id > last ? id : last), after)
  }
}
