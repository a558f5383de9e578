import { useTranslation } from "react-i18next"
import { type Language, languageFacts, languages } from "#app/locales/languages.ts"
import { TextArea, TextField } from "#app/ui/form.tsx"
import type { DraftText, TextLook } from "../draft-text.ts"

export type MarkOf = Readonly<Record<string, "missing" | "outdated">>

type Props = {
  /** The field's name; that of a language follows it: `answer-fr`. */
  name: string
  label: string
  text: DraftText | null
  base: Language | null
  marks: MarkOf
  look: TextLook
}

/** One text in its languages side by side, each in its own direction, with what is missing or was translated from another text. */
export function Tongues({ name, label, text, base, marks, look }: Props) {
  const { t } = useTranslation()
  return (
    <fieldset className="tongues">
      <legend>{label}</legend>
      {look === "paragraphs" ? <p className="help">{t("editing.help.paragraphs")}</p> : null}
      {languages.map((language) => {
        const path = `${name}-${language}`
        const mark = marks[path]
        const words = (
          <>
            <span className="sr">{label} · </span>
            <span lang={language}>{languageFacts[language].name}</span>{" "}
            {language === base ? <small className="opt">({t("editing.base")})</small> : null}
            {mark === undefined ? null : <span className={mark === "missing" ? "tag late" : "tag amber"}>{t(`editing.mark.${mark}`)}</span>}
          </>
        )
        const field = { name: path, label: words, value: text?.[language] ?? "" }
        return (
          <div key={language} className="tongue">
            <div dir={languageFacts[language].direction}>
              {look === "line" ? <TextField {...field} /> : <TextArea {...field} rows={3} />}
            </div>
            {mark === "outdated" ? (
              <label className="pick">
                <input
                  type="checkbox"
                  name="holds"
                  value={path}
                  aria-label={`${label} · ${languageFacts[language].name}: ${t("editing.holds")}`}
                />
                <span>{t("editing.holds")}</span>
              </label>
            ) : null}
          </div>
        )
      })}
    </fieldset>
  )
}

/** What the summary of problems calls the fields of a text. */
export function tongueLabels(name: string, label: string): [string, string][] {
  return languages.map((language) => [`${name}-${language}`, `${label} · ${languageFacts[language].name}`])
}
