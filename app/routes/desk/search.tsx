import { useTranslation } from "react-i18next"
import { Link } from "react-router"
import { choiceQuery } from "#app/domain/admissions/choice-filter.ts"
import { listChoices } from "#app/domain/admissions/choice-queries.server.ts"
import { countryName } from "#app/domain/catalogue/countries.ts"
import { leadQuery } from "#app/domain/leads/lead-filter.ts"
import { listLeads } from "#app/domain/leads/lead-queries.server.ts"
import { may, roleMay, universityOf } from "#app/domain/people/permissions.ts"
import { allowedStaffOf, redirect } from "#app/platform/http.server.ts"
import { shortText } from "#app/ui/desk-dates.ts"
import { Empty } from "#app/ui/desk-parts.tsx"
import type { Route } from "./+types/search"

const shown = 12

/** One box for names, numbers, addresses and references. What means one single thing opens at once. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const ctx = allowedStaffOf(context, may("leads.read"))
  const { t, language } = ctx
  const university = universityOf(ctx.actor)
  const words = (new URL(request.url).searchParams.get("q") ?? "").trim().slice(0, 200)
  if (words === "") return { words, leads: [], choices: [], leadsAll: null, choicesAll: null }
  const scope = { university, personId: ctx.actor.personId, filter: { words }, size: shown }
  const leads = await listLeads(ctx, scope)
  const choices = roleMay(ctx.actor.role, "choices.read") ? await listChoices(ctx, scope) : { rows: [], next: null }
  const [lead, choice] = [leads.rows[0], choices.rows[0]]
  if (choice !== undefined && choices.rows.length === 1 && leads.rows.length <= 1) throw redirect(`/desk/choices/${choice.id}`)
  if (lead !== undefined && leads.rows.length === 1 && choice === undefined) throw redirect(`/desk/leads/${lead.id}`)
  const place = (code: string | null) => (code === null ? null : (countryName(code, language) ?? t("common.elsewhere")))
  const line = (parts: (string | null)[]) => parts.filter((part) => part !== null && part !== "").join(" · ")
  return {
    words,
    leads: leads.rows.map((row) => ({
      id: row.id,
      href: `/desk/leads/${row.id}`,
      name: row.name,
      about: line([place(row.country), row.level === null ? null : t(`common.level.${row.level}`), row.ownerName]),
      aside: shortText(row.activeAt, ctx.now(), language),
      state: t(`states.lead.${row.stage}`),
      isSeen: row.isSeen,
    })),
    choices: choices.rows.map((row) => ({
      id: row.id,
      href: `/desk/choices/${row.id}`,
      name: row.name,
      about: line([row.applicationReference, row.programme, place(row.country)]),
      aside: shortText(row.movedAt, ctx.now(), language),
      state: t(`states.choice.desk.${row.state}`),
      isSeen: row.isSeen,
    })),
    leadsAll: leads.next === null ? null : `/desk/leads?${leadQuery({ words })}`,
    choicesAll: choices.next === null ? null : `/desk/choices?${choiceQuery({ words })}`,
  }
}

type Row = Route.ComponentProps["loaderData"]["leads"][number]

export default function Search({ loaderData: { words, leads, choices, leadsAll, choicesAll } }: Route.ComponentProps) {
  const { t } = useTranslation()
  const isEmpty = leads.length + choices.length === 0
  return (
    <div className="sheet">
      <title>{`${t("desk.search.title")} · ${t("common.name")}`}</title>
      <h1>{words === "" ? t("desk.search.title") : t("desk.search.found", { words })}</h1>
      {isEmpty ? (
        <Empty title={words === "" ? t("desk.search.empty") : t("desk.search.none", { words })}>
          {t(words === "" ? "desk.search.emptyText" : "desk.search.noneText")}
        </Empty>
      ) : null}
      <Found title={t("desk.place.choices")} rows={choices} all={choicesAll} />
      <Found title={t("desk.place.leads")} rows={leads} all={leadsAll} />
    </div>
  )
}

function Found({ title, rows, all }: { title: string; rows: readonly Row[]; all: string | null }) {
  const { t } = useTranslation()
  if (rows.length === 0) return null
  return (
    <>
      <h2>{title}</h2>
      <ol className="rows wrap">
        {rows.map((row) => (
          <li key={row.id}>
            <Link to={row.href} className="row" data-row>
              <i className={row.isSeen ? "dot seen" : "dot"} />
              <b>
                <bdi>{row.name}</bdi>
              </b>
              <span className="aside">{row.aside}</span>
              <small>{row.about}</small>
              <span className="state">{row.state}</span>
            </Link>
          </li>
        ))}
      </ol>
      {all === null ? null : (
        <p>
          <Link to={all}>{t("desk.search.all")}</Link>
        </p>
      )}
    </>
  )
}
