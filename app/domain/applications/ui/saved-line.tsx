import { useTranslation } from "react-i18next"
import type { Language } from "#app/locales/languages.ts"
import { dayText, isSameDay, timeText } from "#app/ui/moment.ts"

/** "Saved at 14:05", by the candidate's clock; with its day when that is another. */
export function SavedLine({ language, savedAt, now, zone }: { language: Language; savedAt: Date | null; now: Date; zone: string }) {
  const { t } = useTranslation()
  if (savedAt === null) return null
  const time = timeText(language, savedAt, zone)
  return (
    <span className="saved" role="status">
      {isSameDay(savedAt, now, zone) ? t("apply.savedAt", { time }) : t("apply.savedOn", { time, day: dayText(language, savedAt, zone) })}
    </span>
  )
}
