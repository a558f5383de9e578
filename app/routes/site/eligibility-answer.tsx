import { useTranslation } from "react-i18next"
import { caseOf } from "#app/domain/eligibility/check-answers.ts"
import { answers as answerOrder } from "#app/domain/eligibility/decide-eligibility.ts"
import { checkEligibility, type ProgrammeAnswer } from "#app/domain/eligibility/eligibility-queries.server.ts"
import { checkAddress } from "#app/domain/eligibility/read-check.ts"
import { saidWords } from "#app/domain/eligibility/said-words.ts"
import { readShareCode } from "#app/domain/eligibility/share-address.server.ts"
import { AnswerCard } from "#app/domain/eligibility/ui/answer-card.tsx"
import { ctxOf, notFoundUnless } from "#app/platform/http.server.ts"
import { listed } from "#app/ui/listed.ts"
import type { Route } from "./+types/eligibility-answer"

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const ctx = ctxOf(context)
  const answers = notFoundUnless(readShareCode(ctx, params.code))
  const slug = new URL(request.url).searchParams.get("about")?.trim().slice(0, 100) ?? ""
  const all = await checkEligibility(ctx, caseOf(answers))
  const about = all.find(({ programme }) => programme.slug === slug) ?? null
  const isLookedFor = ({ programme }: ProgrammeAnswer) =>
    (answers.level === null || programme.level === answers.level) &&
    (answers.field === null || programme.field.replace("_", "-") === answers.field)
  const better = (one: ProgrammeAnswer, other: ProgrammeAnswer) =>
    answerOrder.indexOf(other.decided.answer) - answerOrder.indexOf(one.decided.answer)
  const rest = all.filter((one) => one !== about).toSorted(better)
  return {
    language: ctx.language,
    code: params.code,
    answers,
    about,
    leftOut: slug === "" || about !== null ? [] : [slug.toWellFormed().slice(0, 40)],
    looked: rest.filter(isLookedFor),
    others: rest.filter((one) => !isLookedFor(one)),
  }
}

export default function EligibilityAnswer({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation()
  const { language, code, answers, about, leftOut, looked, others } = loaderData
  const isUnknown = answers.credential === "another"
  const part = (title: string, list: ProgrammeAnswer[]) => (
    <section>
      <h2>{title}</h2>
      <ul className="intakes">
        {list.map((answer) => (
          <AnswerCard key={answer.programme.slug} language={language} answer={answer} code={code} />
        ))}
      </ul>
    </section>
  )
  return (
    <div className="page">
      <title>{`${t("eligibility.resultTitle")} · ${t("common.name")}`}</title>
      <meta name="robots" content="noindex" />
      <h1>{t("eligibility.resultTitle")}</h1>
      <p className="lead">{t("eligibility.resultLead")}</p>
      {leftOut.length === 0 ? null : <p className="note">{t("eligibility.unknown", { words: listed(t, leftOut) })}</p>}
      {isUnknown ? (
        <div className="note">
          <h2>{t("eligibility.lookTitle")}</h2>
          <p>{t("eligibility.lookText")}</p>
          <p className="acts">
            <a className="btn" href={`/${language}/enquire?check=${code}`}>
              {t("eligibility.lookAct")}
            </a>
          </p>
        </div>
      ) : null}
      {about === null ? null : part(t("eligibility.aboutOne"), [about])}
      {looked.length === 0 ? null : part(t("eligibility.looked"), looked)}
      {others.length === 0 ? null : (
        <details className="more" open={looked.length === 0 && about === null}>
          <summary>
            {t("eligibility.others")} · {t("eligibility.groupCount", { count: others.length })}
          </summary>
          {part(t("eligibility.others"), others)}
        </details>
      )}
      <h2>{t("eligibility.said")}</h2>
      <dl className="facts">
        {saidWords(t, language, answers).map(({ step, words }) => (
          <div key={step}>
            <dt>{t(`eligibility.step.${step}`)}</dt>
            <dd>
              <bdi>{words}</bdi>
            </dd>
          </div>
        ))}
      </dl>
      <p className="acts">
        <a className="btn quiet" href={checkAddress(language, { answers, step: "aim" })}>
          {t("eligibility.again")}
        </a>
        <a className="btn quiet" href={`/${language}/eligibility`}>
          {t("eligibility.startAgain")}
        </a>
      </p>
      <p className="quiet-text">{t("eligibility.share")}</p>
    </div>
  )
}
