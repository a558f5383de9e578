import { useTranslation } from "react-i18next"
import { Link } from "react-router"
import { Panel, VerbButton } from "#app/ui/desk-parts.tsx"

type Props = {
  id: string
  /** Until when it may be undone; null when it may not, or has been. */
  until: string | null
  mayUndo: boolean
  isUndone: boolean
  keptCount: number
  kept: readonly { name: string; leadId: string | null }[]
}

/** The way back from an import, and who stayed when it was taken. */
export function UndoPanel({ id, until, mayUndo, isUndone, keptCount, kept }: Props) {
  const { t } = useTranslation()
  if (!isUndone)
    return (
      <Panel title={t("imports.undo.title")} isWide>
        {until === null ? <p className="quiet">{t("imports.undo.late")}</p> : <p>{t("imports.undo.help", { until })}</p>}
        {mayUndo && until !== null ? (
          <VerbButton action={`/desk/imports/${id}/undo`} back={`/desk/imports/${id}`} look="warn">
            {t("imports.undo.now")}
          </VerbButton>
        ) : null}
      </Panel>
    )
  return (
    <Panel title={t("states.import.undone")} isWide>
      <p>{keptCount === 0 ? t("imports.undo.undone") : t("imports.undo.kept", { count: keptCount })}</p>
      {kept.length === 0 ? null : (
        <ul className="plain-list">
          {kept.map(({ name, leadId }) => (
            <li key={leadId ?? name}>
              {leadId === null ? <bdi>{name}</bdi> : <Link to={`/desk/leads/${leadId}`}>{<bdi>{name}</bdi>}</Link>}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}
