import { Prisma } from "#app/platform/prisma-client/client.ts"
import type { Owner, Purpose, University } from "#app/platform/prisma-client/enums.ts"
import type { Segment } from "./segment.ts"

/** Whose consent a campaign needs: a joint one speaks for both universities and needs consent at each. */
export function universitiesOf(owner: Owner): University[] {
  return owner === "JOINT" ? ["AUI", "UM6P"] : [owner]
}

export type AudienceOf = { owner: Owner; purpose: Purpose; segment: Segment }

/**
 * A query of one row for each person of the segment: `person_id, language, email, address, reason`, where `reason` says
 * why the person gets no copy (see left-out.ts) and is null for those who do. `email` is as its owner typed it.
 *
 * A person is in scope with a lead or a consent, of whatever age and state, at the sending university (joint: at one of
 * them). `among` narrows the look to some people, whose double mailboxes have been sorted out before.
 */
export function audienceRows(of: AudienceOf, now: Date, among?: readonly string[]): Prisma.Sql {
  const universities = Prisma.sql`${universitiesOf(of.owner)}::university[]`
  const { countries, languages, levels, stages } = of.segment
  // The same rule as people/majority.ts, in SQL. By a birth year alone, whoever may still be seventeen is a minor.
  const adultYear = now.getUTCFullYear() - 19
  const today = now.toISOString().slice(0, 10)
  return Prisma.sql`
    with scope as (
      select p.id, p.language, p.birth_date, p.birth_year
      from person p
      where p.merged_into_id is null and ${among === undefined ? Prisma.sql`true` : Prisma.sql`p.id = any(${[...among]}::uuid[])`}
        and ${
          among === undefined
            ? Prisma.sql`p.id in (
                select person_id from lead where university = any(${universities}) and set_aside_by is null
                union select person_id from consent where university = any(${universities}) and channel = 'email')`
            : Prisma.sql`true`
        }
        and ${countries.length === 0 ? Prisma.sql`true` : Prisma.sql`p.country = any(${countries}::text[])`}
        and ${languages.length === 0 ? Prisma.sql`true` : Prisma.sql`p.language = any(${languages}::language[])`}
        and ${
          levels.length === 0 && stages.length === 0
            ? Prisma.sql`true`
            : Prisma.sql`p.id in (
                select person_id from lead where university = any(${universities}) and set_aside_by is null
                and ${levels.length === 0 ? Prisma.sql`true` : Prisma.sql`level = any(${levels}::level[])`}
                and ${stages.length === 0 ? Prisma.sql`true` : Prisma.sql`stage = any(${stages}::lead_stage[])`})`
        }
    ), given as (
      select c.person_id, c.address,
        count(distinct c.university) filter (where c.withdrawn_at is null and c.expired_at is null) as living,
        count(distinct c.university) filter (where c.withdrawn_at is null and c.expired_at is null and c.awake_at is not null) as awake
      from consent c join scope s on s.id = c.person_id
      where c.channel = 'email' and c.purpose = ${of.purpose}::purpose and c.university = any(${universities})
      group by c.person_id, c.address
    ), best as (
      select distinct on (g.person_id) g.person_id, g.address, g.living, g.awake
      from given g order by g.person_id, g.awake desc, g.living desc, g.address
    ), withdrawn as (
      select distinct c.person_id from consent c join scope s on s.id = c.person_id
      where c.channel = 'email' and c.purpose = ${of.purpose}::purpose and c.university = any(${universities})
        and c.withdrawn_at is not null
        and not exists (
          select 1 from consent again where again.person_id = c.person_id and again.channel = 'email'
            and again.purpose = c.purpose and again.university = c.university and again.withdrawn_at is null)
    ), mailbox as (
      select distinct on (k.person_id) k.person_id, k.value, k.typed
      from contact k join scope s on s.id = k.person_id left join best b on b.person_id = k.person_id
      where k.kind = 'email'
      order by k.person_id, (k.value = b.address) desc nulls last, k.proved_at nulls last, k.created_at
    ), judged as materialized (
      select s.id as person_id, s.language, coalesce(m.typed, '') as email, coalesce(m.value, '') as address,
        case
          when m.person_id is null then 'no_address'
          when u.reason = 'complained' then 'complained'
          when u.email is not null then 'bounced'
          when w.person_id is not null then 'unsubscribed'
          when (s.birth_date > ${today}::date - interval '18 years' or (s.birth_date is null and s.birth_year > ${adultYear}))
            and not exists (select 1 from guardian g where g.person_id = s.id and g.consented_at is not null and g.withdrawn_at is null)
            then 'minor'
          when b.awake = ${universitiesOf(of.owner).length} and b.address = m.value then null
          when b.living = ${universitiesOf(of.owner).length} then 'asleep'
          else 'no_consent'
        end as reason
      from scope s
      left join best b on b.person_id = s.id
      left join mailbox m on m.person_id = s.id
      left join suppression u on u.email = m.value
      left join withdrawn w on w.person_id = s.id
    )
    select person_id, language, email, address,
      case
        when reason is null and ${among === undefined ? Prisma.sql`row_number() over (partition by address, reason is null order by person_id) > 1` : Prisma.sql`false`}
          then 'same_address'
        else reason
      end as reason
    from judged`
}
