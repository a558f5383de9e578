import { useTranslation } from "react-i18next"
import { Link } from "react-router"
import { may, roleMay, universityOf } from "#app/domain/people/permissions.ts"
import { codeAbout, leadsToWords, standsFor } from "#app/domain/sources/code-facts.ts"
import { listCodes } from "#app/domain/sources/code-queries.server.ts"
import { CodeTable } from "#app/domain/sources/ui/code-table.tsx"
import { allowedStaffOf, idOf } from "#app/platform/http.server.ts"
import { dayText, numberText } from "#app/ui/desk-dates.ts"
import { Empty, VerbLink } from "#app/ui/desk-parts.tsx"
import type { Route } from "./+types/codes"

export async function loader({ request, context }: Route.LoaderArgs) {
  const ctx = allowedStaffOf(context, may("codes.read"))
  const { t, language } = ctx
  const query = new URL(request.url).searchParams
  const after = query.get("after")
  const asked = query.get("event")
  const eventId = asked === null ? null : idOf(asked)
  const page = await listCodes(ctx, { university: universityOf(ctx.actor), eventId, after })
  return {
    // What keeps the list at one event.
    ofEvent: eventId === null ? "" : `event=${eventId}`,
    isFirst: after === null,
    next: page.next,
    mayMake: roleMay(ctx.actor.role, "codes.make"),
    rows: page.rows.map((row) => ({
      id: row.id,
      code: row.code,
      isClosed: row.isClosed,
      stands: standsFor(row),
      about: codeAbout(t, language, row),
      leadsTo: leadsToWords(t, row),
      made: dayText(row.createdAt, language),
      enquiries: numberText(row.enquiries, language),
      leads: numberText(row.leads, language),
      applications: numberText(row.applications, language),
    })),
  }
}

export default function Codes({ loaderData: { rows, next, isFirst, mayMake, ofEvent } }: Route.ComponentProps) {
  const { t } = useTranslation()
  return (
    <div className="sheet">
      <title>{`${t("sources.title")} · ${t("common.name")}`}</title>
      <h1>{t("sources.title")}</h1>
      <p className="lead">{t("sources.lead")}</p>
      {mayMake ? (
        <p className="acts">
          <VerbLink to={`/desk/codes/new?${ofEvent}`} look="go">
            {t("sources.new")}
          </VerbLink>
        </p>
      ) : null}
      {rows.length === 0 ? <Empty title={t("sources.none")}>{t("sources.noneText")}</Empty> : <CodeTable rows={rows} />}
      {next === null && isFirst ? null : (
        <nav className="pager" aria-label={t("desk.page.label")}>
          {isFirst ? null : <Link to={`?${ofEvent}`}>{t("desk.page.first")}</Link>}
          {next === null ? (
            <span className="quiet">{t("desk.page.last")}</span>
          ) : (
            <Link to={`?${ofEvent}&after=${next}`} data-key="." aria-keyshortcuts=".">
              {t("desk.page.next")}
            </Link>
          )}
        </nav>
      )}
    </div>
  )
}
