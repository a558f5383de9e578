import { useTranslation } from "react-i18next"
import { type Option, PostForm, SelectField, Submit, TextArea } from "#app/ui/form.tsx"
import type { FormReply } from "#app/ui/sentence.ts"

type Props = {
  reply: FormReply | undefined
  /** The list that was shown last. */
  text?: string
  country: string
  language: string
  countries: readonly Option[]
  languages: readonly Option[]
  /** How many people a list may hold. */
  max: number
}

/** Asks for a list of who came, as a file or as pasted cells. It posts to its own page, which shows what the list would do. */
export function ImportForm({ reply, text = "", country, language, countries, languages, max }: Props) {
  const { t } = useTranslation()
  const labels = {
    file: t("deskEvents.import.file"),
    list: t("deskEvents.import.list"),
    country: t("deskEvents.import.country"),
    language: t("deskEvents.import.language"),
  }
  return (
    <PostForm reply={reply} labels={labels} className="lone-form import-form" isUpload>
      <p>{t("deskEvents.import.help")}</p>
      <div className="field">
        <label htmlFor="f-file">{labels.file}</label>
        <p className="help" id="h-file">
          {t("deskEvents.import.fileHelp", { max })}
        </p>
        <input type="file" id="f-file" name="file" accept=".csv,.tsv,.txt,text/csv" aria-describedby="h-file" />
      </div>
      <TextArea name="list" label={labels.list} help={t("deskEvents.import.listHelp")} value={text} rows={8} />
      <div className="form-row">
        <SelectField name="country" label={labels.country} help={t("deskEvents.import.countryHelp")} options={countries} value={country} />
        <SelectField
          name="language"
          label={labels.language}
          help={t("deskEvents.import.languageHelp")}
          options={languages}
          value={language}
        />
      </div>
      <p>
        <Submit isQuiet={text !== ""}>{t("deskEvents.import.check")}</Submit>
      </p>
    </PostForm>
  )
}
