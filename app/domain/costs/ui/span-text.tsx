import { useTranslation } from "react-i18next"
import type { Language } from "#app/locales/languages.ts"
import { moneyText } from "#app/locales/money.ts"
import type { Span } from "../year-costs.ts"

/** Amounts of dirhams with the same in the reader's currency, worked out on the server. */
export type BothSpans = { mad: Span; own: Span | null }

type Props = { spans: BothSpans; currency: string | null; language: Language }

/** An amount or two ends of one, in dirhams, and below in the reader's currency. */
export function SpanText({ spans: { mad, own }, currency, language }: Props) {
  const { t } = useTranslation()
  const text = ({ least, most }: Span, code: string) =>
    least === most
      ? moneyText(language, least, code)
      : t("costs.span", { from: moneyText(language, least, code), to: moneyText(language, most, code) })
  return (
    <>
      <bdi>{text(mad, "MAD")}</bdi>
      {own === null || currency === null ? null : (
        <span className="quiet-text">
          <br />
          <bdi>{text(own, currency)}</bdi>
        </span>
      )}
    </>
  )
}
