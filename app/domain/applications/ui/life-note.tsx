import { useTranslation } from "react-i18next"
import type { Language } from "#app/locales/languages.ts"
import { PostForm, Submit } from "#app/ui/form.tsx"
import { momentText } from "#app/ui/moment.ts"
import type { FormReply } from "#app/ui/sentence.ts"

type Props = {
  language: Language
  state: "withdrawn" | "lapsed" | "closed"
  zone: string
  /** Until when a withdrawal may be undone; null when it may not. */
  putBackUntil: Date | null
  /** The admission year that takes applications now; null when none does. */
  openYear: number | null
  /** Whether that year is another than the application's. */
  isOtherYear: boolean
  reply: FormReply | undefined
}

/** An application that is not with the universities any more, or never came to them: what that means, and the way on. */
export function LifeNote({ language, state, zone, putBackUntil, openYear, isOtherYear, reply }: Props) {
  const { t } = useTranslation()
  if (state === "withdrawn") {
    return (
      <section className="note">
        <p>{t("apply.whole.done")}</p>
        {putBackUntil === null ? null : (
          <PostForm reply={reply} labels={{}} action={`/${language}/apply/withdraw`}>
            <input type="hidden" name="undo" value="yes" />
            <p>{t("apply.whole.undoUntil", { moment: momentText(language, putBackUntil, zone) })}</p>
            <p className="acts">
              <Submit isQuiet>{t("apply.whole.undoButton")}</Submit>
            </p>
          </PostForm>
        )}
      </section>
    )
  }
  if (state === "lapsed") {
    return (
      <section className="note">
        <p>{t("apply.lapsed.lead")}</p>
        {openYear === null ? (
          <p>
            {t("apply.lapsed.nothingOpen")} <a href={`/${language}/enquire`}>{t("apply.choices.nothingAtAllLink")}</a>
          </p>
        ) : (
          <PostForm reply={reply} labels={{}}>
            <p>{t("apply.lapsed.open")}</p>
            <p className="acts">
              <Submit name="act" value="take-up">
                {t("apply.lapsed.button")}
              </Submit>
            </p>
          </PostForm>
        )}
      </section>
    )
  }
  return (
    <section className="note">
      <p>{t("apply.closed.lead")}</p>
      {openYear !== null && isOtherYear ? (
        <PostForm reply={reply} labels={{}}>
          <p className="acts">
            <Submit>{t("apply.closed.again", { year: String(openYear) })}</Submit>
          </p>
        </PostForm>
      ) : null}
    </section>
  )
}
