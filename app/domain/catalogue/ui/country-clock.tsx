import { useTranslation } from "react-i18next"
import type { Language } from "#app/locales/languages.ts"
import { dayText, moroccoZone } from "#app/ui/moment.ts"
import type { ClockDifference } from "../clock-differences.ts"

type Props = { zone: string; differences: readonly ClockDifference[]; language: Language }

const twoDigits = (value: number) => String(value).padStart(2, "0")
const hourText = (minutes: number) => `${Math.floor(minutes / 60)}:${twoDigits(minutes % 60)}`
/** Noon in Morocco by another clock: nowhere in Africa it is another day then. */
const noonThere = ({ aheadOfMorocco }: ClockDifference) => hourText(12 * 60 + aheadOfMorocco)

function utcText({ aheadOfUtc }: ClockDifference): string {
  const minutes = Math.abs(aheadOfUtc)
  return `UTC${aheadOfUtc < 0 ? "−" : "+"}${minutes % 60 === 0 ? minutes / 60 : hourText(minutes)}`
}

/** How the clock of a country stands to Morocco's, for the year to come. */
export function CountryClock({ zone, differences, language }: Props) {
  const { t } = useTranslation()
  const stand = (difference: ClockDifference) => (
    <>
      {difference.aheadOfMorocco === 0 ? t("countries.clock.same") : t("countries.clock.noon", { time: noonThere(difference) })} (
      <bdi dir="ltr">{utcText(difference)}</bdi>)
    </>
  )
  const day = (instant: Date) => dayText(language, instant, moroccoZone)
  const [first, ...later] = differences
  if (first === undefined) return null
  return (
    <>
      <p>
        {stand(first)}. {t("countries.clock.zone")} <bdi dir="ltr">{zone}</bdi>.
      </p>
      {later.map((difference) => (
        <p key={String(difference.from)}>
          {difference.from === null ? null : t("countries.clock.from", { day: day(difference.from) })} {stand(difference)}.
        </p>
      ))}
      <p className="quiet-text">{t("countries.clock.decree")}</p>
    </>
  )
}
