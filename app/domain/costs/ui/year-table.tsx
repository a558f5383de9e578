import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import type { CostKind } from "#app/domain/catalogue/catalogue-texts.ts"
import { SchemePays } from "#app/domain/catalogue/ui/scheme-pays.tsx"
import { CostAmount, CostYear } from "#app/domain/catalogue/ui/cost-amount.tsx"
import type { CostLine, PayingScheme } from "#app/domain/catalogue/catalogue-queries.server.ts"
import type { Language } from "#app/locales/languages.ts"
import { SpanText, type BothSpans } from "./span-text.tsx"

type Props = {
  lines: readonly { cost: CostLine; year: BothSpans }[]
  toConfirm: readonly CostKind[]
  total: BothSpans
  /** The schemes ticked, and what stays when they pay; null when none is ticked. */
  schemes: readonly PayingScheme[]
  net: BothSpans | null
  month: BothSpans
  currency: string | null
  language: Language
}

/** One year, item by item: what is known with its year, what is not, what schemes take off, and what stays. */
export function YearTable({ lines, toConfirm, total, schemes, net, month, currency, language }: Props) {
  const { t } = useTranslation()
  const money = (spans: BothSpans) => <SpanText spans={spans} currency={currency} language={language} />
  const row = (key: string, title: ReactNode, amount: ReactNode) => (
    <tr key={key}>
      <th scope="row">{title}</th>
      <td>{amount}</td>
    </tr>
  )
  const schemeName = ({ title, asOf }: PayingScheme) => (
    <>
      {t("costs.pays", { scheme: title })}
      <span className="quiet-text">
        <br />
        {t("site.scholarships.asOf", { year: asOf })}
      </span>
    </>
  )
  const isSpread = net !== null && net.mad.least !== net.mad.most && schemes.length > 0
  return (
    <>
      <table className="plain">
        <thead>
          <tr>
            <th scope="col">{t("costs.item")}</th>
            <th scope="col">{t("costs.amount")}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ cost, year }) =>
            row(
              cost.item,
              <>
                {cost.item}
                <span className="quiet-text">
                  <br />
                  {cost.per === "year" ? null : (
                    <>
                      <CostAmount cost={cost} language={language} /> ·{" "}
                    </>
                  )}
                  <a href={cost.source} rel="noreferrer">
                    <CostYear cost={cost} />
                  </a>
                </span>
              </>,
              money(year),
            ),
          )}
          {toConfirm.map((kind) => row(kind, t(`costs.kind.${kind}`), t("costs.toConfirm")))}
          {row("total", <b>{t("costs.total")}</b>, <b>{money(total)}</b>)}
          {schemes.map((scheme) => row(scheme.slug, schemeName(scheme), <SchemePays pays={scheme.pays} />))}
          {net === null ? null : row("net", <b>{t("costs.net")}</b>, <b>{money(net)}</b>)}
          {row("month", t("costs.month"), money(month))}
        </tbody>
      </table>
      <p className="quiet-text">
        {toConfirm.length === 0 ? null : `${t("costs.totalHelp")} `}
        {isSpread ? `${t("costs.spread")} ` : null}
        {t("costs.monthHelp")}
      </p>
    </>
  )
}
