import { useTranslation } from "react-i18next"
import type { Language } from "#app/locales/languages.ts"
import { dayText, moroccoZone, timeText } from "#app/ui/moment.ts"

type Intake = { opensAt: Date; closesAt: Date; isSample: boolean; window: "later" | "open" | "closed" }

/** Where an intake stands, in one sentence with its date in Morocco. Beside a badge that says "sample" it may be short. */
export function IntakeStatus({ intake, language, isShort = false }: { intake: Intake; language: Language; isShort?: boolean }) {
  const { t } = useTranslation()
  const moment = intake.window === "later" ? intake.opensAt : intake.closesAt
  const values = { day: dayText(language, moment, moroccoZone), time: timeText(language, moment, moroccoZone) }
  return (
    <>{t(intake.isSample && !isShort ? `site.programme.status.${intake.window}` : `site.programme.statusReal.${intake.window}`, values)}</>
  )
}
