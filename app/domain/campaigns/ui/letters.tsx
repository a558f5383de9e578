import { useTranslation } from "react-i18next"
import { Form } from "react-router"
import { PostForm, Submit, TextArea, TextField } from "#app/ui/form.tsx"
import type { FormReply } from "#app/ui/sentence.ts"
import { type Language, languageFacts, languages } from "#app/locales/languages.ts"
import { mergeFields } from "../merge-fields-list.ts"

export type Letter = { subject: string; body: string; needed: number; version: string } | { subject: null; needed: number }

type Props = {
  campaignId: string
  letters: Record<Language, Letter>
  /** What a "no" was about: the language whose message was not kept, and what was typed. */
  reply: (FormReply & { language?: string }) | undefined
  mayWrite: boolean
  mayTest: boolean
}

/** The message in its languages side by side, each in its own direction, with the very mail it makes below it. */
export function Letters({ campaignId, letters, reply, mayWrite, mayTest }: Props) {
  const { t } = useTranslation()
  return (
    <section className="letters-part" aria-labelledby="letters">
      <h2 id="letters">{t("campaigns.messages.title")}</h2>
      {mayWrite ? (
        <ul className="quiet letters-help">
          <li>{t("campaigns.messages.help")}</li>
          <li>
            {t("campaigns.messages.link")} <code dir="ltr">[…](https://…)</code>
          </li>
          <li>
            {t("campaigns.messages.fields")} <code dir="ltr">{mergeFields.map((field) => `{{${field}}}`).join(" ")}</code>
          </li>
          <li>
            {t("campaigns.messages.fallback")} <code dir="ltr">{`{{country | default: "…"}}`}</code>
          </li>
        </ul>
      ) : null}
      <div className="letters">
        {languages.map((language) => (
          <LetterPanel
            key={language}
            campaignId={campaignId}
            language={language}
            letter={letters[language]}
            reply={reply?.language === language ? reply : undefined}
            mayWrite={mayWrite}
            mayTest={mayTest}
          />
        ))}
      </div>
    </section>
  )
}

type LetterProps = Omit<Props, "letters"> & { language: Language; letter: Letter }

function LetterPanel({ campaignId, language, letter, reply, mayWrite, mayTest }: LetterProps) {
  const { t } = useTranslation()
  const name = t(`common.languageName.${language}`)
  const isMissing = letter.subject === null && letter.needed > 0
  const labels = { [`subject-${language}`]: t("campaigns.messages.subject"), [`body-${language}`]: t("campaigns.messages.body") }
  return (
    <article className={isMissing ? "panel saffron letter" : "panel letter"} aria-label={name}>
      <header>
        <h3>
          <span lang={language}>{languageFacts[language].name}</span>{" "}
          {isMissing ? <span className="tag late">{t("campaigns.messages.missing")}</span> : null}
        </h3>
        {letter.needed > 0 ? <small className="quiet">{t("campaigns.messages.needed", { count: letter.needed })}</small> : null}
      </header>
      {mayWrite ? (
        <PostForm reply={reply} labels={labels} className="lone-form">
          <input type="hidden" name="language" value={language} />
          <div lang={language} dir={languageFacts[language].direction} className="letter-fields">
            <TextField name={`subject-${language}`} label={labels[`subject-${language}`]} value={letter.subject ?? ""} />
            <TextArea
              name={`body-${language}`}
              label={labels[`body-${language}`]}
              value={letter.subject === null ? "" : letter.body}
              rows={10}
            />
          </div>
          <p>
            <Submit isQuiet={!isMissing}>{t("campaigns.messages.save", { language: name })}</Submit>
          </p>
        </PostForm>
      ) : null}
      {letter.subject === null ? (
        <p className="quiet">{t("campaigns.messages.noPreview", { language: name })}</p>
      ) : (
        <>
          <iframe
            className="mail-frame"
            title={t("campaigns.messages.preview", { language: name })}
            src={`/desk/campaigns/${campaignId}/preview/${language}?v=${letter.version}`}
            sandbox=""
          />
          {mayTest ? (
            <Form method="post" action={`/desk/campaigns/${campaignId}/test/${language}`} className="verb" preventScrollReset>
              <button type="submit" className="act plain">
                {t("campaigns.messages.test")}
              </button>
            </Form>
          ) : null}
        </>
      )}
    </article>
  )
}
