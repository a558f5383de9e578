import { useTranslation } from "react-i18next"
import type { Language } from "#app/locales/languages.ts"
import { Box, Choices, type Option, SelectField, TextField } from "#app/ui/form.tsx"
import { fields, levels } from "../../catalogue/catalogue-filter.ts"
import { exampleOn, openScales } from "../../catalogue/result-scales.ts"
import { scaleWords } from "../../catalogue/scale-words.ts"
import { askedScale, type CheckAnswers, credentialsOf, isDegree, nextLevel, proofLanguages, testLanguages } from "../check-answers.ts"
import type { CheckStep } from "../read-check.ts"
import { credentialWords } from "../said-words.ts"

type Props = { language: Language; answers: CheckAnswers; step: CheckStep; countries: readonly Option[] }

/** The fields of one question. */
export function CheckQuestion({ answers, step, countries }: Props) {
  const { t } = useTranslation()
  const { country, credential } = answers
  switch (step) {
    case "country":
      return <SelectField name="country" label={t("eligibility.countryLabel")} options={countries} />
    case "credential": {
      const options = credentialsOf(country).map((code) => ({ value: code, label: credentialWords(t, country, code) }))
      return (
        <Choices
          kind="radio"
          name="credential"
          label={<span className="vh">{t("eligibility.step.credential")}</span>}
          help={t("eligibility.credentialHelp")}
          options={options}
          values={options.slice(0, 1).map(({ value }) => value)}
        />
      )
    }
    case "result":
      return <ResultQuestion answers={answers} />
    case "languages":
      return (
        <>
          <p className="help">{t("eligibility.languagesHelp")}</p>
          {/* The question is answered also when nothing is ticked. */}
          <input type="hidden" name="taught" value="" />
          <Choices
            kind="checkbox"
            name="taught"
            label={t("eligibility.taughtLabel")}
            options={proofLanguages.map((code) => ({ value: code, label: t(`common.languageName.${code}`) }))}
          />
          <Choices
            kind="checkbox"
            name="test"
            label={t("eligibility.testLabel")}
            options={testLanguages.map((code) => ({ value: code, label: t(`eligibility.test.${code}`) }))}
          />
          <TextField name="toefl" label={t("eligibility.toeflLabel")} inputMode="numeric" dir="ltr" size="short" isOptional />
        </>
      )
    case "aim":
      return (
        <>
          <SelectField
            name="level"
            label={t("eligibility.levelLabel")}
            emptyLabel={t("eligibility.anyLevel")}
            options={levels.map((level) => ({ value: level, label: t(`common.level.${level}`) }))}
            value={nextLevel(credential)}
          />
          <SelectField
            name="field"
            label={t("eligibility.fieldLabel")}
            emptyLabel={t("eligibility.anyField")}
            options={fields.map((field) => ({
              value: field,
              label: t(`common.field.${field === "social-sciences" ? "social_sciences" : field}`),
            }))}
          />
        </>
      )
  }
}

/** A result on the scale of its own certificate; of a degree the scale is asked too. */
function ResultQuestion({ answers }: { answers: CheckAnswers }) {
  const { t } = useTranslation()
  const scale = askedScale(answers)
  const example = scale === null ? null : exampleOn(scale)
  const isOfDegree = isDegree(answers.credential)
  return (
    <>
      {isOfDegree ? (
        <SelectField
          name="scale"
          label={t("eligibility.scaleLabel")}
          options={openScales.map((open) => ({ value: open, label: scaleWords(t, { code: "", scale: open }) }))}
        />
      ) : null}
      {isOfDegree || (scale !== null && example !== null) ? (
        <TextField
          name="result"
          label={t("eligibility.resultLabel")}
          help={
            isOfDegree || scale === null || example === null
              ? t("eligibility.resultHelpDegree")
              : t("eligibility.resultHelp", { scale: scaleWords(t, { code: answers.credential, scale }), example })
          }
          dir="ltr"
          size="medium"
        />
      ) : (
        <>
          <p>{t("eligibility.noScale")}</p>
          <input type="hidden" name="result" value="" />
        </>
      )}
      <Box name="pending" label={t("eligibility.pending")} />
    </>
  )
}
