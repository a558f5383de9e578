import type { Ctx, Tx } from "#app/platform/ctx.server.ts"
import type { Field, LeadStage, Level, University } from "#app/platform/prisma-client/enums.ts"
import type { Language } from "#app/locales/languages.ts"
import { earlier } from "./earlier.ts"

/** What somebody who has just been in touch said. */
export type Said = {
  personId: string
  universities: readonly University[]
  country: string | null
  language: Language
  /** What of it nobody has said: whoever handed it in takes it to be so. A lead that is there keeps what its candidate said. */
  supposed: readonly ("country" | "language")[]
  level: Level | null
  fields: readonly Field[]
  /** What brought them this time, as `sourceKey` writes it. */
  source: string
  /** By when each university is to answer; at one that is not named nobody waits for an answer. */
  dues: ReadonlyMap<University, Date | null>
}

/**
 * The leads of people who have just been in touch: one of each at each university, made where there is none. A lead keeps
 * its stage and its owner; it is awake, unseen and active again, and a closed one stands where it stood before. Who waits
 * for an answer already goes on waiting for it; one that is nobody's is given out anew. Leads that are there are taken in the
 * order of their ids, as batches and holidays take them: of two who take many, only one waits for the other.
 */
export async function touchLeads(ctx: Ctx, tx: Tx, all: readonly Said[]): Promise<void> {
  const now = ctx.now()
  const said = lastWords(
    all.flatMap(({ universities, dues, source, supposed, ...words }) =>
      universities.map((university) => ({
        ...words,
        supposesCountry: supposed.includes("country"),
        supposesLanguage: supposed.includes("language"),
        university,
        firstSource: source,
        lastSource: source,
        answerDueAt: dues.get(university) ?? null,
      })),
    ),
  ).map((words) => ({ id: ctx.id(), ...words }))
  const rows = await tx.db.$queryRaw<{ id: string; university: University; stage: LeadStage; isReopened: boolean }[]>`
    with said as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(said)}::jsonb) as said(id uuid, university university, "personId" uuid,
        country text, language language, level level, fields field[], "firstSource" text, "lastSource" text, "answerDueAt" timestamptz,
        "supposesCountry" boolean, "supposesLanguage" boolean)
    ), before as (
      select lead.id, lead.person_id, lead.university, lead.stage, lead.country, lead.language
      from lead join said on lead.person_id = said."personId" and lead.university = said.university
    ), touched as (
      insert into lead (id, person_id, university, country, language, level, fields, first_source, last_source, answer_due_at,
        rescore_at, active_at, created_at)
      select said.id, "personId", said.university,
        case when "supposesCountry" then coalesce(before.country, said.country) else said.country end,
        case when "supposesLanguage" then coalesce(before.language, said.language) else said.language end,
        level, fields, "firstSource", "lastSource", "answerDueAt", ${now}::timestamptz, ${now}::timestamptz, ${now}::timestamptz
      from said left join before on before.person_id = "personId" and before.university = said.university
      order by before.id nulls last, "personId", said.university
      on conflict (person_id, university) do update set
        stage = case when lead.stage = 'closed' then coalesce(lead.stage_before, 'new') else lead.stage end,
        stage_before = case when lead.stage = 'closed' then null else lead.stage_before end,
        closed_reason = case when lead.stage = 'closed' then null else lead.closed_reason end,
        country = coalesce(excluded.country, lead.country),
        language = excluded.language,
        level = coalesce(excluded.level, lead.level),
        fields = case when cardinality(excluded.fields) > 0 then excluded.fields else lead.fields end,
        last_source = excluded.last_source,
        rescore_at = excluded.rescore_at,
        answer_due_at = least(lead.answer_due_at, excluded.answer_due_at),
        snoozed_until = null,
        snoozed_for = '',
        to_assign = lead.to_assign or lead.owner_id is null,
        seen_at = null,
        active_at = excluded.active_at
      returning id, university, stage
    )
    select touched.id, touched.university, touched.stage, coalesce(before.stage = 'closed', false) as "isReopened"
    from touched left join before on before.id = touched.id`
  const reopened = rows.filter(({ isReopened }) => isReopened)
  if (reopened.length === 0) return
  const events = reopened.map(({ id, university, stage }) =>
    ctx.eventRow("lead.reopened", { name: "lead", id, university }, { to: stage, why: "enquiry" }),
  )
  await tx.db.event.createMany({ data: events })
  await tx.follow({ events, mails: [] })
}

/** What somebody said to one university. */
type Words = Pick<Said, "personId" | "country" | "language" | "level" | "fields"> & {
  supposesCountry: boolean
  supposesLanguage: boolean
  university: University
  firstSource: string
  lastSource: string
  answerDueAt: Date | null
}

/** A statement touches a lead once: of who spoke to a university twice, the later words are laid over the earlier ones. */
function lastWords(all: readonly Words[]): Words[] {
  const found = new Map<string, Words>()
  for (const words of all) {
    const key = `${words.personId} ${words.university}`
    const before = found.get(key)
    found.set(
      key,
      before === undefined
        ? words
        : {
            ...words,
            ...(words.country === null || (words.supposesCountry && before.country !== null && !before.supposesCountry)
              ? { country: before.country, supposesCountry: before.supposesCountry }
              : {}),
            ...(words.supposesLanguage && !before.supposesLanguage ? { language: before.language, supposesLanguage: false } : {}),
            level: words.level ?? before.level,
            fields: words.fields.length > 0 ? words.fields : before.fields,
            firstSource: before.firstSource,
            answerDueAt: earlier(before.answerDueAt, words.answerDueAt),
          },
    )
  }
  return [...found.values()]
}
