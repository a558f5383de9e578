import { useTranslation } from "react-i18next"
import { Link } from "react-router"
import { listCampaigns } from "#app/domain/campaigns/campaign-queries.server.ts"
import { may, roleMay, universityOf } from "#app/domain/people/permissions.ts"
import { allowedStaffOf } from "#app/platform/http.server.ts"
import { momentText, numberText } from "#app/ui/desk-dates.ts"
import { Empty, VerbLink } from "#app/ui/desk-parts.tsx"
import type { Route } from "./+types/campaigns"

export async function loader({ request, context }: Route.LoaderArgs) {
  const ctx = allowedStaffOf(context, may("campaigns.read"))
  const before = new URL(request.url).searchParams.get("before")
  const { campaigns, next } = await listCampaigns(
    ctx,
    universityOf(ctx.actor),
    before !== null && /^[0-9a-f-]{36}$/.test(before) ? before : undefined,
  )
  return {
    next,
    mayBuild: roleMay(ctx.actor.role, "campaigns.build"),
    rows: campaigns.map(({ id, name, owner, purpose, state, people, createdAt }) => ({
      id,
      name,
      owner,
      purpose,
      state,
      people: people === null ? "" : numberText(people, ctx.language),
      created: momentText(createdAt, ctx.language),
    })),
  }
}

export default function Campaigns({ loaderData: { rows, next, mayBuild } }: Route.ComponentProps) {
  const { t } = useTranslation()
  return (
    <div className="sheet">
      <title>{`${t("campaigns.title")} · ${t("common.name")}`}</title>
      <h1>{t("campaigns.title")}</h1>
      <p className="lead">{t("campaigns.lead")}</p>
      {mayBuild ? (
        <p className="acts">
          <VerbLink to="/desk/campaigns/new" look="go">
            {t("campaigns.new")}
          </VerbLink>
        </p>
      ) : null}
      {rows.length === 0 ? (
        <Empty title={t("campaigns.none")} />
      ) : (
        <div className="wrap">
          <table>
            <thead>
              <tr>
                <th scope="col">{t("campaigns.list.name")}</th>
                <th scope="col">{t("campaigns.list.state")}</th>
                <th scope="col">{t("campaigns.list.from")}</th>
                <th scope="col">{t("campaigns.list.purpose")}</th>
                <th scope="col" className="num">
                  {t("campaigns.list.people")}
                </th>
                <th scope="col">{t("campaigns.list.created")}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.id}>
                  <th scope="row" aria-label={row.name}>
                    <Link to={`/desk/campaigns/${row.id}`}>
                      <bdi>{row.name}</bdi>
                    </Link>
                  </th>
                  <td>
                    <span className={row.state === "sending" ? "tag amber" : row.state === "paused" ? "tag late" : "tag"}>
                      {t(`states.campaign.${row.state}`)}
                    </span>
                  </td>
                  <td>{t(`common.universityShort.${row.owner}`)}</td>
                  <td>{row.purpose === "share" ? "" : t(`campaigns.purpose.${row.purpose}`)}</td>
                  <td className="num">{row.people}</td>
                  <td>{row.created}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {next === null ? null : (
        <nav className="pager" aria-label={t("desk.page.label")}>
          <Link to={`?before=${next}`}>{t("desk.page.next")}</Link>
        </nav>
      )}
    </div>
  )
}
