import { Fragment } from "react"
import { useTranslation } from "react-i18next"
import type { Language } from "#app/locales/languages.ts"
import { Rich } from "#app/ui/rich.tsx"
import { IntakeStatus } from "../../catalogue/ui/intake-status.tsx"
import { reasonAnswers } from "../decide-eligibility.ts"
import type { ProgrammeAnswer } from "../eligibility-queries.server.ts"
import { reasonSentence } from "../reason-sentence.ts"

const colours = { eligible: "open", missing: "announced", look: "sample", "not-this-year": "closed" } as const

/** The answer for one programme: the word, why, and the next step. */
export function AnswerCard({ language, answer, code }: { language: Language; answer: ProgrammeAnswer; code: string }) {
  const { t } = useTranslation()
  const { programme, decided, nearest, sources } = answer
  const { answer: word, reasons, isToConfirm } = decided
  const missing = reasons.filter((reason) => reasonAnswers[reason.code] === "missing").length
  // Of a "no" only what makes it one is told: the rest changes nothing this year.
  const told = word === "not-this-year" ? reasons.filter((reason) => reasonAnswers[reason.code] === word) : reasons
  const intake = programme.intakes.find(({ window }) => window !== "closed") ?? programme.intakes[0]
  const mayApply = intake?.mayBeChosen === true && (word === "eligible" || word === "missing")
  return (
    <li className={programme.owner === "JOINT" ? "aui um6p" : programme.owner.toLowerCase()}>
      <p className={`st ${colours[word]}`}>
        {word === "missing" ? t("eligibility.answer.missing", { count: missing }) : t(`eligibility.answer.${word}`)}
      </p>
      <h3>
        <a href={`/${language}/programmes/${programme.slug}`}>{programme.title}</a>
      </h3>
      <p className="where">
        {[t(`common.universityShort.${programme.owner}`), t(`common.level.${programme.level}`)].join(" · ")}
        {intake === undefined || word === "not-this-year" ? null : (
          <>
            {" · "}
            <IntakeStatus intake={intake} language={language} isShort />
            {intake.isSample ? ` (${t("site.programme.badgeSampleDates")})` : null}
          </>
        )}
      </p>
      {told.map((reason) => (
        <p key={reason.code}>{reasonSentence(t, language, reason)}</p>
      ))}
      {sources.length === 0 && !isToConfirm ? null : (
        <p className="quiet-text">
          {isToConfirm ? `${t("eligibility.toConfirm")} ` : ""}
          {sources.length === 0 ? "" : t("eligibility.restsOn")}{" "}
          {sources.map(({ asOf, source }, place) => (
            <Fragment key={source}>
              {place === 0 ? "" : " · "}
              <a href={source} rel="noreferrer">
                <bdi>{new URL(source).hostname}</bdi>
              </a>{" "}
              ({asOf})
            </Fragment>
          ))}
        </p>
      )}
      {nearest === null ? null : (
        <p>
          <Rich
            text={t("eligibility.nearest", { title: nearest.title })}
            parts={[(inner) => <a href={`/${language}/programmes/${nearest.slug}`}>{inner}</a>]}
          />
        </p>
      )}
      <p>
        {mayApply ? (
          <>
            <a href={`/${language}/apply`}>
              {t("site.programme.apply")}
              <span className="vh"> {programme.title}</span>
            </a>
            {" · "}
          </>
        ) : null}
        <a href={`/${language}/enquire?about=${programme.slug}&check=${code}`}>
          {intake?.mayBeChosen === true ? t("eligibility.keep") : t("eligibility.keepOpens")}
          <span className="vh"> {programme.title}</span>
        </a>
      </p>
    </li>
  )
}
