import { useTranslation } from "react-i18next"
import { Facts, Panel } from "#app/ui/desk-parts.tsx"

type Touch = { enquiryId: string; at: string; source: string; kind: string; utm: Record<string, string>; referrer: string }

const kinds = ["form", "event", "import", "kiosk", "api"] as const

/** What brought somebody the first time and the last, as far as an address or a code says it. */
export function SourcePanel({ touches }: { touches: { first: Touch; last: Touch } | null }) {
  const { t } = useTranslation()
  if (touches === null) return <Panel title={t("sources.from.title")}>{<p className="quiet">{t("sources.from.none")}</p>}</Panel>
  const { first, last } = touches
  const isOne = first.enquiryId === last.enquiryId
  return (
    <Panel title={t("sources.from.title")}>
      <Facts
        rows={[
          [t("sources.from.first"), <TouchLines key="first" touch={first} />],
          isOne ? null : [t("sources.from.last"), <TouchLines key="last" touch={last} />],
        ]}
      />
      {isOne ? <p className="quiet">{t("sources.from.same")}</p> : null}
    </Panel>
  )
}

function TouchLines({ touch }: { touch: Touch }) {
  const { t } = useTranslation()
  const named = (["campaign", "medium", "content", "term"] as const).flatMap((key) => {
    const value = touch.utm[key]
    return value === undefined || value === "" ? [] : [t("sources.from.named", { label: t(`sources.from.${key}`), value })]
  })
  const more = [
    ...named,
    ...(touch.referrer === "" ? [] : [t("sources.from.named", { label: t("sources.from.referrer"), value: touch.referrer })]),
  ]
  return (
    <>
      <bdi>{touch.source}</bdi>
      <br />
      <small className="quiet">
        {t(`sources.from.kind.${kinds.find((kind) => kind === touch.kind) ?? "other"}`)} · {touch.at}
        {more.length === 0 ? null : (
          <>
            <br />
            <bdi>{more.join(" · ")}</bdi>
          </>
        )}
      </small>
    </>
  )
}
