import { useTranslation } from "react-i18next"
import { Panel, VerbButton } from "#app/ui/desk-parts.tsx"
import type { ThingStanding } from "../version-states.ts"

type Props = {
  /** The words of what is on its way: things of the catalogue, or rules, which are in force instead of with readers. */
  words: "editing.steps" | "eligibility.rule.steps"
  /** The thing at the desk: its verbs stand below it; and the page with its form. */
  path: string
  form: string
  number: number
  standing: ThingStanding
  saved: { name: string; moment: string } | null
  reviewed: { name: string; moment: string } | null
  /** What keeps it from being reviewed; null when nothing does. */
  unfinished: string | null
  mayPublish: boolean
  /** How it is taken away from readers, or put aside before they have it; null where it is not. */
  ending: { verb: "archive" | "put-aside"; label: string; text: string } | null
  /** What publishing does beside changing what readers see: who is told. */
  warning: string | null
  /** What publishing would change for readers, one line each. */
  changes: readonly string[]
}

/** Where a thing is on its way to readers, what publishing changes for them, and the next step. */
export function StepsPanel(props: Props) {
  const { words, path, form, number, standing, saved, reviewed, unfinished, mayPublish, ending, warning, changes } = props
  const { t } = useTranslation()
  const isOpen = standing === "draft" || standing === "reviewed"
  const values = { number: String(number) }
  return (
    <>
      <Panel title={t(`${words}.title`)} tone={isOpen ? "saffron" : "plain"}>
        <p>{saved === null ? t(`${words}.first`) : t(`${words}.by`, { number, ...saved })}</p>
        {reviewed === null ? null : <p>{t(`${words}.reviewedBy`, reviewed)}</p>}
        {standing === "published" ? <p>{t(`${words}.nothing`)}</p> : null}
        {standing === "archived" ? <p>{t(`${words}.archivedText`)}</p> : null}
        {standing === "draft" ? <p>{unfinished ?? t(`${words}.toReview`)}</p> : null}
        {standing === "reviewed" && !mayPublish ? <p>{t(`${words}.toPublish`)}</p> : null}
        {isOpen && mayPublish ? (
          <div className="acts">
            {standing === "draft" && unfinished === null ? (
              <VerbButton action={`${path}/review`} back={form} values={values} look="go">
                {t(`${words}.review`)}
              </VerbButton>
            ) : null}
            {standing === "reviewed" ? (
              <VerbButton action={`${path}/publish`} back={form} values={values} look="go">
                {t(`${words}.publish`)}
              </VerbButton>
            ) : null}
          </div>
        ) : null}
        {ending === null ? null : (
          <details className="closing">
            <summary className="act link">{ending.label}</summary>
            <p className="quiet">{ending.text}</p>
            <VerbButton action={`${path}/${ending.verb}`} back={form} values={values} look="warn">
              {ending.label}
            </VerbButton>
          </details>
        )}
      </Panel>
      {isOpen ? (
        <Panel title={t(`${words}.changes`)}>
          {warning === null ? null : <p className="note">{warning}</p>}
          {changes.length === 0 ? (
            <p>{t(`${words}.same`)}</p>
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
