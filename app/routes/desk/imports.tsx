import { useTranslation } from "react-i18next"
import { Link } from "react-router"
import { listImports } from "#app/domain/imports/import-queries.server.ts"
import { ImportTag } from "#app/domain/imports/ui/import-tag.tsx"
import { may, universityOf } from "#app/domain/people/permissions.ts"
import { allowedStaffOf, idIn } from "#app/platform/http.server.ts"
import { momentText, numberText } from "#app/ui/desk-dates.ts"
import { Empty, VerbLink } from "#app/ui/desk-parts.tsx"
import type { Route } from "./+types/imports"

export async function loader({ request, context }: Route.LoaderArgs) {
  const ctx = allowedStaffOf(context, may("leads.import"))
  const after = idIn(new URL(request.url).searchParams, "after")
  const { rows, next } = await listImports(ctx, { university: universityOf(ctx.actor), after })
  const number = (value: number) => numberText(value, ctx.language)
  return {
    next,
    rows: rows.map((row) => ({
      id: row.id,
      partner: row.partner,
      fileName: row.fileName,
      state: row.state,
      by: row.by,
      // Before a list has been read whole nobody knows how many it holds.
      counts:
        row.rows === 0
          ? null
          : { rows: number(row.rows), fresh: number(row.fresh), joined: number(row.joined), refused: number(row.refused) },
      when: momentText(row.createdAt, ctx.language),
    })),
  }
}

export function shouldRevalidate() {
  return true
}

const counted = ["rows", "fresh", "joined", "refused"] as const

export default function Imports({ loaderData: { rows, next } }: Route.ComponentProps) {
  const { t } = useTranslation()
  return (
    <div className="sheet">
      <title>{`${t("imports.title")} · ${t("common.name")}`}</title>
      <h1>{t("imports.title")}</h1>
      <p className="lead">{t("imports.lead")}</p>
      <p className="acts">
        <VerbLink to="/desk/imports/new" look="go">
          {t("imports.new")}
        </VerbLink>
      </p>
      {rows.length === 0 ? (
        <Empty title={t("imports.none")}>{t("imports.noneText")}</Empty>
      ) : (
        <div className="wrap">
          <table>
            <thead>
              <tr>
                <th scope="col">{t("imports.column.partner")}</th>
                <th scope="col">{t("imports.column.state")}</th>
                {counted.map((key) => (
                  <th key={key} scope="col" className="num">
                    {t(`imports.column.${key}`)}
                  </th>
                ))}
                <th scope="col">{t("imports.column.by")}</th>
                <th scope="col">{t("imports.column.when")}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.id}>
                  <th scope="row" aria-label={`${row.partner} ${row.fileName}`}>
                    <Link to={`/desk/imports/${row.id}`} data-row>
                      <bdi>{row.partner}</bdi>
                    </Link>
                    <br />
                    <small className="quiet">
                      <bdi dir="ltr">{row.fileName}</bdi>
                    </small>
                  </th>
                  <td>
                    <ImportTag state={row.state} />
                  </td>
                  {counted.map((key) => (
                    <td key={key} className="num">
                      {row.counts?.[key] ?? ""}
                    </td>
                  ))}
                  <td>
                    <bdi>{row.by}</bdi>
                  </td>
                  <td>{row.when}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {next === null ? null : (
        <nav className="pager" aria-label={t("desk.page.label")}>
          <Link to={`?after=${next}`}>{t("desk.page.next")}</Link>
        </nav>
      )}
    </div>
  )
}
