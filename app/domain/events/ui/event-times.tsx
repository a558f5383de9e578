import { useTranslation } from "react-i18next"
import type { Language } from "#app/locales/languages.ts"
import { momentText, moroccoZone } from "#app/ui/moment.ts"
import type { EventCard } from "../event-queries.server.ts"
import { EventMoment } from "./event-moment.tsx"

/** A country with its clock. */
export type Home = { code: string; name: string; zone: string }

/** When, by Morocco's clock, by that of the place, and by the reader's own when it is known or there is a script. */
export function EventTimes({ event, home, language }: { event: EventCard; home: Home | null; language: Language }) {
  const { t } = useTranslation()
  const { startsAt } = event
  const there = event.country === null || event.zone === moroccoZone ? null : { ...event.country, zone: event.zone }
  const yours = home === null || home.zone === moroccoZone || home.code === there?.code ? null : home
  return (
    <>
      <b>{t("events.inMorocco")}</b> <EventMoment event={event} zone={moroccoZone} language={language} />
      {[there, yours].map((clock) =>
        clock === null ? null : (
          <span key={clock.code}>
            <br />
            <b>{t("events.inCountry", { country: clock.name })}</b> <EventMoment event={event} zone={clock.zone} language={language} />
          </span>
        ),
      )}
      {event.phase === "coming" && home === null ? (
        <span hidden>
          <br />
          <time dateTime={startsAt.toISOString()} data-here={t("site.programme.here", { moment: "…" })}>
            {momentText(language, startsAt, "UTC")} UTC
          </time>
        </span>
      ) : null}
    </>
  )
}
