import { useTranslation } from "react-i18next"
import { findEntrance, findEvent } from "#app/domain/events/event-queries.server.ts"
import { EventTimes } from "#app/domain/events/ui/event-times.tsx"
import { readThanks } from "#app/domain/leads/enquiry-thanks.server.ts"
import { ctxOf, notFoundUnless } from "#app/platform/http.server.ts"
import { Khatim } from "#app/ui/khatim.tsx"
import type { Route } from "./+types/event-thanks"

/** Holds nothing of a person. The link of the session is shown to whoever holds a reference that made an RSVP to it. */
export async function loader({ request, params, context }: Route.LoaderArgs) {
  const ctx = ctxOf(context)
  const event = notFoundUnless(await findEvent(ctx, params.slug))
  const { reference, answeredBy } = readThanks(new URL(request.url))
  const entrance = reference === null ? null : await findEntrance(ctx, { slug: params.slug, reference })
  return { language: ctx.language, event, answeredBy, reference, link: entrance?.link ?? "" }
}

export default function EventThanks({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation()
  const { language, event, answeredBy, reference, link } = loaderData
  return (
    <div className="page">
      <title>{`${t("events.thanks.title")} · ${t("common.name")}`}</title>
      <meta name="robots" content="noindex" />
      <h1>{t("events.thanks.title")}</h1>
      <p className="lead">{event.title}</p>
      {event.isSample ? <p className="note">{t("events.sample")}</p> : null}
      <p className="done">
        <EventTimes event={event} home={null} language={language} />
        {link === "" ? null : (
          <>
            <br />
            {t("events.thanks.link")}{" "}
            <a href={link} dir="ltr" rel="noreferrer">
              {link}
            </a>
          </>
        )}
      </p>
      {reference === null ? null : (
        <p>
          {t("enquire.thanks.reference")} <b className="ltr reference">{reference}</b>
        </p>
      )}
      <h2>{t("enquire.thanks.mailNext")}</h2>
      <ol className="route">
        <li className="next">
          <Khatim size={26} />
          {t(`events.thanks.${answeredBy}`)}
        </li>
        {answeredBy === "mail" ? (
          <li className="ahead">
            <Khatim size={26} />
            {t("events.thanks.reminders")}
          </li>
        ) : null}
        <li className="ahead">
          <Khatim size={26} />
          {t("events.thanks.come")}
        </li>
      </ol>
      <p className="acts">
        <a className="btn" href={`/${language}/events/${event.slug}/calendar.ics`}>
          {t("events.calendar")}
        </a>
        <a className="btn quiet" href={`/${language}/events`}>
          {t("events.toAll")}
        </a>
      </p>
    </div>
  )
}
