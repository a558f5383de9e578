import { useTranslation } from "react-i18next"
import { Link } from "react-router"
import { eventViews, listDeskEvents } from "#app/domain/events/desk-event-queries.server.ts"
import { listThings } from "#app/domain/editing/thing-list.server.ts"
import { PhaseTag } from "#app/domain/events/ui/phase-tag.tsx"
import { may, roleMay, universityOf } from "#app/domain/people/permissions.ts"
import { allowedStaffOf } from "#app/platform/http.server.ts"
import { momentText, numberText } from "#app/ui/desk-dates.ts"
import { Empty, Panel, VerbLink } from "#app/ui/desk-parts.tsx"
import type { Route } from "./+types/events"

export async function loader({ request, context }: Route.LoaderArgs) {
  const ctx = allowedStaffOf(context, may("events.read"))
  const { t, language } = ctx
  const query = new URL(request.url).searchParams
  const view = eventViews.find((one) => one === query.get("view")) ?? "coming"
  const after = query.get("after")
  const university = universityOf(ctx.actor)
  const page = await listDeskEvents(ctx, { university, view, after })
  const written = await Promise.all(
    (view === "coming" && after === null ? (["draft", "reviewed"] as const) : []).map((standing) =>
      listThings(ctx, { university, filter: { kind: "event", title: "", standing, mark: null }, page: 1 }),
    ),
  )
  return {
    view,
    written: written
      .flatMap((list) => list.rows)
      .map(({ id, title, standing, isShown, missing, outdated }) => ({ id, title, standing, isShown, missing, outdated })),
    next: page.next,
    isFirst: after === null,
    mayReadCodes: roleMay(ctx.actor.role, "codes.read"),
    mayEdit: roleMay(ctx.actor.role, "events.edit"),
    views: eventViews.map((key) => ({ key, href: key === "coming" ? "/desk/events" : `/desk/events?view=${key}` })),
    rows: page.rows.map((event) => ({
      id: event.id,
      title: event.title,
      phase: event.phase,
      isSample: event.isSample,
      about: `${t(`common.universityShort.${event.owner}`)} · ${t(`events.kind.${event.kind}`)}`,
      starts: momentText(event.startsAt, language),
      registered: numberText(event.registered, language),
      places: event.capacity === null ? "" : numberText(event.capacity, language),
      came: numberText(event.came, language),
      unnoted: event.startsAt <= ctx.now() ? numberText(event.unnoted, language) : "",
    })),
  }
}

export default function Events({ loaderData: { view, views, written, rows, next, isFirst, mayEdit, mayReadCodes } }: Route.ComponentProps) {
  const { t } = useTranslation()
  return (
    <div className="sheet">
      <title>{`${t("desk.place.events")} · ${t("common.name")}`}</title>
      <h1>{t("desk.place.events")}</h1>
      <p className="lead">{t("deskEvents.lead")}</p>
      <nav className="acts" aria-label={t("deskEvents.views")}>
        {views.map(({ key, href }) => (
          <Link key={key} to={href} className={key === view ? "chip on" : "chip"} aria-current={key === view ? "page" : undefined}>
            {t(`deskEvents.view.${key}`)}
          </Link>
        ))}
        {mayEdit ? <VerbLink to="/desk/catalogue?kind=event">{t("deskEvents.written.all")}</VerbLink> : null}
        {mayReadCodes ? <VerbLink to="/desk/codes">{t("sources.ofEvent")}</VerbLink> : null}
        {mayEdit ? (
          <VerbLink to="/desk/events/new" look="go">
            {t("editing.new.event")}
          </VerbLink>
        ) : null}
        {mayEdit ? <VerbLink to="/desk/kiosk">{t("kiosk.desk.open")}</VerbLink> : null}
      </nav>
      {written.length === 0 ? null : (
        <Panel title={t("deskEvents.written.title")} tone="saffron">
          <ul className="plain-list">
            {written.map((one) => (
              <li key={one.id}>
                <Link to={`/desk/events/${one.id}/edit`}>
                  <bdi>{one.title}</bdi>
                </Link>{" "}
                <span className="tag amber">{t(`editing.standing.${one.standing}`)}</span>{" "}
                {one.missing === 0 ? null : <span className="tag late">{t("editing.missing", { count: one.missing })}</span>}{" "}
                {one.outdated === 0 ? null : <span className="tag amber">{t("editing.outdated", { count: one.outdated })}</span>}{" "}
                <small className="quiet">{one.isShown ? t("editing.isShown") : t("editing.isHidden")}</small>
              </li>
            ))}
          </ul>
        </Panel>
      )}
      {rows.length === 0 ? (
        <Empty title={t(`deskEvents.none.${view}`)} />
      ) : (
        <div className="wrap">
          <table>
            <thead>
              <tr>
                <th scope="col">{t("deskEvents.column.event")}</th>
                <th scope="col">{t("deskEvents.column.state")}</th>
                <th scope="col">{t("deskEvents.column.starts")}</th>
                {(["registered", "places", "came", "unnoted"] as const).map((key) => (
                  <th key={key} scope="col" className="num">
                    {t(`deskEvents.column.${key}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.id}>
                  <th scope="row" aria-label={row.title}>
                    <Link to={`/desk/events/${row.id}`} data-row>
                      <bdi>{row.title}</bdi>
                    </Link>
                    <br />
                    <small className="quiet">{row.about}</small>
                  </th>
                  <td>
                    <PhaseTag phase={row.phase} isSample={row.isSample} />
                  </td>
                  <td>{row.starts}</td>
                  <td className="num">{row.registered}</td>
                  <td className="num">{row.places === "" ? t("deskEvents.noLimit") : row.places}</td>
                  <td className="num">{row.came}</td>
                  <td className="num">{row.unnoted}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {next === null && isFirst ? null : (
        <nav className="pager" aria-label={t("desk.page.label")}>
          {isFirst ? null : <Link to={`?view=${view}`}>{t("desk.page.first")}</Link>}
          {next === null ? (
            <span className="quiet">{t("desk.page.last")}</span>
          ) : (
            <Link to={`?view=${view}&after=${next}`} data-key="." aria-keyshortcuts=".">
              {t("desk.page.next")}
            </Link>
          )}
        </nav>
      )}
    </div>
  )
}
