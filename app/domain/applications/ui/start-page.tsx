import { useTranslation } from "react-i18next"
import { PostForm, Submit } from "#app/ui/form.tsx"
import type { FormReply } from "#app/ui/sentence.ts"

/** What applying takes, and the one button that begins it. */
export function StartPage({ reply }: { reply: FormReply | undefined }) {
  const { t } = useTranslation()
  const title = t("apply.title")
  return (
    <>
      <title>{`${title} · ${t("common.name")}`}</title>
      <h1>{title}</h1>
      <p className="lead">{t("apply.start.lead")}</p>
      <h2>{t("apply.start.needTitle")}</h2>
      <ul className="plain">
        <li>{t("apply.start.needTime")}</li>
        <li>{t("apply.start.needFacts")}</li>
        <li>{t("apply.start.needDocuments")}</li>
        <li>{t("apply.start.needMoney")}</li>
      </ul>
      <PostForm reply={reply} labels={{}}>
        <p className="acts thumb">
          <Submit>{t("apply.start.button")}</Submit>
        </p>
      </PostForm>
    </>
  )
}
