import { useTranslation } from "react-i18next"
import { listComingEvents } from "#app/domain/events/event-queries.server.ts"
import { countryOptions, readHome } from "#app/domain/events/read-home.ts"
import { ClockForm } from "#app/domain/events/ui/clock-form.tsx"
import { EventCard } from "#app/domain/events/ui/event-card.tsx"
import { ctxOf } from "#app/platform/http.server.ts"
import { listed } from "#app/ui/listed.ts"
import type { Route } from "./+types/events"

export async function loader({ request, context }: Route.LoaderArgs) {
  const ctx = ctxOf(context)
  const { home, unknown } = readHome(new URL(request.url), ctx.language)
  const events = await listComingEvents(ctx, { country: home?.code ?? null })
  return { language: ctx.language, home, unknown, events, countries: countryOptions(ctx.language) }
}

export default function Events({ loaderData: { language, home, unknown, events, countries } }: Route.ComponentProps) {
  const { t } = useTranslation()
  return (
    <div className="page">
      <title>{`${t("events.title")} · ${t("common.name")}`}</title>
      <meta name="description" content={t("events.description")} />
      <h1>{t("events.title")}</h1>
      <p className="lead">{t("events.lead")}</p>
      {unknown.length === 0 ? null : <p className="note">{t("site.programmes.unknown", { words: listed(t, unknown) })}</p>}
      <ClockForm
        label={t("events.country")}
        button={t("events.show")}
        countries={countries}
        value={home?.code ?? null}
        emptyLabel={t("events.all")}
      />
      {home === null ? <p className="quiet-text">{t("events.countryHelp")}</p> : <p>{t("events.shownFor", { country: home.name })}</p>}
      {events.length === 0 ? (
        <p className="note">{home === null ? t("events.none") : t("events.noneHere", { country: home.name })}</p>
      ) : null}
      <ul className="cards wide after">
        {events.map((event) => (
          <EventCard key={event.id} event={event} home={home} language={language} />
        ))}
      </ul>
      <p className="acts">
        {home === null ? null : (
          <a className="btn" href={`/${language}/events`}>
            {t("events.all")}
          </a>
        )}
        <a className="btn quiet" href={`/${language}/enquire`}>
          {t("events.ask")}
        </a>
      </p>
    </div>
  )
}
