import { useTranslation } from "react-i18next"
import { universityHome } from "#app/domain/catalogue/university-sites.ts"
import { eventData } from "#app/domain/events/event-data.ts"
import { findEvent } from "#app/domain/events/event-queries.server.ts"
import { makeRsvp } from "#app/domain/events/make-rsvp.server.ts"
import { countryOptions, readHome } from "#app/domain/events/read-home.ts"
import { ClockForm } from "#app/domain/events/ui/clock-form.tsx"
import { EventArticle } from "#app/domain/events/ui/event-article.tsx"
import { RsvpForm } from "#app/domain/events/ui/rsvp-form.tsx"
import { enquiryForm, readEnquiryAddress } from "#app/domain/leads/enquiry-form.server.ts"
import { pretendReference } from "#app/domain/leads/enquiry-thanks.server.ts"
import { ctxOf, notFoundUnless, readForm, redirect, replyProblems, replyRefusal, sendingKeyOf } from "#app/platform/http.server.ts"
import { listed } from "#app/ui/listed.ts"
import type { Route } from "./+types/event"

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const ctx = ctxOf(context)
  const { language, t } = ctx
  const event = notFoundUnless(await findEvent(ctx, params.slug))
  const owners = event.owner === "JOINT" ? (["AUI", "UM6P"] as const) : [event.owner]
  return {
    language,
    event,
    ...readHome(new URL(request.url), language),
    clocks: countryOptions(language),
    countries: countryOptions(language, t("common.elsewhere")),
    data: eventData(event, {
      url: `${ctx.settings.publicUrl}/${language}/events/${event.slug}`,
      language,
      organizers: owners.map((owner) => ({ name: t(`common.university.${owner}`), url: universityHome(owner) })),
    }),
  }
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const ctx = ctxOf(context)
  const form = await readForm(request, enquiryForm(ctx.now()))
  if (!form.ok) return replyProblems(form.reply)
  const { isTrapped, ...enquiry } = form.value
  const thanks = `/${ctx.language}/events/${params.slug}/thanks`
  // A program that fills in everything is thanked like anybody and learns nothing.
  if (isTrapped) return redirect(`${thanks}?ref=${pretendReference(ctx)}&by=${enquiry.email === "" ? "call" : "mail"}`)
  const { utm, code, referrer } = readEnquiryAddress(new URL(request.url))
  const road = { utm, code, referrer }
  const outcome = await makeRsvp(ctx, { slug: params.slug, enquiry: { ...enquiry, ...road, sendingKey: sendingKeyOf(request) } })
  if (outcome.refused?.code === "not-found") throw new Response(null, { status: 404 })
  if (outcome.refused) return replyRefusal(form.typed, outcome.refused)
  return redirect(`${thanks}?ref=${outcome.done.reference}&by=${outcome.done.answeredBy}`, 303)
}

export default function Event({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation()
  const { language, event, home, unknown, clocks, countries, data } = loaderData
  const isOpen = event.phase === "coming" || event.phase === "running"
  const closed = event.phase === "past" || event.phase === "cancelled" ? event.phase : event.isFull ? "full" : null
  return (
    <EventArticle
      event={event}
      home={home}
      language={language}
      tools={
        isOpen ? (
          <>
            {unknown.length === 0 ? null : <p className="note">{t("site.programmes.unknown", { words: listed(t, unknown) })}</p>}
            <ClockForm
              label={t("events.yourTime")}
              button={t("events.yourTimeShow")}
              countries={clocks}
              value={home?.code ?? null}
              emptyLabel={t("common.form.choose")}
            />
            <p>
              <a href={`/${language}/events/${event.slug}/calendar.ics`}>{t("events.calendar")}</a>
            </p>
          </>
        ) : null
      }
    >
      <title>{`${event.title} · ${t("common.name")}`}</title>
      <meta name="description" content={event.summary} />
      {data === null ? null : <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: data }} />}
      {closed === null ? (
        <>
          <h2 id="register">{t("events.register")}</h2>
          <p>{t("events.registerHelp")}</p>
          <RsvpForm
            reply={actionData}
            countries={countries}
            country={home?.code ?? event.country?.code ?? null}
            language={language}
            who={t(`common.university.${event.owner}`)}
          />
        </>
      ) : (
        <>
          <p className="note">{t(`events.closed.${closed}`)}</p>
          <p className="acts">
            <a className="btn" href={`/${language}/events`}>
              {t("events.toAll")}
            </a>
          </p>
        </>
      )}
    </EventArticle>
  )
}
