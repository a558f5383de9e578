import { useTranslation } from "react-i18next"
import { EventBadges } from "#app/domain/events/ui/event-badges.tsx"
import { EventTimes } from "#app/domain/events/ui/event-times.tsx"
import { findRsvp } from "#app/domain/events/find-rsvp.server.ts"
import { withdrawRsvp } from "#app/domain/events/withdraw-rsvp.server.ts"
import { OldLink } from "#app/domain/people/ui/old-link.tsx"
import { ctxOf, redirect } from "#app/platform/http.server.ts"
import { PostForm, Submit } from "#app/ui/form.tsx"
import { listed } from "#app/ui/listed.ts"
import type { Route } from "./+types/rsvp"

export async function loader({ params, context }: Route.LoaderArgs) {
  const ctx = ctxOf(context)
  return { language: ctx.language, rsvp: await findRsvp(ctx, params.token) }
}

/** A button, not the link itself, gives the place up: mail programs open links by themselves. */
export async function action({ params, context }: Route.ActionArgs) {
  const ctx = ctxOf(context)
  await withdrawRsvp(ctx, { token: params.token })
  return redirect(`/${ctx.language}/rsvp/${params.token}`, 303)
}

export default function Rsvp({ loaderData: { language, rsvp } }: Route.ComponentProps) {
  const { t } = useTranslation()
  if (rsvp === null) return <OldLink language={language} />
  const { event, link, isComing } = rsvp
  const isOpen = event.phase === "coming" || event.phase === "running"
  return (
    <div className="page">
      <title>{`${t("events.rsvp.title")} · ${t("common.name")}`}</title>
      <meta name="robots" content="noindex" />
      <EventBadges event={event} />
      <h1>{event.title}</h1>
      {event.isSample ? <p className="note">{t("events.sample")}</p> : null}
      {isOpen ? <p className="lead">{t(isComing ? "events.rsvp.kept" : "events.rsvp.given")}</p> : null}
      {isOpen ? null : <p className="lead">{t(event.phase === "past" ? "events.closed.past" : "events.closed.cancelled")}</p>}
      <p className="done">
        <EventTimes event={event} home={null} language={language} />
        {event.kind === "online" ? null : (
          <>
            <br />
            <bdi>{listed(t, [event.venue, event.country?.name ?? ""])}</bdi>
          </>
        )}
      </p>
      {isOpen && isComing ? (
        <>
          <p className="acts">
            {link === "" ? null : (
              <a className="btn" href={link} rel="noreferrer">
                {t("events.rsvp.enter")}
              </a>
            )}
            <a className="btn quiet" href={`/${language}/events/${event.slug}/calendar.ics`}>
              {t("events.calendar")}
            </a>
          </p>
          <PostForm reply={undefined} labels={{}} className="after">
            <p className="quiet-text">{t("events.rsvp.giveUpHelp")}</p>
            <p className="acts">
              <Submit isQuiet>{t("events.rsvp.giveUp")}</Submit>
            </p>
          </PostForm>
        </>
      ) : (
        <p className="acts">
          <a className="btn" href={`/${language}/events${isOpen ? `/${event.slug}` : ""}`}>
            {t(isOpen ? "events.rsvp.again" : "events.toAll")}
          </a>
        </p>
      )}
    </div>
  )
}
