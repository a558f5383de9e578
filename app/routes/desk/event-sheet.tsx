import { useTranslation } from "react-i18next"
import { Link } from "react-router"
import { countryName } from "#app/domain/catalogue/countries.ts"
import { findDeskEvent } from "#app/domain/events/desk-event-queries.server.ts"
import { listGuests } from "#app/domain/events/guest-queries.server.ts"
import { may, universityOf } from "#app/domain/people/permissions.ts"
import { allowedStaffOf, idOf, notFoundUnless } from "#app/platform/http.server.ts"
import { momentText, numberText } from "#app/ui/desk-dates.ts"
import { listed } from "#app/ui/listed.ts"
import type { Route } from "./+types/event-sheet"

/** More names than this are no sheet for a door. */
const mostNames = 2000
const emptyLines = 20

export async function loader({ params, context }: Route.LoaderArgs) {
  const ctx = allowedStaffOf(context, may("events.attend"))
  const { language } = ctx
  const scope = { university: universityOf(ctx.actor), eventId: idOf(params.eventId) }
  const { event, title, phase } = notFoundUnless(await findDeskEvent(ctx, scope))
  if (phase === "cancelled") throw new Response(null, { status: 404 })
  const { rows, next } = await listGuests(ctx, { ...scope, size: mostNames })
  const there = countryName(event.country, language)
  return {
    id: event.id,
    title,
    owner: ctx.t(`common.university.${event.owner}`),
    starts: momentText(event.startsAt, language, event.zone),
    place: listed(
      ctx.t,
      [event.venue[language], there ?? ""].filter((part) => part !== ""),
    ),
    isCut: next !== null,
    names: rows.map(({ rsvpId, name }, index) => ({ rsvpId, name, number: numberText(index + 1, language) })),
    empty: Array.from({ length: emptyLines }, (_, index) => numberText(index + 1, language)),
  }
}

/** For a door without a network: names with room to sign, then lines for who comes without having registered. */
export default function EventSheet({ loaderData: sheet }: Route.ComponentProps) {
  const { t } = useTranslation()
  return (
    <div className="sheet attendance-sheet">
      <title>{`${t("deskEvents.sheet.title")} · ${sheet.title} · ${t("common.name")}`}</title>
      <p className="acts">
        <Link to={`/desk/events/${sheet.id}`} className="act plain">
          {t("deskEvents.sheet.back")}
        </Link>
      </p>
      <h1>
        <bdi>{sheet.title}</bdi>
      </h1>
      <p>{[sheet.owner, sheet.place, sheet.starts].filter((part) => part !== "").join(" · ")}</p>
      <p className="quiet screen-only">{t("deskEvents.sheet.help")}</p>
      {sheet.isCut ? <p className="note">{t("deskEvents.sheet.cut", { count: mostNames })}</p> : null}
      {sheet.names.length === 0 ? null : (
        <table>
          <caption>{t("deskEvents.sheet.registered")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("deskEvents.sheet.number")}</th>
              <th scope="col">{t("deskEvents.guest.name")}</th>
              <th scope="col" className="signature">
                {t("deskEvents.sheet.signature")}
              </th>
            </tr>
          </thead>
          <tbody>
            {sheet.names.map(({ rsvpId, name, number }) => (
              <tr key={rsvpId}>
                <td>{number}</td>
                <th scope="row">
                  <bdi>{name}</bdi>
                </th>
                <td>{"\u00a0"}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <table>
        <caption>{t("deskEvents.sheet.others")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("deskEvents.sheet.number")}</th>
            <th scope="col" className="signature">
              {t("deskEvents.guest.name")}
            </th>
            <th scope="col">{t("desk.csv.email")}</th>
            <th scope="col">{t("desk.csv.phone")}</th>
            <th scope="col">{t("deskEvents.sheet.signature")}</th>
          </tr>
        </thead>
        <tbody>
          {sheet.empty.map((number) => (
            <tr key={number}>
              <td>{number}</td>
              <td>{"\u00a0"}</td>
              <td>{"\u00a0"}</td>
              <td>{"\u00a0"}</td>
              <td>{"\u00a0"}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="quiet">{t("deskEvents.sheet.privacy")}</p>
    </div>
  )
}
