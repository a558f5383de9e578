import type { TFunction } from "i18next"
import { useTranslation } from "react-i18next"
import { type Language, languageFacts } from "#app/locales/languages.ts"
import { Panel } from "#app/ui/desk-parts.tsx"
import { reasonSentence } from "../reason-sentence.ts"
import { casesOf, type RuleCase } from "../rule-cases.ts"
import type { Rule } from "../rules.ts"

export type RuleLines = { situation: RuleCase; sentences: string[] }[]

/** What candidates in each situation would read of a rule, in their language. */
export function ruleLines(t: TFunction, language: Language, rule: Rule): RuleLines {
  return casesOf(rule).map(({ situation, reasons }) => ({
    situation,
    sentences: reasons.map((reason) => reasonSentence(t, language, reason)),
  }))
}

type Props = {
  /** Null where there is no such rule. */
  lines: RuleLines | null
  /** What is in force, a version on its way there, or what stands in a form and nowhere else. */
  of: "reads" | "readsDraft" | "readsTyped"
  /** The language that candidates read it in. */
  language: Language
}

/** A rule as the candidate reads it; the situations are named in the language of the desk. */
export function RuleReading({ lines, of, language }: Props) {
  const { t } = useTranslation()
  return (
    <Panel title={t(`eligibility.rule.${of}`)} tone={of === "reads" ? "plain" : "saffron"}>
      {of === "readsTyped" ? <p role="alert">{t("eligibility.rule.notInForce")}</p> : null}
      {lines === null ? <p>{t("eligibility.rule.noneInForce")}</p> : null}
      {lines?.length === 0 ? <p>{t("eligibility.rule.readsNothing")}</p> : null}
      <dl className="theirs">
        {lines?.map(({ situation, sentences }) => (
          <div key={situation}>
            <dt>{t(`eligibility.rule.case.${situation}`)}</dt>
            <dd lang={language} dir={languageFacts[language].direction}>
              {sentences.join(" ")}
            </dd>
          </div>
        ))}
      </dl>
    </Panel>
  )
}
