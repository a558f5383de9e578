import { useTranslation } from "react-i18next"
import type { Language } from "#app/locales/languages.ts"
import { moneyText } from "#app/locales/money.ts"

type Cost = {
  amountMinor: number
  amountMaxMinor?: number
  currency: string
  per: "credit" | "semester" | "year" | "once"
  asOf: string
  isDated: boolean
}

/** An amount, or a range, and what it is for: "3,360 MAD per credit". */
export function CostAmount({ cost, language }: { cost: Cost; language: Language }) {
  const { t } = useTranslation()
  const from = moneyText(language, cost.amountMinor, cost.currency)
  const amount =
    cost.amountMaxMinor === undefined
      ? from
      : t("site.programme.upTo", { from, to: moneyText(language, cost.amountMaxMinor, cost.currency) })
  return (
    <>
      <bdi>{amount}</bdi> {t(`catalogue.per.${cost.per}`)}
    </>
  )
}

/** The year an amount held in, or the year an undated page was read. */
export function CostYear({ cost }: { cost: Cost }) {
  const { t } = useTranslation()
  return <>{cost.isDated ? <bdi>{cost.asOf}</bdi> : t("site.programme.undated", { year: cost.asOf })}</>
}
