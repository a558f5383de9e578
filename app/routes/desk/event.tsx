import { useTranslation } from "react-i18next"
import { Link, redirect, useLocation } from "react-router"
import { countryName } from "#app/domain/catalogue/countries.ts"
import { isAttendanceOpen } from "#app/domain/events/attendance-window.ts"
import { findDeskEvent } from "#app/domain/events/desk-event-queries.server.ts"
import { guestFilters } from "#app/domain/events/guest-filter.ts"
import { listGuests } from "#app/domain/events/guest-queries.server.ts"
import { GuestTable } from "#app/domain/events/ui/guest-table.tsx"
import { PhaseTag } from "#app/domain/events/ui/phase-tag.tsx"
import { findOwnThing } from "#app/domain/editing/find-own-thing.server.ts"
import { eventSentence } from "#app/domain/journal/event-sentence.ts"
import { readTimeline } from "#app/domain/journal/timeline.server.ts"
import { may, roleMay, universityOf } from "#app/domain/people/permissions.ts"
import { allowedStaffOf, idIn, idOf, notFoundUnless } from "#app/platform/http.server.ts"
import { dayText, momentText, numberText } from "#app/ui/desk-dates.ts"
import { Empty, Facts, Panel, Timeline, VerbLink } from "#app/ui/desk-parts.tsx"
import { withoutNotice } from "#app/ui/desk-query.ts"
import { listed } from "#app/ui/listed.ts"
import type { Route } from "./+types/event"

/** What a timeline tells of an event; each has its sentence in `desk.event`. */
const told = [
  "event.created",
  "event.edited",
  "event.published",
  "event.moved",
  "event.cancelled",
  "catalogue.drafted",
  "catalogue.reviewed",
  "catalogue.published",
  "catalogue.restored",
  "attendance.exported",
  "attendance.imported",
] as const

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const ctx = allowedStaffOf(context, may("events.read"))
  const { t, language, actor } = ctx
  const university = universityOf(actor)
  const scope = { university, eventId: idOf(params.eventId) }
  const { thing } = notFoundUnless((await findOwnThing(ctx, { kind: "event", id: scope.eventId }, "edit")).done)
  const found = await findDeskEvent(ctx, scope)
  // What readers never had has no guests: there is its form alone.
  if (found === null) throw redirect(`/desk/events/${scope.eventId}/edit`)
  const { event, phase, counts } = found
  const query = new URL(request.url).searchParams
  const filter = guestFilters.find((one) => one === query.get("guests")) ?? null
  const words = (query.get("find") ?? "").trim().slice(0, 200)
  const after = idIn(query, "after")
  const page = await listGuests(ctx, { ...scope, filter, words, after })
  const moments = await readTimeline(ctx, { university, things: [{ name: "public-event", id: event.id }], types: told })
  const { title } = found
  const mayPublish = roleMay(actor.role, "events.publish")
  const isAhead = phase === "coming" || phase === "running"
  const there = countryName(event.country, language)
  return {
    subject: { name: title, state: /^\d{1,7}$/.exec(query.get("n") ?? "")?.[0] ?? "0" },
    id: event.id,
    title,
    phase,
    isSample: event.isSample,
    owner: t(`common.university.${event.owner}`),
    kind: t(`events.kind.${event.kind}`),
    onSite: `/${language}/events/${event.slug}`,
    mayEdit: event.standing === "published",
    standing: thing.standing,
    mayCancel: isAhead && mayPublish,
    mayNote: isAttendanceOpen(event, ctx.now()) && roleMay(actor.role, "events.attend"),
    isAhead,
    hasSheet: event.standing !== "cancelled" && roleMay(actor.role, "events.attend"),
    mayExport: roleMay(actor.role, "events.export"),
    starts: momentText(event.startsAt, language),
    ends: momentText(event.endsAt, language),
    startsThere:
      there === null || event.zone === "Africa/Casablanca"
        ? null
        : t("deskEvents.there", { country: there, moment: momentText(event.startsAt, language, event.zone) }),
    place: listed(
      t,
      [event.venue[language], there ?? ""].filter((part) => part !== ""),
    ),
    link: event.link,
    counts: (event.startsAt <= ctx.now()
      ? (["registered", "came", "missed", "unnoted", "walkIns", "withdrawn"] as const)
      : (["registered", "withdrawn"] as const)
    ).map((key) => ({ key, count: numberText(counts[key], language) })),
    places: event.capacity === null ? t("deskEvents.noLimit") : numberText(event.capacity, language),
    filter,
    words,
    isFirst: after === null,
    next: page.next,
    guests: page.rows.map((guest) => ({
      rsvpId: guest.rsvpId,
      name: guest.name,
      kind: guest.kind,
      email: guest.email,
      phone: guest.phone,
      attendance: guest.attendance,
      isWithdrawn: guest.isWithdrawn,
      leadId: guest.leadId,
      about: [
        countryName(guest.country, language) ?? t("common.elsewhere"),
        guest.level === null ? null : t(`common.level.${guest.level}`),
        t(`common.languageName.${guest.language}`),
      ]
        .filter((part) => part !== null)
        .join(" · "),
      registered: dayText(guest.registeredAt, language),
    })),
    timeline: moments.map((moment) => ({
      id: moment.id,
      text: eventSentence(t, moment),
      by: moment.by.kind === "staff" ? moment.by.name : "",
      at: momentText(moment.at, language),
    })),
  }
}

export function shouldRevalidate() {
  return true
}

