import { useTranslation } from "react-i18next"
import { resultText } from "#app/locales/result-text.ts"
import { Box, Choices, SelectField, Submit, TextField } from "#app/ui/form.tsx"
import { exampleOn, openScales } from "../../catalogue/result-scales.ts"
import { isScaleKey } from "../../catalogue/scales.ts"

type Props = {
  kind: "secondary" | "degree"
  /** The credentials of the country; none for a degree, or elsewhere. */
  credentials: readonly { code: string; name: string; scale: string }[]
  given: { code: string; words: string; institution: string; year: number | null; scale: string; result: string; isPending: boolean } | null
  /** Value of "another diploma, in my words". */
  another: string
}

/** The fields of one credential. Its scale follows from the country's list; for any other paper the candidate names it. */
export function CredentialFields({ kind, credentials, given, another }: Props) {
  const { t, i18n } = useTranslation()
  const hasList = credentials.length > 0
  const only = credentials.length === 1 ? credentials[0] : undefined
  const code = given === null ? only?.code : given.code === "" ? another : given.code
  const scale = only?.scale ?? ""
  const example = exampleOn(scale)
  return (
    <>
      {hasList ? (
        <Choices
          kind="radio"
          name="code"
          label={t("apply.education.which")}
          values={code === undefined ? [] : [code]}
          options={[
            ...credentials.map((credential) => ({
              value: credential.code,
              label: credential.name,
              help: isScaleKey(credential.scale) ? t(`catalogue.scale.${credential.scale}`) : undefined,
            })),
            { value: another, label: t("apply.education.another") },
          ]}
        />
      ) : null}
      <TextField
        name="words"
        label={
          kind === "degree" ? t("apply.education.degreeWords") : hasList ? t("apply.education.wordsIfAnother") : t("apply.education.words")
        }
        help={kind === "degree" ? t("apply.education.degreeWordsHelp") : t("apply.education.wordsHelp")}
        value={given?.words}
        isOptional={hasList}
      />
      <TextField
        name="institution"
        label={kind === "degree" ? t("apply.education.institution") : t("apply.education.school")}
        value={given?.institution}
      />
      <TextField
        name="year"
        inputMode="numeric"
        dir="ltr"
        size="short"
        label={t("apply.education.year")}
        help={t("apply.education.yearHelp")}
        value={given?.year}
      />
      <SelectField
        name="scale"
        label={hasList ? t("apply.education.scaleIfAnother") : t("apply.education.scale")}
        value={given !== null && given.code === "" ? given.scale : null}
        options={openScales.map((open) => ({ value: open, label: t(`apply.education.scales.${open}`) }))}
        isOptional={hasList}
      />
      <TextField
        name="result"
        dir="ltr"
        size="medium"
        label={t("apply.education.result")}
        help={
          example !== null && isScaleKey(scale)
            ? t("apply.education.resultHelp", { scale: t(`catalogue.scale.${scale}`), example })
            : t("apply.education.resultHelpOpen")
        }
        value={given === null ? undefined : resultText(i18n.language, given.result)}
      />
      <Box name="isPending" label={t("apply.education.isPending")} isChecked={given?.isPending ?? false} />
      <p className="acts thumb">
        <Submit>{t("common.form.save")}</Submit>
      </p>
    </>
  )
}
