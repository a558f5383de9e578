import type { TFunction } from "i18next"
import { useTranslation } from "react-i18next"
import type { Language } from "#app/locales/languages.ts"
import { Panel } from "#app/ui/desk-parts.tsx"
import { reasonSentence } from "../reason-sentence.ts"
import { casesOf, type RuleCase } from "../rule-cases.ts"
import type { Rule } from "../rules.ts"

export type RuleLines = { situation: RuleCase; sentences: string[] }[]

/** What candidates in each situation would read of a rule, in the reader's language. */
export function ruleLines(t: TFunction, language: Language, rule: Rule): RuleLines {
  return casesOf(rule).map(({ situation, reasons }) => ({
    situation,
    sentences: reasons.map((reason) => reasonSentence(t, language, reason)),
  }))
}

/** A rule as the candidate reads it; `isTyped` when it is not in force. */
export function RuleReading({ lines, isTyped }: { lines: RuleLines; isTyped: boolean }) {
  const { t } = useTranslation()
  return (
    <Panel title={t(isTyped ? "eligibility.rule.readsTyped" : "eligibility.rule.reads")} tone={isTyped ? "saffron" : "plain"}>
      {isTyped ? <p role="alert">{t("eligibility.rule.notInForce")}</p> : null}
      {lines.length === 0 ? <p>{t("eligibility.rule.readsNothing")}</p> : null}
      <dl className="theirs">
        {lines.map(({ situation, sentences }) => (
          <div key={situation}>
            <dt>{t(`eligibility.rule.case.${situation}`)}</dt>
            <dd>{sentences.join(" ")}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  )
}
