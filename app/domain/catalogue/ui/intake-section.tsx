import { useTranslation } from "react-i18next"
import type { Language } from "#app/locales/languages.ts"
import { moneyText } from "#app/locales/money.ts"
import { dayText, momentText, moroccoZone, timeText } from "#app/ui/moment.ts"
import type { IntakeDates } from "../catalogue-queries.server.ts"
import { IntakeStatus } from "./intake-status.tsx"

/** Dates, seats and fee of each intake, in Morocco's time and in UTC, and what counts as in time. */
export function IntakeSection({ intakes, slug, language }: { intakes: readonly IntakeDates[]; slug: string; language: Language }) {
  const { t } = useTranslation()
  const first = intakes[0]
  return (
    <>
      <h2 id="dates">{t("site.programme.dates")}</h2>
      {first === undefined ? <p>{t("site.programme.announcedText")}</p> : null}
      {intakes.map((intake) => (
        <div key={intake.id} className="note">
          <p>
            <b>
              <IntakeStatus intake={intake} language={language} />
            </b>
          </p>
          <dl className="facts">
            <div>
              <dt>{t("site.programme.opens")}</dt>
              <dd>{dayText(language, intake.opensAt, moroccoZone)}</dd>
            </div>
            <div>
              <dt>{t("site.programme.closes")}</dt>
              <dd>
                {t("site.programme.closesAt", {
                  moment: momentText(language, intake.closesAt, moroccoZone),
                  utc: timeText(language, intake.closesAt, "UTC"),
                })}
                {intake.window === "closed" ? null : <ElsewhereTimes at={intake.closesAt} language={language} />}
              </dd>
            </div>
            <div>
              <dt>{t("site.programme.starts")}</dt>
              <dd>{dayText(language, intake.startsOn, "UTC")}</dd>
            </div>
            <div>
              <dt>{t("site.programme.seats")}</dt>
              <dd>{intake.seats}</dd>
            </div>
            <div>
              <dt>{t("site.programme.fee")}</dt>
              <dd>
                {intake.feeMinor === 0
                  ? t("site.programme.feeNone")
                  : t("site.programme.feeText", { amount: moneyText(language, intake.feeMinor, intake.feeCurrency) })}
              </dd>
            </div>
          </dl>
          {intake.window === "closed" ? null : (
            <p>
              <a href={`/${language}/programmes/${slug}/${intake.id}.ics`}>{t("site.programme.calendar")}</a>
            </p>
          )}
          {intake.isSample ? <p className="quiet-text">{t("site.programme.sampleDates", { year: intake.admissionYear })}</p> : null}
          {intake.window === "open" && !intake.mayBeChosen ? <p>{t("site.programme.sampleClosed")}</p> : null}
        </div>
      ))}
      {first === undefined ? null : <p className="quiet-text">{t("site.programme.inTime")}</p>}
    </>
  )
}

/** One place of each clock that African countries live by, beside Morocco's. */
const elsewhere = {
  west: "Africa/Abidjan",
  middle: "Africa/Lagos",
  south: "Africa/Johannesburg",
  north: "Africa/Cairo",
  east: "Africa/Nairobi",
  islands: "Indian/Mauritius",
} as const

/** The same moment where readers live; a browser with scripts adds its own time. */
function ElsewhereTimes({ at, language }: { at: Date; language: Language }) {
  const { t } = useTranslation()
  const places = [
    { names: t("site.programme.places.west"), zone: elsewhere.west },
    { names: t("site.programme.places.middle"), zone: elsewhere.middle },
    { names: t("site.programme.places.south"), zone: elsewhere.south },
    { names: t("site.programme.places.north"), zone: elsewhere.north },
    { names: t("site.programme.places.east"), zone: elsewhere.east },
    { names: t("site.programme.places.islands"), zone: elsewhere.islands },
  ]
  return (
    <>
      <p hidden>
        <time dateTime={at.toISOString()} data-here={t("site.programme.here", { moment: "…" })}>
          {momentText(language, at, "UTC")} UTC
        </time>
      </p>
      <details>
        <summary>{t("site.programme.elsewhere")}</summary>
        <ul>
          {places.map(({ names, zone }) => (
            <li key={zone}>
              {names}: {momentText(language, at, zone)}
            </li>
          ))}
        </ul>
      </details>
    </>
  )
}
