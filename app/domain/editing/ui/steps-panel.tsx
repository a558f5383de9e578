import { useTranslation } from "react-i18next"
import { Panel, VerbButton } from "#app/ui/desk-parts.tsx"
import type { ThingStanding } from "../version-states.ts"

type Props = {
  /** The thing at the desk: its verbs stand below it; and the page with its form. */
  path: string
  form: string
  number: number
  standing: ThingStanding
  saved: { name: string; moment: string } | null
  reviewed: { name: string; moment: string } | null
  isUnfinished: boolean
  /** Readers have it now, in whatever form. */
  isShown: boolean
  mayPublish: boolean
  /** Whether it can be taken away from readers, or put aside before they ever had it. */
  mayArchive: boolean
  /** What publishing does beside changing what readers see: who is told. */
  warning: string | null
  /** What publishing would change for readers, one line each. */
  changes: readonly string[]
}

/** Where a thing is on its way to readers, what publishing changes for them, and the next step. */
export function StepsPanel({
  path,
  form,
  number,
  standing,
  saved,
  reviewed,
  isUnfinished,
  isShown,
  mayPublish,
  mayArchive,
  warning,
  changes,
}: Props) {
  const { t } = useTranslation()
  const isOpen = standing === "draft" || standing === "reviewed"
  const values = { number: String(number) }
  return (
    <>
      <Panel title={t("editing.steps.title")} tone={isOpen ? "saffron" : "plain"}>
        <p>{saved === null ? t("editing.steps.first") : t("editing.steps.by", { number, ...saved })}</p>
        {reviewed === null ? null : <p>{t("editing.steps.reviewedBy", reviewed)}</p>}
        {standing === "published" ? <p>{t("editing.steps.nothing")}</p> : null}
        {standing === "archived" ? <p>{t("editing.steps.archivedText")}</p> : null}
        {standing === "draft" ? <p>{isUnfinished ? t("editing.steps.unfinished") : t("editing.steps.toReview")}</p> : null}
        {standing === "reviewed" && !mayPublish ? <p>{t("editing.steps.toPublish")}</p> : null}
        {isOpen && mayPublish ? (
          <div className="acts">
            {standing === "draft" && !isUnfinished ? (
              <VerbButton action={`${path}/review`} back={form} values={values} look="go">
                {t("editing.steps.review")}
              </VerbButton>
            ) : null}
            {standing === "reviewed" ? (
              <VerbButton action={`${path}/publish`} back={form} values={values} look="go">
                {t("editing.steps.publish")}
              </VerbButton>
            ) : null}
          </div>
        ) : null}
        {mayArchive && standing !== "archived" ? (
          <details className="closing">
            <summary className="act link">{isShown ? t("editing.steps.archive") : t("editing.steps.putAside")}</summary>
            <p className="quiet">{t("editing.steps.archiveText")}</p>
            <VerbButton action={`${path}/archive`} back={form} values={values} look="warn">
              {isShown ? t("editing.steps.archive") : t("editing.steps.putAside")}
            </VerbButton>
          </details>
        ) : null}
      </Panel>
      {isOpen ? (
        <Panel title={t("editing.change.title")}>
          {warning === null ? null : <p className="note">{warning}</p>}
          {changes.length === 0 ? (
            <p>{t("editing.change.none")}</p>
          ) : (
            <ul className="plain-list">
              {changes.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          )}
        </Panel>
      ) : null}
    </>
  )
}
