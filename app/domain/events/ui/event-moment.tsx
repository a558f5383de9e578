import { useTranslation } from "react-i18next"
import type { Language } from "#app/locales/languages.ts"
import { dayText, isSameDay, momentText, timeText } from "#app/ui/moment.ts"

/** From when to when, by one clock; the day once where it is one. */
export function EventMoment({ event, zone, language }: { event: { startsAt: Date; endsAt: Date }; zone: string; language: Language }) {
  const { t } = useTranslation()
  const { startsAt, endsAt } = event
  if (!isSameDay(startsAt, endsAt, zone))
    return <>{t("events.from", { start: momentText(language, startsAt, zone), end: momentText(language, endsAt, zone) })}</>
  const times = { start: timeText(language, startsAt, zone), end: timeText(language, endsAt, zone) }
  return <>{t("events.atOnce", { day: dayText(language, startsAt, zone), ...times })}</>
}
