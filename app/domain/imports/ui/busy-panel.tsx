import { useEffect } from "react"
import { useTranslation } from "react-i18next"
import { useRevalidator } from "react-router"
import { Panel, VerbButton } from "#app/ui/desk-parts.tsx"

type Props = {
  id: string
  state: "mapped" | "running" | "undoing"
  done: number
  doneText: string
  /** How many there are in all; null while nobody knows. */
  rows: number | null
  mayStop: boolean
}

const lookEveryMs = 1_000

/** What a job is busy with, and how far it has come; the page looks again by itself. */
export function BusyPanel({ id, state, done, doneText, rows, mayStop }: Props) {
  const { t } = useTranslation()
  const { revalidate } = useRevalidator()
  useEffect(() => {
    const looking = setInterval(() => void revalidate(), lookEveryMs)
    return () => clearInterval(looking)
  }, [revalidate])
  return (
    <Panel title={t(`imports.busy.${state}`)} tone="saffron" isWide>
      <progress
        className="busy-bar"
        aria-label={t(`states.import.${state}`)}
        {...(rows === null ? {} : { value: Math.min(done, rows), max: rows })}
      />
      <p className="quiet" role="status">
        {rows === null ? t("imports.busy.checked", { count: done }) : t("imports.busy.rows", { count: rows, done: doneText })}
      </p>
      {mayStop ? (
        <VerbButton action={`/desk/imports/${id}/undo`} back={`/desk/imports/${id}`} look="warn">
          {t("imports.busy.stop")}
        </VerbButton>
      ) : null}
    </Panel>
  )
}
