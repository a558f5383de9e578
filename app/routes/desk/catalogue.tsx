import { useTranslation } from "react-i18next"
import { Form, Link } from "react-router"
import { kindOf, kinds } from "#app/domain/editing/content.ts"
import { rightTo } from "#app/domain/editing/kind-rights.ts"
import { deskPathsOf } from "#app/domain/editing/thing-address.ts"
import { ownerWord } from "#app/domain/editing/ui/content-words.ts"
import { markFilters, readThingFilter } from "#app/domain/editing/thing-filter.ts"
import { listThings } from "#app/domain/editing/thing-list.server.ts"
import { thingStandings } from "#app/domain/editing/version-states.ts"
import { may, roleMay, universityOf } from "#app/domain/people/permissions.ts"
import { allowedStaffOf } from "#app/platform/http.server.ts"
import { momentText } from "#app/ui/desk-dates.ts"
import { Empty } from "#app/ui/desk-parts.tsx"
import { Pager } from "#app/ui/pager.tsx"
import type { Route } from "./+types/catalogue"

export async function loader({ request, context }: Route.LoaderArgs) {
  const ctx = allowedStaffOf(context, may("catalogue.edit"))
  const { t, language } = ctx
  const query = new URL(request.url).searchParams
  const own = kinds.filter((one) => roleMay(ctx.actor.role, rightTo("edit", one)))
  const asked = kindOf(query.get("kind")) ?? kinds[0]
  const kind = own.includes(asked) ? asked : kinds[0]
  const filter = readThingFilter(query, kind)
  const asPage = query.get("page") ?? ""
  const list = await listThings(ctx, {
    university: universityOf(ctx.actor),
    filter,
    page: /^[1-9]\d{0,4}$/.test(asPage) ? Number(asPage) : 1,
  })
  return {
    filter,
    kinds: own,
    // Rules are drafted and published like these, on a page of their own.
    hasRules: roleMay(ctx.actor.role, rightTo("edit", "rule")),
    fresh: kind === "event" ? "/desk/events/new" : `/desk/catalogue/${kind}/new`,
    page: list.page,
    pages: list.pages,
    total: list.total,
    rows: list.rows.map((row) => ({
      ...row,
      owner: ownerWord(t, kind, row.owner),
      changed: momentText(row.changedAt, language),
      form: deskPathsOf(kind, row.id).form,
    })),
  }
}

type Filter = Route.ComponentProps["loaderData"]["filter"]

function addressOf(filter: Partial<Filter> & Pick<Filter, "kind">, page = 1): string {
  const query = new URLSearchParams({ kind: filter.kind })
  for (const name of ["title", "standing", "mark"] as const) {
    const value = filter[name] ?? ""
    if (value !== "") query.set(name, value)
  }
  if (page > 1) query.set("page", String(page))
  return `/desk/catalogue?${query.toString()}`
}

export default function Catalogue({
  loaderData: { filter, kinds: shown, hasRules, fresh, rows, total, page, pages },
}: Route.ComponentProps) {
  const { t } = useTranslation()
  const { kind, title, standing, mark } = filter
  const isNarrowed = title !== "" || standing !== null || mark !== null
  return (
    <div className="sheet">
      <title>{`${t("editing.title")} · ${t("common.name")}`}</title>
      <h1>{t("editing.title")}</h1>
      <p className="lead">{t("editing.lead")}</p>
      <div className="acts">
        <Link to={fresh} className="act go">
          {t(`editing.new.${kind}`)}
        </Link>
        <Form method="get" className="seek" role="search">
          <input type="hidden" name="kind" value={kind} />
          <input
            type="search"
            name="title"
            aria-label={t("editing.search")}
            placeholder={t("editing.search")}
            defaultValue={title}
            key={title}
            dir="auto"
          />
          <button type="submit" className="act">
            {t("editing.seek")}
          </button>
        </Form>
      </div>
      <nav className="chips bare kinds" aria-label={t("editing.title")}>
        {shown.map((one) => (
          <Link
            key={one}
            to={addressOf({ kind: one })}
            className={kind === one ? "chip on" : "chip"}
            aria-current={kind === one ? "page" : undefined}
          >
            {t(`editing.kinds.${one}`)}
          </Link>
        ))}
        {hasRules ? (
          <Link to="/desk/rules" className="chip">
            {t("eligibility.rule.title")}
          </Link>
        ) : null}
      </nav>
      <nav className="chips bare" aria-label={t("editing.list.standing")}>
        {thingStandings.map((one) => (
          <Link
            key={one}
            to={addressOf({ ...filter, standing: standing === one ? null : one })}
            className={standing === one ? "chip on" : "chip"}
            aria-current={standing === one ? "true" : undefined}
          >
            {t(`editing.standing.${one}`)}
          </Link>
        ))}
        {markFilters.map((one) => (
          <Link
            key={one}
            to={addressOf({ ...filter, mark: mark === one ? null : one })}
            className={mark === one ? "chip on" : "chip"}
            aria-current={mark === one ? "true" : undefined}
          >
            {t(`editing.mark.${one}`)}
          </Link>
        ))}
        {isNarrowed ? <Link to={addressOf({ kind })}>{t("editing.seeAll")}</Link> : null}
      </nav>
      {rows.length === 0 ? (
        <Empty title={isNarrowed ? t("editing.noneLike") : t(`editing.empty.${kind}`)} />
      ) : (
        <div className="wrap">
          <table>
            <caption>{t("editing.count", { count: total })}</caption>
            <thead>
              <tr>
                {(["title", "owner", "standing", "marks", "changed"] as const).map((key) => (
                  <th key={key} scope="col">
                    {t(`editing.list.${key}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.id}>
                  <th scope="row">
                    <Link to={row.form} dir="auto">
                      {row.title}
                    </Link>
                  </th>
                  <td>{row.owner}</td>
                  <td>
                    <span className={row.standing === "draft" || row.standing === "reviewed" ? "tag amber" : "tag"}>
                      {t(`editing.standing.${row.standing}`)}
                    </span>
                    {row.standing === "draft" || row.standing === "reviewed" ? (
                      <small className="quiet block">{row.isShown ? t("editing.isShown") : t("editing.isHidden")}</small>
                    ) : null}
                  </td>
                  <td>
                    {row.missing === 0 && row.outdated === 0 ? <span className="quiet">{t("editing.whole")}</span> : null}
                    {row.missing === 0 ? null : <span className="tag late">{t("editing.missing", { count: row.missing })}</span>}{" "}
                    {row.outdated === 0 ? null : <span className="tag amber">{t("editing.outdated", { count: row.outdated })}</span>}
                  </td>
                  <td>{row.changed}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <Pager page={page} pages={pages} addressOf={(one) => addressOf(filter, one)} />
    </div>
  )
}
