import { useTranslation } from "react-i18next"
import type { Language } from "#app/locales/languages.ts"
import { Band } from "#app/ui/band.tsx"
import type { EventCard as Card } from "../event-queries.server.ts"
import { EventBadges } from "./event-badges.tsx"
import { EventTimes, type Home } from "./event-times.tsx"
import { listed } from "#app/ui/listed.ts"

/** An event in a list. */
export function EventCard({ event, home, language }: { event: Card; home: Home | null; language: Language }) {
  const { t } = useTranslation()
  const place = event.kind === "online" ? t("events.online") : listed(t, [event.venue, event.country?.name ?? ""])
  return (
    <li className="card">
      <Band owner={event.owner} />
      <EventBadges event={event} />
      <h2>
        <a href={`/${language}/events/${event.slug}${home === null ? "" : `?country=${home.code}`}`}>{event.title}</a>
      </h2>
      <p className="where">
        {t(`common.universityShort.${event.owner}`)} · <bdi>{place}</bdi>
      </p>
      <p>{event.summary}</p>
      <p className="date">
        <EventTimes event={event} home={home} language={language} />
      </p>
    </li>
  )
}
