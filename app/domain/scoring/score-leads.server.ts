import { loadFit } from "#app/domain/eligibility/credential-fit.server.ts"
import type { Ctx, Tx } from "#app/platform/ctx.server.ts"
import type { University } from "#app/platform/prisma-client/enums.ts"
import { readPoints } from "./points-queries.server.ts"
import { reckonScore } from "./reckon-score.ts"

/** Few enough that who asks something meanwhile is answered soon. */
const atOnce = 200

type Row = {
  id: string
  university: University
  isSetAside: boolean
  hasLevel: boolean
  hasFields: boolean
  hasBirth: boolean
  hasMessage: boolean
  lastMs: number | null
  eligibility: string | null
  hasCome: boolean
  hasRegistered: boolean
  hasReplied: boolean
}

/**
 * Reckons the score of the leads whose time has come, up to `most`, and returns how many there were. Nobody who writes to
 * us waits for it: a new enquiry only says that its leads are due. Two of them at once take different leads.
 */
export async function scoreLeads(ctx: Ctx, { most }: { most: number }): Promise<number> {
  const [points, fitOf] = [await readPoints(ctx), await loadFit(ctx)]
  let done = 0
  while (done < most) {
    const count = await ctx.transaction(async (tx) => {
      const rows = await dueLeads(tx, ctx.now(), Math.min(atOnce, most - done))
      const scored = rows.map((row) => {
        if (row.isSetAside) return { id: row.id, score: 0, reasons: "[]", next: null }
        const attendance = row.hasCome ? "came" : row.hasRegistered ? "registered" : null
        const isFit = row.eligibility !== null && fitOf(row.eligibility, row.university) === true
        const lastAt = row.lastMs === null ? null : new Date(row.lastMs)
        const { score, reasons, changesAt } = reckonScore({ ...row, isFit, attendance, lastAt }, points[row.university], ctx.now())
        return { id: row.id, score, reasons: JSON.stringify(reasons), next: changesAt?.toISOString() ?? null }
      })
      if (scored.length > 0)
        await tx.db.$executeRaw`
          update lead set score = said.score, score_reasons = said.reasons::jsonb, rescore_at = said.next
          from unnest(${scored.map(({ id }) => id)}::uuid[], ${scored.map(({ score }) => score)}::int[],
            ${scored.map(({ reasons }) => reasons)}::text[], ${scored.map(({ next }) => next)}::text[]::timestamptz[])
            as said(id, score, reasons, next)
          where lead.id = said.id`
      return scored.length
    })
    done += count
    if (count < atOnce) break
  }
  return done
}

/** The leads are held until their score is written: what comes meanwhile makes them due again. */
function dueLeads(tx: Tx, now: Date, most: number): Promise<Row[]> {
  return tx.db.$queryRaw<Row[]>`
    with due as (
      select id from lead where rescore_at <= ${now}::timestamptz order by rescore_at limit ${most} for update skip locked
    )
    select l.id::text, l.university::text, l.set_aside_by is not null as "isSetAside",
      l.level is not null as "hasLevel", cardinality(l.fields) > 0 as "hasFields",
      (p.birth_year is not null or p.birth_date is not null) as "hasBirth",
      coalesce(q.has_message, false) as "hasMessage", (extract(epoch from q.last_at) * 1000)::float8 as "lastMs",
      (select e.eligibility from enquiry e where e.person_id = l.person_id and e.eligibility <> '' order by e.created_at desc limit 1)
        as eligibility,
      coalesce(r.has_come, false) as "hasCome", coalesce(r.has_registered, false) as "hasRegistered",
      (exists (select 1 from contact c where c.person_id = l.person_id and c.proved_at is not null)
        or exists (select 1 from recorded_contact k where k.lead_id = l.id and k.result = 'reached' and k.taken_back_at is null))
        as "hasReplied"
    from due join lead l on l.id = due.id join person p on p.id = l.person_id
    left join lateral (
      select bool_or(e.message <> '') as has_message, max(e.created_at) as last_at
      from enquiry e where e.person_id = l.person_id and l.university = any(e.universities)
    ) q on true
    left join lateral (
      select bool_or(v.attendance = 'came') as has_come,
        bool_or(v.withdrawn_at is null and v.attendance is distinct from 'missed') as has_registered
      from rsvp v join public_event e on e.id = v.public_event_id
      where v.person_id = l.person_id and e.owner::text in (l.university::text, 'JOINT')
    ) r on true`
}
