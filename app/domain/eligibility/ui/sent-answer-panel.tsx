import { useTranslation } from "react-i18next"
import { Panel } from "#app/ui/desk-parts.tsx"

type Said = { answer: string; sentences: string[]; rules: { id: string; words: string; source: string }[] }

/** What the rules said of a choice when it was sent. Words come ready in the reader's language. */
export function SentAnswerPanel({ said }: { said: Said | null }) {
  const { t } = useTranslation()
  return (
    <Panel title={t("eligibility.desk.title")}>
      {said === null ? (
        <p className="quiet">{t("eligibility.desk.notAsked")}</p>
      ) : (
        <>
          <p>
            <b>{said.answer}</b> · {said.sentences.join(" ")}
          </p>
          {said.rules.map((rule) => (
            <p key={rule.id} className="quiet">
              {rule.source === "" ? (
                rule.words
              ) : (
                <a href={rule.source} rel="noreferrer">
                  {rule.words}
                </a>
              )}
            </p>
          ))}
          <p className="quiet">{t("eligibility.desk.nothing")}</p>
        </>
      )}
    </Panel>
  )
}
