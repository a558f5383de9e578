import { useTranslation } from "react-i18next"
import { Key } from "./desk-parts.tsx"

type Props = {
  formId: string
  action: string
  query: string
  count: number
  /** How many the whole view has, in words; null where the rows that are shown are all. */
  all: string | null
  clear(): void
}

/** How many are ticked, and the way to do something with them, or with all of the view. Shown by the style sheet once a row is ticked. */
export function TickBar({ formId, action, query, count, all, clear }: Props) {
  const { t } = useTranslation()
  return (
    <form id={formId} method="post" action={action} className="tick-bar">
      <input type="hidden" name="query" value={query} />
      <span role="status">{count === 0 ? "" : t("triage.select.count", { count })}</span>
      <button type="submit" className="act go" data-key={count === 0 ? undefined : "b"} aria-keyshortcuts="b">
        {t("triage.select.go")} <Key>b</Key>
      </button>
      {all === null ? null : (
        <button type="submit" name="all" value="1" className="act plain">
          {t("triage.select.view", { all })}
        </button>
      )}
      <button type="button" className="act plain" onClick={clear}>
        {t("triage.select.clear")}
      </button>
    </form>
  )
}
