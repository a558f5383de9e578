import { useTranslation } from "react-i18next"
import { Form } from "react-router"

export type KeptView = { id: string; name: string; isShared: boolean; isOwn: boolean; byName: string }

/** Keeps the list as it is narrowed down and ordered under a name, or changes the view that it is already. */
export function ViewForm({ query, view }: { query: string; view: KeptView | null }) {
  const { t } = useTranslation()
  if (view !== null && !view.isOwn) return <p className="view-of quiet">{t("triage.views.shared", { name: view.byName })}</p>
  return (
    <details className="view-form" key={`${query} ${view?.name ?? ""}`}>
      <summary>{view === null ? t("triage.views.keep") : t("triage.views.change", { name: view.name })}</summary>
      <Form method="post" action="/desk/leads/views">
        <input type="hidden" name="query" value={query} />
        {view === null ? null : <input type="hidden" name="view" value={view.id} />}
        <label>
          {t("triage.views.name")} <input name="name" required maxLength={60} defaultValue={view?.name ?? ""} dir="auto" />
        </label>
        <label className="pick">
          <input type="checkbox" name="shared" defaultChecked={view?.isShared ?? false} /> <span>{t("triage.views.share")}</span>
        </label>
        <button type="submit" className="act go">
          {t("triage.views.save")}
        </button>
      </Form>
      {view === null ? null : (
        <Form method="post" action={`/desk/leads/views/${view.id}/drop`}>
          <button type="submit" className="act warn">
            {t("triage.views.delete")}
          </button>
        </Form>
      )}
    </details>
  )
}
