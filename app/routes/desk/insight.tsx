import { useTranslation } from "react-i18next"
import { countChoiceStates } from "#app/domain/admissions/choice-queries.server.ts"
import { choiceStates } from "#app/domain/applications/choice-states.ts"
import { countriesSorted, countryName } from "#app/domain/catalogue/countries.ts"
import { countSources } from "#app/domain/leads/lead-source.server.ts"
import { SourceTable } from "#app/domain/leads/ui/source-table.tsx"
import { countFunnel } from "#app/domain/leads/lead-funnel.server.ts"
import { leadStages } from "#app/domain/leads/lead-states.ts"
import { may, universityOf } from "#app/domain/people/permissions.ts"
import { allowedStaffOf } from "#app/platform/http.server.ts"
import { momentText, numberText } from "#app/ui/desk-dates.ts"
import { Empty } from "#app/ui/desk-parts.tsx"
import { TileMap } from "#app/ui/tile-map.tsx"
import type { Route } from "./+types/insight"

/** Sources beyond these are single links: the strongest say where outreach pays. */
const mostSources = 20

export async function loader({ context }: Route.LoaderArgs) {
  const ctx = allowedStaffOf(context, may("insight.read"))
  const { t, language } = ctx
  const university = universityOf(ctx.actor)
  const funnel = await countFunnel(ctx, university)
  const choices = await countChoiceStates(ctx, university)
  const sources = await countSources(ctx, { university, most: mostSources })
  const sum = (cells: typeof funnel) => cells.reduce((total, cell) => total + cell.count, 0)
  const total = sum(funnel)
  const number = (value: number) => numberText(value, language)
  const known = new Set(countriesSorted(language).map(({ code }) => code))
  const codes = [...new Set(funnel.map(({ country }) => (country !== null && known.has(country) ? country : null)))]
  const rows = codes
    .map((code) => {
      const cells = funnel.filter((cell) => (code === null ? cell.country === null || !known.has(cell.country) : cell.country === code))
      return {
        code: code ?? "",
        name: code === null ? t("desk.insight.elsewhere") : (countryName(code, language) ?? code),
        count: sum(cells),
        stages: leadStages.map((stage) => number(sum(cells.filter((cell) => cell.stage === stage)))),
      }
    })
    .sort((a, b) => b.count - a.count || a.name.localeCompare(b.name, language))
  const most = Math.max(1, ...rows.filter(({ code }) => code !== "").map(({ count }) => count))
  return {
    lead: t("desk.insight.lead", { university: t(`common.university.${university}`), date: momentText(ctx.now(), language) }),
    total,
    stageNames: leadStages.map((stage) => t(`states.lead.${stage}`)),
    stages: leadStages.map((stage) => {
      const count = sum(funnel.filter((cell) => cell.stage === stage))
      return { key: stage, label: t(`states.lead.${stage}`), count, text: number(count) }
    }),
    choices: choiceStates.flatMap((state) => {
      const count = choices.find((row) => row.state === state)?.count ?? 0
      return count === 0 ? [] : [{ key: state, label: t(`states.choice.desk.${state}`), count, text: number(count) }]
    }),
    tiles: countriesSorted(language).map(({ code, name }) => {
      const count = rows.find((row) => row.code === code)?.count ?? 0
      // Four tones by share of the largest; the figure itself is in the title and the table.
      return {
        code,
        title: t("desk.insight.tile", { country: name, count: number(count) }),
        tone: count === 0 ? 0 : Math.min(4, Math.max(1, Math.ceil((count / most) * 4))),
      }
    }),
    sources: sources.map((row) => ({
      key: row.source,
      name: row.name,
      counts: [row.count, row.applying, row.applied].map(number),
    })),
    rows: rows.map((row) => ({ ...row, total: number(row.count) })),
  }
}

export default function Insight({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation()
  return (
    <div className="sheet">
      <title>{`${t("desk.insight.title")} · ${t("common.name")}`}</title>
      <h1>{t("desk.insight.title")}</h1>
      <p className="lead">{loaderData.lead}</p>
      {loaderData.total === 0 ? (
        <Empty title={t("desk.insight.none")} />
      ) : (
        <>
          <div className="insight">
            <section className="panel">
              <h2>{t("desk.insight.map")}</h2>
              <p className="quiet">{t("desk.insight.mapHelp")}</p>
              <TileMap tiles={loaderData.tiles} label={t("desk.insight.map")} />
            </section>
            <div className="plain-list">
              <Bars title={t("desk.insight.stages")} rows={loaderData.stages} />
              {loaderData.choices.length === 0 ? null : <Bars title={t("desk.insight.choices")} rows={loaderData.choices} />}
            </div>
          </div>
          <SourceTable rows={loaderData.sources} />
          <h2>{t("desk.insight.map")}</h2>
          <div className="wrap">
            <table>
              <thead>
                <tr>
                  <th scope="col">{t("desk.insight.country")}</th>
                  <th scope="col" className="num">
                    {t("desk.insight.total")}
                  </th>
                  {loaderData.stageNames.map((name) => (
                    <th key={name} scope="col" className="num">
                      {name}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {loaderData.rows.map((row) => (
                  <tr key={row.code}>
                    <th scope="row">{row.name}</th>
                    <td className="num">
                      <b>{row.total}</b>
                    </td>
                    {row.stages.map((count, index) => (
                      <td key={loaderData.stageNames[index]} className="num">
                        {count}
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    </div>
  )
}

function Bars({ title, rows }: { title: string; rows: readonly { key: string; label: string; count: number; text: string }[] }) {
  const most = Math.max(1, ...rows.map(({ count }) => count))
  return (
    <section className="panel">
      <h2>{title}</h2>
      <ul className="bars">
        {rows.map((row) => (
          <li key={row.key}>
            <span>{row.label}</span>
            <meter min={0} max={most} value={row.count} aria-label={row.label} />
            <span className="num">{row.text}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
