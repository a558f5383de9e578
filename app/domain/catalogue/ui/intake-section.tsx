import { useTranslation } from "react-i18next"
import type { Language } from "#app/locales/languages.ts"
import { moneyText } from "#app/locales/money.ts"
import { dayText, momentText, moroccoZone, timeText } from "#app/ui/moment.ts"
import type { IntakeDates } from "../catalogue-queries.server.ts"
import { IntakeStatus } from "./intake-status.tsx"

/** Dates, seats and fee of each intake, in Morocco's time and in UTC, and what counts as in time. */
export function IntakeSection({ intakes, language }: { intakes: readonly IntakeDates[]; language: Language }) {
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
          {intake.isSample ? <p className="quiet-text">{t("site.programme.sampleDates", { year: intake.admissionYear })}</p> : null}
          {intake.window === "open" && !intake.mayBeChosen ? <p>{t("site.programme.sampleClosed")}</p> : null}
        </div>
      ))}
      {first === undefined ? null : <p className="quiet-text">{t("site.programme.inTime")}</p>}
    </>
  )
}
