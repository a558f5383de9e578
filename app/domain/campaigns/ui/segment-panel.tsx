import { useTranslation } from "react-i18next"
import { Form } from "react-router"
import { Facts, Panel } from "#app/ui/desk-parts.tsx"
import type { Segment } from "../segment.ts"

type Ticks = { name: "countries" | "languages" | "levels" | "stages"; options: readonly { value: string; label: string }[] }

/** Who it is for: ticks while it is a draft, words afterwards. */
export function SegmentPanel({
  campaignId,
  segment,
  ticks,
  mayBuild,
}: {
  campaignId: string
  segment: Segment
  ticks: readonly Ticks[]
  mayBuild: boolean
}) {
  const { t } = useTranslation()
  const chosen = (name: Ticks["name"]): readonly string[] => segment[name]
  const words = ({ name, options }: Ticks) =>
    options
      .filter((option) => chosen(name).includes(option.value))
      .map((option) => option.label)
      .join(" · ")
  if (!mayBuild) {
    return (
      <Panel title={t("campaigns.segment.title")}>
        <Facts
          rows={ticks.map((tick) => [t(`campaigns.segment.${tick.name}`), words(tick) || t("campaigns.segment.everybody")] as const)}
        />
      </Panel>
    )
  }
  return (
    <Panel title={t("campaigns.segment.title")}>
      <p className="quiet">{t("campaigns.segment.help")}</p>
      <Form method="post" action={`/desk/campaigns/${campaignId}/segment`} preventScrollReset className="segment">
        {ticks.map((tick) => (
          <details key={tick.name} open={tick.name !== "countries" && tick.name !== "stages"}>
            <summary>
              <b>{t(`campaigns.segment.${tick.name}`)}</b> <span className="quiet">{words(tick) || t("campaigns.segment.everybody")}</span>
            </summary>
            <fieldset className="ticks">
              <legend className="sr">{t(`campaigns.segment.${tick.name}`)}</legend>
              {tick.options.map((option) => (
                <label key={option.value} className="pick">
                  <input type="checkbox" name={tick.name} value={option.value} defaultChecked={chosen(tick.name).includes(option.value)} />
                  <span>{option.label}</span>
                </label>
              ))}
            </fieldset>
          </details>
        ))}
        <p>
          <button type="submit" className="act plain">
            {t("campaigns.segment.save")}
          </button>
        </p>
      </Form>
    </Panel>
  )
}
