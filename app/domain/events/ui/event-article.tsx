import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import type { Language } from "#app/locales/languages.ts"
import { Band } from "#app/ui/band.tsx"
import { listed } from "#app/ui/listed.ts"
import type { EventView } from "../event-queries.server.ts"
import { EventBadges } from "./event-badges.tsx"
import { EventTimes, type Home } from "./event-times.tsx"

type Props = { event: EventView; home: Home | null; language: Language; tools: ReactNode; children: ReactNode }

/** The page of an event, from its band to what awaits the reader; `tools` stand below its facts, the rest below the text. */
export function EventArticle({ event, home, language, tools, children }: Props) {
  const { t } = useTranslation()
  const place = listed(
    t,
    [event.venue, event.country?.name ?? ""].filter((part) => part !== ""),
  )
  const facts = [
    [t("events.when"), <EventTimes key="when" event={event} home={home} language={language} />],
    [t("events.where"), event.kind === "online" ? t("events.linkLater") : <bdi key="where">{place}</bdi>],
    [t("events.who"), <bdi key="who">{t(`common.university.${event.owner}`)}</bdi>],
  ] as const
  return (
    <article className="page">
      <Band owner={event.owner} />
      <p className="crumb">
        <a href={`/${language}/events`}>{t("events.crumb")}</a>
      </p>
      <span className="st announced">{t(`events.kind.${event.kind}`)}</span> <EventBadges event={event} />
      <h1>{event.title}</h1>
      <p className="lead">{event.summary}</p>
      {event.isSample ? <p className="note">{t("events.sample")}</p> : null}
      <dl className="facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {tools}
      <h2>{t("events.about")}</h2>
      {event.about.map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
      {children}
    </article>
  )
}
