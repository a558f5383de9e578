import type { Ctx } from "#app/platform/ctx.server.ts"
import type { AnswerStanding, Level, Owner, Topic } from "#app/platform/prisma-client/enums.ts"
import { Prisma } from "#app/platform/prisma-client/client.ts"
import { paragraphsIn, textIn } from "./catalogue-texts.ts"
import { topics } from "./question-topics.ts"
import { foundBy, readSearch, type SearchQuery } from "./read-search.server.ts"

type Reader = Pick<Ctx, "db" | "language">

/** How many questions stand on one page: those of the demonstration do, and fit the first round trip of a slow network. */
export const questionsOnPage = 40
const related = 5

export type QuestionView = {
  slug: string
  topic: Topic
  owner: Owner | null
  standing: AnswerStanding
  question: string
  answer: string[]
  asOf: string
  sources: string[]
}

export type QuestionList = {
  questions: QuestionView[]
  total: number
  page: number
  pages: number
  /** How many each topic has, among those that were searched for. */
  topics: { topic: Topic; count: number }[]
  /** `some`: none has all the words, these have some of them. */
  words: "all" | "some"
}

type QuestionRow = Pick<
  Prisma.QuestionGetPayload<object>,
  "slug" | "topic" | "owner" | "standing" | "question" | "answer" | "asOf" | "source"
>
/** The ids on the page in their order, and how many each topic has. */
type Found = { ids: string[]; topics: Topic[]; counts: number[] }

/** Questions by topic in their order, or the best matches of what was typed first. */
export async function listQuestions(
  ctx: Reader,
  { q, topic, page }: { q: string; topic: Topic | null; page: number },
): Promise<QuestionList> {
  const query = await readSearch(ctx.db, q, "questions")
  const whole = await find(ctx, query, "all", topic, page)
  const isInPart = query !== null && whole.counts.length === 0
  const asked = isInPart ? await find(ctx, query, "any", topic, page) : whole
  const counts = new Map(asked.topics.map((one, at) => [one, asked.counts[at] ?? 0]))
  const total = topic === null ? asked.counts.reduce((sum, count) => sum + count, 0) : (counts.get(topic) ?? 0)
  const pages = Math.max(1, Math.ceil(total / questionsOnPage))
  if (page > pages) return listQuestions(ctx, { q, topic, page: 1 })
  const { ids } = asked
  const found = await ctx.db.question.findMany({ where: { id: { in: ids } } })
  return {
    questions: found.sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id)).map((row) => questionView(ctx, row)),
    total,
    page,
    pages,
    topics: topics.flatMap((one) => (counts.has(one) ? [{ topic: one, count: counts.get(one) ?? 0 }] : [])),
    words: isInPart ? "some" : "all",
  }
}

async function find(ctx: Reader, query: SearchQuery | null, words: keyof SearchQuery, topic: Topic | null, page: number): Promise<Found> {
  const isElsewhere = topic === null ? Prisma.sql`false` : Prisma.sql`topic <> ${topic}::topic`
  const place = Prisma.sql`topic, position, id`
  const [found] = await ctx.db.$queryRaw<Found[]>`
    with ${foundBy(query, words, "questions", page * questionsOnPage, {
      columns: Prisma.sql`topic, position, ${isElsewhere} as is_elsewhere`,
      before: Prisma.sql`is_elsewhere`,
      place,
    })}
    select
      array(
        select id from ranked where not is_elsewhere
        order by ${query === null ? Prisma.empty : Prisma.sql`rank desc,`} ${place} limit ${questionsOnPage} offset ${(page - 1) * questionsOnPage}
      )::text[] as ids,
      coalesce(array_agg(topic::text), '{}') as topics, coalesce(array_agg(n), '{}') as counts
    from (select topic, count(*)::int as n from seen group by topic) counted`
  return found ?? { ids: [], topics: [], counts: [] }
}

/** How many pages all questions fill. */
export async function countQuestionPages({ db }: Pick<Ctx, "db">): Promise<number> {
  return Math.max(1, Math.ceil((await db.questionSearch.count()) / questionsOnPage))
}

/** What a reader of a programme most likely asks: of each topic the question nearest to its university and its level. */
export async function relatedQuestions(ctx: Reader, about: { owner: Owner; level: Level }): Promise<{ slug: string; question: string }[]> {
  const rows = await ctx.db.$queryRaw<{ slug: string; question: unknown }[]>`
    with near as (
      select slug, question, topic, position, (owner is not null)::int + (levels <> '{}')::int as nearness from question
      where not is_archived and (owner is null or owner = ${about.owner}::owner) and (levels = '{}' or ${about.level}::level = any (levels))
    ), first as (
      select distinct on (topic) * from near order by topic, nearness desc, position
    )
    select slug, question from first order by nearness desc, topic limit ${related}`
  return rows.map(({ slug, question }) => ({ slug, question: textIn(ctx.language, question) }))
}

/** A question as readers see it. */
export function questionView(ctx: Pick<Ctx, "language">, row: QuestionRow): QuestionView {
  const { slug, topic, owner, standing, asOf } = row
  return {
    slug,
    topic,
    owner,
    standing,
    asOf,
    question: textIn(ctx.language, row.question),
    answer: paragraphsIn(ctx.language, row.answer),
    sources: row.source.split("\n").filter((source) => source !== ""),
  }
}
