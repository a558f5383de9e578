import { useTranslation } from "react-i18next"
import { Link } from "react-router"
import { countryName } from "#app/domain/catalogue/countries.ts"
import { listMerges, listPairs } from "#app/domain/identity/duplicate-queries.server.ts"
import { may, universityOf } from "#app/domain/people/permissions.ts"
import { allowedStaffOf, idIn } from "#app/platform/http.server.ts"
import { dayText } from "#app/ui/desk-dates.ts"
import { Empty, Key } from "#app/ui/desk-parts.tsx"
import { listed } from "#app/ui/listed.ts"
import type { Route } from "./+types/duplicates"

export async function loader({ request, context }: Route.LoaderArgs) {
  const ctx = allowedStaffOf(context, may("people.merge"))
  const { t, language } = ctx
  const university = universityOf(ctx.actor)
  const after = idIn(new URL(request.url).searchParams, "after")
  const page = await listPairs(ctx, { university, after })
  return {
    isFirst: after === null,
    next: page.next === null ? null : `/desk/duplicates?after=${page.next}`,
    rows: page.rows.map((row) => ({
      id: row.id,
      likeness: t("deskIdentity.likenessOf", { score: row.score }),
      reasons: listed(
        t,
        row.reasons.map((reason) => t(`desk.lookReason.${reason}`)),
      ),
      people: row.people.map(({ name, country, birth }) => ({
        name: name === "" ? t("deskIdentity.unnamed") : name,
        about: [
          country === null ? null : (countryName(country, language) ?? t("common.elsewhere")),
          birth === null || birth.length === 4 ? birth : dayText(new Date(birth), language, "UTC"),
        ]
          .filter((part) => part !== null)
          .join(" · "),
      })),
    })),
    merges: (await listMerges(ctx, { university })).map((merge) => ({
      id: merge.id,
      text: t("deskIdentity.latelyRow", { away: merge.awayName, kept: merge.keptName }),
      by: merge.byName,
      at: dayText(merge.at, language),
    })),
  }
}

export default function Duplicates({ loaderData: { rows, merges, next, isFirst } }: Route.ComponentProps) {
  const { t } = useTranslation()
  return (
    <div className="sheet">
      <title>{`${t("deskIdentity.title")} · ${t("common.name")}`}</title>
      <h1>{t("deskIdentity.title")}</h1>
      <p className="lead">{t("deskIdentity.lead")}</p>
      {rows.length === 0 ? (
        <Empty title={t("deskIdentity.none")}>{t("deskIdentity.noneText")}</Empty>
      ) : (
        <div className="wrap">
          <table className="stack">
            <thead>
              <tr>
                {(["pair", "why", "likeness"] as const).map((key) => (
                  <th key={key} scope="col">
                    {t(`deskIdentity.${key}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.id}>
                  <td>
                    <Link to={`/desk/duplicates/${row.id}`} data-row>
                      {row.people.map(({ name }, place) => (
                        <span key={name + String(place)}>
                          {place === 0 ? null : " · "}
                          <bdi>{name}</bdi>
                        </span>
                      ))}
                    </Link>
                    <br />
                    <small>{[...new Set(row.people.map(({ about }) => about))].join(" / ")}</small>
                  </td>
                  <td>{row.reasons}</td>
                  <td>{row.likeness}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <nav className="pager" aria-label={t("desk.page.label")}>
        {isFirst ? <span /> : <Link to="/desk/duplicates">{t("desk.page.first")}</Link>}
        {next === null ? null : (
          <Link to={next} data-key=".">
            {t("desk.page.next")} <Key>.</Key>
          </Link>
        )}
      </nav>
      {merges.length === 0 ? null : (
        <>
          <h2>{t("deskIdentity.lately")}</h2>
          <ul className="plain-list">
            {merges.map((merge) => (
              <li key={merge.id}>
                <Link to={`/desk/merges/${merge.id}`}>{merge.text}</Link>{" "}
                <small>
                  <bdi>{merge.by}</bdi> · {merge.at}
                </small>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
