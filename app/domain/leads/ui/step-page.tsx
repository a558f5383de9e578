import { type ReactNode, useEffect, useRef } from "react"
import { useTranslation } from "react-i18next"
import { Link } from "react-router"
import { PostForm } from "#app/ui/form.tsx"
import type { FormReply } from "#app/ui/sentence.ts"

type Props = {
  title: string
  reply: FormReply | undefined
  labels: Record<string, string>
  /** Where to go when nothing is to be done after all, and afterwards unless `onward` says another way. */
  back: string
  onward?: string
  save: string
  /** What stands before the form and is no part of it: buttons that are forms of their own. */
  above?: ReactNode
  children: ReactNode
}

/** One step about a lead, above its panels; the first field takes the focus. */
export function StepPage({ title, reply, labels, back, onward = back, save, above, children }: Props) {
  const { t } = useTranslation()
  const section = useRef<HTMLElement>(null)
  useEffect(() => {
    const field = section.current?.querySelector<HTMLElement>("[autofocus], input:not([type=hidden]), select, textarea")
    section.current?.scrollIntoView({ block: "nearest" })
    field?.focus()
  }, [title])
  return (
    <section className="panel clay wide step-page" ref={section}>
      <h2>{title}</h2>
      {above === undefined ? null : <div className="above">{above}</div>}
      <PostForm reply={reply} labels={labels} className="lone-form">
        <input type="hidden" name="back" value={onward} />
        {children}
        <p className="acts">
          <button type="submit" className="act go">
            {save}
          </button>
          <Link to={back} className="act plain" preventScrollReset>
            {t("common.form.back")}
          </Link>
        </p>
      </PostForm>
    </section>
  )
}
