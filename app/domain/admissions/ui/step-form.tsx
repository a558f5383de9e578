import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import { Link } from "react-router"
import { PostForm, Submit } from "#app/ui/form.tsx"
import type { FormReply } from "#app/ui/sentence.ts"

type Props = {
  id: string
  title: string
  send: string
  reply: FormReply | undefined
  labels: Record<string, string>
  children: ReactNode
}

/** What an officer says or asks about a choice: its fields, one button, and the way back. */
export function StepForm({ id, title, send, reply, labels, children }: Props) {
  const { t } = useTranslation()
  return (
    <section className="panel clay wide deciding">
      <h2>{title}</h2>
      <PostForm reply={reply} labels={labels} className="lone-form">
        {children}
        <p className="acts">
          <Submit>{send}</Submit>
          <Link to={`/desk/choices/${id}`} className="btn quiet">
            {t("desk.back")}
          </Link>
        </p>
      </PostForm>
    </section>
  )
}
