import { useTranslation } from "react-i18next"
import type { FormReply } from "#app/ui/sentence.ts"
import { resultText } from "#app/locales/result-text.ts"
import { Choices, type Option, PostForm, SelectField, Submit, TextField } from "#app/ui/form.tsx"
import { exampleOn } from "../../catalogue/result-scales.ts"
import { scaleWords } from "../../catalogue/scale-words.ts"
import { hasSubjects, standings, treatments } from "../rule-form.ts"
import { ruleScale, subjectOf } from "../rule-names.ts"
import { termLabels, treatmentWords } from "../rule-words.ts"
import { namedSubjects, type RuleTerms } from "../rules.ts"

type Props = {
  names: string
  terms: RuleTerms | null
  /** The number of the version that the writer has seen; 0 for a new rule. */
  version: number | string
  /** What the button says. */
  save: string
  /** The programmes that a new rule may be for; null for one that has its line already. */
  programmes: readonly Option[] | null
  reply: FormReply | undefined
}

/** What a rule says, in the writing of its own scale. */
export function RuleForm({ names, terms, version, programmes, save, reply }: Props) {
  const { t, i18n } = useTranslation()
  const scale = ruleScale(names)
  const isOnLanguage = subjectOf(names) === "language"
  const isOnEnglish = names === "en"
  const isPerSubject = hasSubjects(scale)
  const labels = { programme: t("eligibility.rule.programme"), ...termLabels(t, names) }
  const example =
    scale === null || !isPerSubject ? (scale === null ? null : exampleOn(scale)) : (exampleOn(scale)?.split(" ").at(-1) ?? null)
  const words = scale === null ? "" : scaleWords(t, { code: names.startsWith("degree:") ? "" : names, scale })
  return (
    <PostForm reply={reply} labels={labels} className="lone-form" key={`${names} ${version}`}>
      <input type="hidden" name="version" value={version} />
      {programmes === null ? null : (
        <SelectField name="programme" label={labels.programme} options={programmes} emptyLabel={t("eligibility.rule.every")} />
      )}
      <SelectField
        name="treatment"
        label={labels.treatment}
        value={terms?.treatment ?? "direct"}
        options={treatments
          .filter((one) => !isOnLanguage || one === "direct" || one === "none")
          .map((one) => ({ value: one, label: treatmentWords(t, names, one) }))}
      />
      {isOnEnglish || (!isOnLanguage && scale !== null && scale !== "words") ? (
        <div className="form-row">
          <TextField
            name="minimum"
            label={labels.minimum}
            help={
              isOnLanguage
                ? t("eligibility.rule.scoreHelp")
                : example === null
                  ? t("eligibility.rule.minimumDegree", { scale: words })
                  : t("eligibility.rule.minimumHelp", { scale: words, example })
            }
            value={terms === null ? undefined : resultText(i18n.language, terms.minimum)}
            dir="ltr"
            isOptional
          />
          {isPerSubject ? (
            <TextField name="subjects" label={labels.subjects} value={terms?.subjects} inputMode="numeric" dir="ltr" isOptional />
          ) : null}
          {isOnEnglish ? (
            <>
              <TextField name="writing" label={labels.writing} value={terms?.writing} inputMode="numeric" dir="ltr" isOptional />
              <TextField
                name="preparesFrom"
                label={labels.preparesFrom}
                value={terms?.preparesFrom}
                inputMode="numeric"
                dir="ltr"
                isOptional
              />
            </>
          ) : null}
        </div>
      ) : null}
      {isOnLanguage || scale !== null ? null : <p className="quiet">{t("eligibility.rule.noMinimum")}</p>}
      {isPerSubject ? (
        <Choices
          kind="checkbox"
          name="among"
          label={labels.among}
          options={namedSubjects.map((subject) => ({ value: subject, label: t(`eligibility.subject.${subject}`) }))}
          values={terms?.among ?? []}
          isOptional
        />
      ) : null}
      <SelectField
        name="standing"
        label={labels.standing}
        help={t("eligibility.rule.standingHelp")}
        value={terms?.standing}
        options={standings.map((one) => ({ value: one, label: t(`eligibility.standing.${one}`) }))}
      />
      <TextField name="asOf" label={labels.asOf} help={t("eligibility.rule.asOfHelp")} value={terms?.asOf} dir="ltr" size="medium" />
      <TextField
        name="source"
        label={labels.source}
        help={t("eligibility.rule.sourceHelp")}
        value={terms?.source}
        inputMode="url"
        dir="ltr"
        isOptional
      />
      <p>
        <Submit>{save}</Submit>{" "}
        <Submit name="preview" value="yes" isQuiet>
          {t("eligibility.rule.preview")}
        </Submit>
      </p>
    </PostForm>
  )
}
