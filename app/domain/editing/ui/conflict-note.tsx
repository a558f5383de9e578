import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import type { FormReply } from "#app/ui/sentence.ts"

/** What somebody else saved while this was typed. */
export type Conflict = { number: number; name: string; moment: string; differences: { label: string; text: string }[] }

/**
 * The number of the version that a writer has seen: the one they were shown beside their own, else the one their form was
 * opened over, whatever was saved since; a form that is sent for the first time is of the version on the page.
 */
export function numberSeen(reply: (FormReply & { conflict?: Conflict }) | undefined, number: number): number | string {
  return reply?.conflict?.number ?? reply?.typed["version"]?.[0] ?? number
}

/** Somebody else was quicker: what they wrote where it differs, and what saving now would do. */
export function ConflictNote({ conflict }: { conflict: Conflict }) {
  const { t } = useTranslation()
  const { number, name, moment } = conflict
  const lines: ReactNode =
    conflict.differences.length === 0 ? (
      <p>{t("editing.conflict.same")}</p>
    ) : (
      <dl className="theirs">
        {conflict.differences.map(({ label, text }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd dir="auto">{text}</dd>
          </div>
        ))}
      </dl>
    )
  return (
    <section className="problems" role="alert">
      <h2>{t("editing.conflict.title", { name, number, moment })}</h2>
      <p>{t("editing.conflict.text")}</p>
      {lines}
      <p>{t("editing.conflict.over")}</p>
    </section>
  )
}
