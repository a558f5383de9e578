import type { Ctx, Tx } from "#app/platform/ctx.server.ts"
import type { Field, LeadStage, Level, University } from "#app/platform/prisma-client/enums.ts"
import type { Language } from "#app/locales/languages.ts"

/**
 * The leads of a person who has just been in touch: one at each university, made where there is none. A lead keeps its
 * stage and its owner; it is unseen and active again, and a closed one stands where it stood before.
 */
export async function touchLeads(
  ctx: Ctx,
  tx: Tx,
  said: {
    personId: string
    universities: readonly University[]
    country: string | null
    language: Language
    level: Level | null
    fields: readonly Field[]
  },
): Promise<void> {
  const now = ctx.now()
  const rows = await tx.db.$queryRaw<{ id: string; university: University; stage: LeadStage; isReopened: boolean }[]>`
    with said as (
      select * from unnest(${said.universities.map(() => ctx.id())}::uuid[], ${[...said.universities]}::text[]::university[]) as said(id, university)
    ), before as (
      select id, university, stage, stage_before from lead where person_id = ${said.personId}::uuid
    ), touched as (
      insert into lead (id, person_id, university, country, language, level, fields, active_at, created_at)
      select id, ${said.personId}::uuid, university, ${said.country}, ${said.language}::language, ${said.level}::level, ${[...said.fields]}::text[]::field[],
        ${now}::timestamptz, ${now}::timestamptz from said
      on conflict (person_id, university) do update set
        stage = case when lead.stage = 'closed' then coalesce(lead.stage_before, 'new') else lead.stage end,
        stage_before = case when lead.stage = 'closed' then null else lead.stage_before end,
        closed_reason = case when lead.stage = 'closed' then null else lead.closed_reason end,
        country = coalesce(excluded.country, lead.country),
        language = excluded.language,
        level = coalesce(excluded.level, lead.level),
        fields = case when cardinality(excluded.fields) > 0 then excluded.fields else lead.fields end,
        seen_at = null,
        active_at = excluded.active_at
      returning id, university, stage
    )
    select touched.id, touched.university, touched.stage, coalesce(before.stage = 'closed', false) as "isReopened"
    from touched left join before on before.id = touched.id`
  for (const row of rows.filter(({ isReopened }) => isReopened)) {
    await tx.record("lead.reopened", { name: "lead", id: row.id, university: row.university }, { to: row.stage, why: "enquiry" })
  }
}