export default function Event({ loaderData: event }: Route.ComponentProps) {
  const { t } = useTranslation()
  const { search } = useLocation()
  const base = `/desk/events/${event.id}`
  return (
    <div className="sheet">
      <title>{`${event.title} · ${t("common.name")}`}</title>
      <Link to="/desk/events">{t("deskEvents.toList")}</Link>
      <div className="who">
        <h1>
          <bdi>{event.title}</bdi>
        </h1>
        <PhaseTag phase={event.phase} isSample={event.isSample} />
      </div>
      <ul className="about">
        <li>{event.owner}</li>
        <li>{event.kind}</li>
      </ul>
      <div className="acts">
        {event.mayEdit ? <VerbLink to={`${base}/edit`}>{t("deskEvents.edit")}</VerbLink> : null}
        {event.hasSheet ? <VerbLink to={`${base}/sheet`}>{t("deskEvents.sheet.open")}</VerbLink> : null}
        {event.hasSheet ? <VerbLink to={`/desk/kiosk?event=${event.id}`}>{t("kiosk.desk.open")}</VerbLink> : null}
        {event.hasSheet ? <VerbLink to={`${base}/import`}>{t("deskEvents.import.open")}</VerbLink> : null}
        {event.hasSheet ? <VerbLink to={`/desk/codes?event=${event.id}`}>{t("sources.ofEvent")}</VerbLink> : null}
        {event.mayCancel ? (
          <VerbLink to={`${base}/cancel`} look="warn">
            {t("deskEvents.cancel.open")}
          </VerbLink>
        ) : null}
      </div>
      <div className="cols">
        <Panel title={t("deskEvents.facts")}>
          <Facts
            rows={[
              [t("deskEvents.column.starts"), t("deskEvents.morocco", { moment: event.starts })],
              [t("deskEvents.column.ends"), t("deskEvents.morocco", { moment: event.ends })],
              event.startsThere === null ? null : [t("deskEvents.thereTitle"), event.startsThere],
              event.place === "" ? null : [t("deskEvents.part.venue"), <bdi key="place">{event.place}</bdi>],
              event.link === ""
                ? null
                : [
                    t("deskEvents.part.link"),
                    <bdi key="link" dir="ltr">
                      {event.link}
                    </bdi>,
                  ],
              [t("deskEvents.column.places"), event.places],
            ]}
          />
        </Panel>
        <Panel title={t("deskEvents.people")}>
          <Facts rows={event.counts.map(({ key, count }) => [t(`deskEvents.count.${key}`), count])} />
        </Panel>
        <Panel
          title={t("deskEvents.words.title")}
          tone={event.standing === "published" || event.standing === "archived" ? "plain" : "saffron"}
        >
          {event.mayEdit ? <p>{t(event.standing === "published" ? "deskEvents.words.published" : "deskEvents.words.open")}</p> : null}
          <p className="chips-row">
            {event.mayEdit ? (
              <Link to={`${base}/edit`} className="chip">
                {t("deskEvents.edit")}
              </Link>
            ) : null}
            <Link to={`${base}/history`} className="chip">
              {t("editing.history.link")}
            </Link>
            <a href={event.onSite} className="chip">
              {t("deskEvents.onSite")}
            </a>
          </p>
        </Panel>
      </div>
      <h2 id="guests">{t("deskEvents.guests")}</h2>
      <form method="get" className="inline-form" action={base}>
        <label>
          {t("deskEvents.guest.show")}
          <select name="guests" defaultValue={event.filter ?? ""}>
            <option value="">{t("deskEvents.filter.all")}</option>
            {guestFilters.map((one) => (
              <option key={one} value={one}>
                {t(`deskEvents.filter.${one}`)}
              </option>
            ))}
          </select>
        </label>
        <label>
          {t("deskEvents.guest.find")}
          <input type="text" name="find" defaultValue={event.words} dir="auto" />
        </label>
        <button type="submit" className="act plain">
          {t("desk.filter.apply")}
        </button>
      </form>
      {event.mayExport && event.guests.length > 0 ? (
        // A plain form: the answer is a file, and taking one away is written down.
        <form method="post" action={`${base}/export`} className="export-list">
          <button type="submit" className="chip">
            {t("desk.export")}
          </button>
        </form>
      ) : null}
      {event.isAhead && !event.mayNote ? <p className="quiet">{t("deskEvents.attendance.opens")}</p> : null}
      {event.guests.length === 0 ? (
        <Empty title={t(event.filter === null && event.words === "" ? "deskEvents.noGuests" : "deskEvents.noGuestsHere")} />
      ) : (
        <GuestTable guests={event.guests} noteTo={event.mayNote ? `${base}/attendance` : null} back={base + withoutNotice(search)} />
      )}
      {event.next === null && event.isFirst ? null : (
        <nav className="pager" aria-label={t("desk.page.label")}>
          {event.isFirst ? null : <Link to={`?${guestQuery(event)}#guests`}>{t("desk.page.first")}</Link>}
          {event.next === null ? (
            <span className="quiet">{t("desk.page.last")}</span>
          ) : (
            <Link to={`?${guestQuery(event)}&after=${event.next}#guests`}>{t("desk.page.next")}</Link>
          )}
        </nav>
      )}
      <Timeline entries={event.timeline} />
    </div>
  )
}

function guestQuery({ filter, words }: { filter: string | null; words: string }): string {
  return new URLSearchParams({ guests: filter ?? "", find: words }).toString()
}
