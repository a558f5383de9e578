import { useTranslation } from "react-i18next"
import { questionData } from "#app/domain/catalogue/question-data.ts"
import { listQuestions } from "#app/domain/catalogue/question-queries.server.ts"
import { isTopic, questionsAddress, topics } from "#app/domain/catalogue/question-topics.ts"
import { longestSearch } from "#app/domain/catalogue/search-length.ts"
import { QuestionCard } from "#app/domain/catalogue/ui/question-card.tsx"
import { ctxOf } from "#app/platform/http.server.ts"
import { KeepQuestions } from "#app/ui/keep-questions.tsx"
import { Pager } from "#app/ui/pager.tsx"
import { listed } from "#app/ui/listed.ts"
import type { Route } from "./+types/questions"

export async function loader({ request, context }: Route.LoaderArgs) {
  const ctx = ctxOf(context)
  const query = new URL(request.url).searchParams
  const given = (name: string) => query.get(name)?.trim() ?? ""
  const topic = isTopic(given("topic")) ? given("topic") : ""
  const list = await listQuestions(ctx, {
    q: given("q"),
    topic: isTopic(topic) ? topic : null,
    page: /^[1-9]\d{0,5}$/.test(given("page")) ? Number(given("page")) : 1,
  })
  return {
    language: ctx.language,
    q: given("q"),
    topic: isTopic(topic) ? topic : null,
    unknown: [
      ...(given("topic") === topic ? [] : [given("topic").slice(0, 40)]),
      ...(["", String(list.page)].includes(given("page")) ? [] : [given("page").slice(0, 40)]),
    ],
    list,
    data: questionData(list.questions, ctx.language),
  }
}

export default function Questions({ loaderData: { language, q, topic, unknown, list, data } }: Route.ComponentProps) {
  const { t } = useTranslation()
  const groups = topics
    .map((one) => ({ topic: one, questions: list.questions.filter((question) => question.topic === one) }))
    .filter(({ questions }) => questions.length > 0)
  return (
    <div className="page">
      <title>{`${t("site.questions.title")} · ${t("common.name")}`}</title>
      <meta name="description" content={t("site.questions.description")} />
      {list.questions.length === 0 ? null : <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: data }} />}
      <h1>{t("site.questions.title")}</h1>
      <p className="lead">{t("site.questions.lead")}</p>
      <form method="get" action={`/${language}/questions`} className="seek" role="search">
        <label>
          {t("site.questions.search")}
          <input type="search" name="q" defaultValue={q} maxLength={longestSearch} dir="auto" />
        </label>
        <button type="submit" className="btn">
          {t("site.programmes.seek")}
        </button>
      </form>
      {unknown.length === 0 ? null : <p className="note">{t("site.programmes.unknown", { words: listed(t, unknown) })}</p>}
      <p className="filter">
        {list.topics.map(({ topic: one, count }) => (
          <a
            key={one}
            href={questionsAddress(language, { q, topic: topic === one ? null : one })}
            aria-current={topic === one ? "true" : undefined}
          >
            {t(`catalogue.topic.${one}`)} <small>({count})</small>
          </a>
        ))}
        {q === "" && topic === null ? null : <a href={questionsAddress(language, {})}>{t("site.programmes.clear")}</a>}
      </p>
      {q === "" ? null : (
        <p className="count">{list.total === 0 ? t("site.questions.none") : t("site.questions.count", { count: list.total })}</p>
      )}
      {list.words === "some" && list.total > 0 ? <p>{t("site.questions.someWords")}</p> : null}
      {q === ""
        ? groups.map((group) => (
            <section key={group.topic}>
              <h2 id={group.topic}>{t(`catalogue.topic.${group.topic}`)}</h2>
              {group.questions.map((question) => (
                <QuestionCard key={question.slug} question={question} isOpen={false} />
              ))}
            </section>
          ))
        : list.questions.map((question, place) => <QuestionCard key={question.slug} question={question} isOpen={place < 3} />)}
      {q === "" && topic === null ? <KeepQuestions pages={list.pages} /> : null}
      <Pager page={list.page} pages={list.pages} addressOf={(page) => questionsAddress(language, { q, topic, page })} />
      <p className="acts">
        {q === "" ? null : (
          <a className="btn quiet" href={`/${language}/programmes?q=${encodeURIComponent(q)}`}>
            {t("site.questions.inProgrammes")}
          </a>
        )}
        <a className="btn" href={`/${language}/enquire`}>
          {t("site.home.ask")}
        </a>
      </p>
    </div>
  )
}
