import { useTranslation } from "react-i18next"
import { Link } from "react-router"
import { eventSentence } from "#app/domain/journal/event-sentence.ts"
import { readJournal } from "#app/domain/journal/timeline.server.ts"
import { may } from "#app/domain/people/permissions.ts"
import { allowedStaffOf } from "#app/platform/http.server.ts"
import { momentText } from "#app/ui/desk-dates.ts"
import { Empty, Key } from "#app/ui/desk-parts.tsx"
import type { Route } from "./+types/journal"

export async function loader({ request, context }: Route.LoaderArgs) {
  const ctx = allowedStaffOf(context, may("journal.read"))
  const { t, language } = ctx
  const query = new URL(request.url).searchParams
  const before = /^[0-9a-f-]{36}$/.test(query.get("before") ?? "") ? query.get("before") : null
  const type = /^[a-z]+\.[a-z-]+$/.test(query.get("type") ?? "") ? query.get("type") : null
  const page = await readJournal(ctx, { before, type })
  const own = type === null ? "" : `type=${type}`
  return {
    type,
    next: page.next === null ? null : `/desk/journal?${own}&before=${page.next}`,
    first: before === null ? null : `/desk/journal?${own}`,
    rows: page.rows.map((entry) => ({
      id: entry.id,
      at: momentText(entry.at, language),
      type: entry.type,
      text: eventSentence(t, entry),
      thing: `${entry.thing} ${entry.thingId.slice(-8)}`,
      by: entry.by.kind === "staff" ? entry.by.name : t(`desk.journalPage.${entry.by.kind}`),
      university: entry.university === null ? t("desk.journalPage.both") : t(`common.universityShort.${entry.university}`),
      facts: Object.entries(entry.facts)
        .map(([name, value]) => `${name}: ${Array.isArray(value) ? value.length : String(value)}`)
        .join(", "),
    })),
  }
}

export default function Journal({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation()
  const { rows, next, first, type } = loaderData
  return (
    <div className="sheet">
      <title>{`${t("desk.journalPage.title")} · ${t("common.name")}`}</title>
      <h1>{t("desk.journalPage.title")}</h1>
      <p className="lead">{t("desk.journalPage.lead")}</p>
      {type === null ? null : (
        <p>
          <Link to="/desk/journal" className="chip on" aria-label={t("desk.filter.remove", { name: type })}>
            <bdi>{t("desk.journalPage.only", { type })}</bdi> <span aria-hidden="true">×</span>
          </Link>
        </p>
      )}
      {rows.length === 0 ? (
        <Empty title={t("desk.journalPage.none")} />
      ) : (
        <div className="wrap">
          <table>
            <thead>
              <tr>
                {(["when", "what", "thing", "who", "where", "facts"] as const).map((key) => (
                  <th key={key} scope="col">
                    {t(`desk.journalPage.${key}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((entry) => (
                <tr key={entry.id}>
                  <td>{entry.at}</td>
                  <td>
                    {entry.text}
                    <br />
                    <Link
                      to={`/desk/journal?type=${entry.type}`}
                      className="mono"
                      aria-label={t("desk.journalPage.only", { type: entry.type })}
                    >
                      <bdi>{entry.type}</bdi>
                    </Link>
                  </td>
                  <td>
                    <bdi className="mono">{entry.thing}</bdi>
                  </td>
                  <td>
                    <bdi>{entry.by}</bdi>
                  </td>
                  <td>{entry.university}</td>
                  <td>
                    <bdi className="mono quiet">{entry.facts}</bdi>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <nav className="pager" aria-label={t("desk.page.label")}>
        {first === null ? <span /> : <Link to={first}>{t("desk.page.first")}</Link>}
        {next === null ? null : (
          <Link to={next} data-key=".">
            {t("desk.page.next")} <Key>.</Key>
          </Link>
        )}
      </nav>
    </div>
  )
}
