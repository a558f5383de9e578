import { useTranslation } from "react-i18next"
import { Form, Link } from "react-router"
import { Key } from "#app/ui/desk-parts.tsx"

type Props = {
  state: string
  verb: string
  reason: string
  counts: Readonly<Record<string, number>>
  total: number
  address: string
  /** Until when the reader may take all of it back; null when they may not. */
  undoUntil: string | null
}

/** What a batch has done, or how far it is. */
export function BatchResult({ state, verb, reason, counts, total, address, undoUntil }: Props) {
  const { t } = useTranslation()
  const of = (name: string) => counts[name] ?? 0
  const isUnderWay = state === "running" || state === "undoing"
  const done = state === "running" ? total - of("waiting") : total - of("done") - of("left-out")
  return (
    <section className="panel" aria-labelledby="batch-done">
      <h2 id="batch-done">{verb}</h2>
      <p className="quiet" dir="auto">
        {reason}
      </p>
      <div role="status">
        {isUnderWay ? (
          <>
            <p>{t(state === "running" ? "triage.bulk.running" : "triage.bulk.undoing", { done, total })}</p>
            <progress value={done} max={total} aria-label={verb} />
            <p className="quiet">{t("triage.bulk.runningHelp")}</p>
          </>
        ) : null}
        {state === "done" ? <p>{t("triage.bulk.done", { count: of("done") })}</p> : null}
        {state === "undone" ? <p>{t("triage.bulk.undone", { count: of("undone") })}</p> : null}
        {state === "done" && of("left-out") > 0 ? <p>{t("triage.bulk.left", { count: of("left-out") })}</p> : null}
        {state === "undone" && of("kept") > 0 ? <p>{t("triage.bulk.kept", { count: of("kept") })}</p> : null}
      </div>
      {isUnderWay ? (
        <p>
          <Link to={address} className="act" data-key="r" aria-keyshortcuts="r">
            {t("triage.bulk.refresh")} <Key>r</Key>
          </Link>
        </p>
      ) : null}
      {undoUntil === null ? null : (
        <Form method="post" action={`${address}/undo`} className="acts">
          <button type="submit" className="act warn" data-key="u" aria-keyshortcuts="u">
            {t("triage.bulk.undo")} <Key>u</Key>
          </button>
          <span className="quiet">{t("triage.bulk.undoUntil", { when: undoUntil })}</span>
        </Form>
      )}
    </section>
  )
}
