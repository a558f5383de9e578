import { useTranslation } from "react-i18next"
import { Facts, Panel, VerbButton } from "#app/ui/desk-parts.tsx"

type Props = {
  id: string
  isDone: boolean
  counts: readonly { key: "rows" | "fresh" | "joined" | "suggested" | "refused" | "reduced"; count: string }[]
  /** How many rows would be taken in now; null when it is over. */
  take: number | null
  mappedTimes: number
  mayDrop: boolean
  /** How those who said yes to e-mail were asked. */
  consent: string
}

/** What will happen to the rows of a list, or what has, and the button that does it. */
export function ResultPanel({ id, isDone, counts, take, mappedTimes, mayDrop, consent }: Props) {
  const { t } = useTranslation()
  const base = `/desk/imports/${id}`
  return (
    <Panel title={t(isDone ? "imports.check.done" : "imports.check.title")} tone={isDone ? "plain" : "saffron"} isWide>
      <Facts
        rows={[
          ...counts.map(({ key, count }) => [t(`imports.check.${key}`), count] as const),
          [t("imports.consent.basis"), <bdi key="consent">{consent}</bdi>],
        ]}
      />
      {take === 0 ? <p className="wrong-why">{t("imports.check.nothing")}</p> : null}
      <div className="acts">
        {take === null || take === 0 ? null : (
          <VerbButton action={`${base}/run`} back={base} look="go" values={{ mapped: String(mappedTimes) }}>
            {t("imports.check.take", { count: take })}
          </VerbButton>
        )}
        {mayDrop ? (
          <VerbButton action={`${base}/drop`} back={base} look="warn">
            {t("imports.check.drop")}
          </VerbButton>
        ) : null}
      </div>
    </Panel>
  )
}
