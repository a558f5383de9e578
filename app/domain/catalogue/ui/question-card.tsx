import { useTranslation } from "react-i18next"
import type { QuestionView } from "../question-queries.server.ts"

/** A question that opens to its answer, what the answer rests on, and where it was read. */
export function QuestionCard({ question, isOpen }: { question: QuestionView; isOpen: boolean }) {
  const { t } = useTranslation()
  const { slug, standing, asOf, sources } = question
  return (
    <details className="ask" open={isOpen}>
      <summary>{question.question}</summary>
      <div id={slug}>
        {question.answer.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
        <p className="quiet-text">
          {t(`catalogue.answerStanding.${standing}`)}
          {asOf === "" ? null : (
            <>
              {" "}
              (<bdi>{asOf}</bdi>)
            </>
          )}
          {sources.map((source) => (
            <span key={source}>
              {" · "}
              <a href={source} rel="noreferrer">
                <bdi>{new URL(source).hostname.replace(/^www\./, "")}</bdi>
              </a>
            </span>
          ))}
        </p>
      </div>
    </details>
  )
}
