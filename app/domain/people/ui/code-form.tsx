import { useTranslation } from "react-i18next"
import { PostForm, Submit, TextField } from "#app/ui/form.tsx"
import { Rich } from "#app/ui/rich.tsx"
import { KeptField } from "./kept-field.tsx"
import type { FormReply } from "#app/ui/sentence.ts"

type Props = {
  pending: { email: string; minutes: number; code: string | null }
  reply: FormReply | undefined
  /** Where a new code for the same address is asked for, by the field `email`. */
  again: string
  /** Where another address is typed. */
  other: string
  /** Where the code goes; the page's own address when absent. */
  action?: string
  /** What was typed before signing in. */
  kept?: string | undefined
}

/** The six digits, and help for whom they do not reach. */
export function CodeForm({ pending, reply, again, other, action, kept }: Props) {
  const { t } = useTranslation()
  const { email, minutes, code } = pending
  return (
    <>
      <title>{`${t("people.code.title")} · ${t("common.name")}`}</title>
      <h1>{t("people.code.title")}</h1>
      <p className="lead">
        <Rich text={t("people.code.sentTo", { email, minutes })} parts={[(inner) => <bdi dir="ltr">{inner}</bdi>]} />
      </p>
      {code === null ? null : (
        <p className="note warn">
          <Rich text={t("people.code.demo", { code })} parts={[(inner) => <b className="ltr">{inner}</b>]} />
        </p>
      )}
      <PostForm reply={reply} action={action} labels={{ code: t("people.code.code") }}>
        <KeptField kept={kept} />
        <TextField name="code" label={t("people.code.code")} inputMode="numeric" autoComplete="one-time-code" dir="ltr" size="short" />
        <div>
          <Submit>{t("people.code.enter")}</Submit>
        </div>
      </PostForm>
      <h2>{t("people.code.helpTitle")}</h2>
      <ul>
        <li>{t("people.code.helpSpam")}</li>
        <li>{t("people.code.helpAddress")}</li>
        <li>{t("people.code.helpNewest")}</li>
      </ul>
      <form method="post" action={again} className="acts">
        <input type="hidden" name="email" value={email} />
        <KeptField kept={kept} />
        <Submit isQuiet>{t("people.code.again")}</Submit>
        {kept === undefined ? (
          <a className="btn quiet" href={other}>
            {t("people.code.other")}
          </a>
        ) : (
          <button type="submit" className="btn quiet" formAction={`${again}&ended=yes`}>
            {t("people.code.other")}
          </button>
        )}
      </form>
    </>
  )
}
