import { useTranslation } from "react-i18next"
import { Outlet, useParams } from "react-router"
import { countriesSorted, countryName } from "#app/domain/catalogue/countries.ts"
import { type LeadFilter, leadQuery, readLeadFilter } from "#app/domain/leads/lead-filter.ts"
import { countCap, countLeads, leadViews, listLeads } from "#app/domain/leads/lead-queries.server.ts"
import { leadStages } from "#app/domain/leads/lead-states.ts"
import { may, roleMay, universityOf } from "#app/domain/people/permissions.ts"
import { languages } from "#app/locales/languages.ts"
import { allowedStaffOf } from "#app/platform/http.server.ts"
import { countText, shortText } from "#app/ui/desk-dates.ts"
import { DeskList } from "#app/ui/desk-list.tsx"
import { Empty } from "#app/ui/desk-parts.tsx"
import { listed } from "#app/ui/listed.ts"
import type { Route } from "./+types/leads"

const levels = ["bachelor", "master", "phd"] as const

export async function loader({ request, context }: Route.LoaderArgs) {
  const ctx = allowedStaffOf(context, may("leads.read"))
  const { t, language } = ctx
  const university = universityOf(ctx.actor)
  const query = new URL(request.url).searchParams
  const filter = readLeadFilter(query)
  const after = query.get("after")
  const scope = { university, personId: ctx.actor.personId, filter }
  const page = await listLeads(ctx, { ...scope, after })
  const count = await countLeads(ctx, scope)
  const own = leadQuery(filter)
  // The page of the list one is on stays while a lead is opened beside it.
  const keep = new URLSearchParams(own)
  if (after !== null && page.rows.length > 0) keep.set("after", after)
  const kept = keep.toString()
  const to = (path: string, rest: string) => (rest === "" ? path : `${path}?${rest}`)
  const view = leadViews.find((one) => leadQuery(one.filter) === own)
  const words: Record<keyof LeadFilter, () => string> = {
    stage: () => t(`states.lead.${filter.stage ?? "new"}`),
    country: () => countryName(filter.country ?? "", language) ?? t("common.elsewhere"),
    level: () => t(`common.level.${filter.level ?? "bachelor"}`),
    language: () => t(`common.languageName.${filter.language ?? "en"}`),
    owner: () => t(filter.owner === "mine" ? "desk.filter.mine" : "desk.filter.unowned"),
    isUnseen: () => t("desk.filter.unseen"),
    words: () => `“${filter.words ?? ""}”`,
  }
  return {
    title: view === undefined ? t("desk.place.leads") : t(`desk.leadView.${view.key}`),
    count: countText(count, countCap, language),
    items: page.rows.map((lead) => ({
      id: lead.id,
      href: to(`/desk/leads/${lead.id}`, kept),
      name: lead.name,
      about: [
        lead.country === null ? null : (countryName(lead.country, language) ?? t("common.elsewhere")),
        lead.level === null ? null : t(`common.level.${lead.level}`),
        listed(
          t,
          lead.fields.map((field) => t(`common.field.${field}` as "common.field.health")),
        ),
        lead.ownerName,
      ]
        .filter((part) => part !== null && part !== "")
        .join(" · "),
      aside: shortText(lead.activeAt, ctx.now(), language),
      state: t(`states.lead.${lead.stage}`),
      isSeen: lead.isSeen,
    })),
    chips: (Object.keys(filter) as (keyof LeadFilter)[]).map((key) => {
      const { [key]: _, ...rest } = filter
      return { label: words[key](), without: to("/desk/leads", leadQuery(rest)) }
    }),
    filters: [
      {
        name: "stage",
        label: t("desk.filter.stage"),
        value: filter.stage ?? "",
        options: leadStages.map((value) => ({ value, label: t(`states.lead.${value}`) })),
      },
      {
        name: "country",
        label: t("desk.filter.country"),
        value: filter.country ?? "",
        options: [
          ...countriesSorted(language).map(({ code, name }) => ({ value: code, label: name })),
          { value: "ZZ", label: t("common.elsewhere") },
        ],
      },
      {
        name: "level",
        label: t("desk.filter.level"),
        value: filter.level ?? "",
        options: levels.map((value) => ({ value, label: t(`common.level.${value}`) })),
      },
      {
        name: "language",
        label: t("desk.filter.language"),
        value: filter.language ?? "",
        options: languages.map((value) => ({ value, label: t(`common.languageName.${value}`) })),
      },
      {
        name: "owner",
        label: t("desk.filter.owner"),
        value: filter.owner ?? "",
        options: [
          { value: "mine", label: t("desk.filter.mine") },
          { value: "none", label: t("desk.filter.unowned") },
        ],
      },
      {
        name: "unseen",
        label: t("desk.filter.seen"),
        value: filter.isUnseen === true ? "1" : "",
        options: [{ value: "1", label: t("desk.filter.unseen") }],
      },
    ],
    words: filter.words ?? "",
    next: page.next === null ? null : to("/desk/leads", `${own === "" ? "" : `${own}&`}after=${page.next}`),
    first: after === null ? null : to("/desk/leads", own),
    exportTo: roleMay(ctx.actor.role, "leads.export") && page.rows.length > 0 ? to("/desk/leads/export", own) : null,
    isFiltered: own !== "",
  }
}

export function shouldRevalidate() {
  return true
}

export default function Leads({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation()
  const { leadId } = useParams()
  const { isFiltered, ...list } = loaderData
  return (
    <div className={leadId === undefined ? "split" : "split has-detail"}>
      <title>{`${loaderData.title} · ${t("common.name")}`}</title>
      <DeskList
        {...list}
        path="/desk/leads"
        selectedId={leadId ?? null}
        empty={
          <Empty title={t(isFiltered ? "desk.leads.noneHere" : "desk.leads.none")}>
            {t(isFiltered ? "desk.leads.noneHereText" : "desk.leads.noneText")}
          </Empty>
        }
      />
      <div className="pane">
        <Outlet />
      </div>
    </div>
  )
}
