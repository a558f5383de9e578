import { useTranslation } from "react-i18next"
import { Outlet, useParams } from "react-router"
import { type ChoiceFilter, choiceNeeds, choiceQuery, readChoiceFilter } from "#app/domain/admissions/choice-filter.ts"
import { choiceViews, countChoices, listChoiceProgrammes, listChoices } from "#app/domain/admissions/choice-queries.server.ts"
import { choiceStates } from "#app/domain/applications/choice-states.ts"
import { countriesSorted, countryName } from "#app/domain/catalogue/countries.ts"
import { may, roleMay, universityOf } from "#app/domain/people/permissions.ts"
import { allowedStaffOf } from "#app/platform/http.server.ts"
import { countText, shortText } from "#app/ui/desk-dates.ts"
import { DeskList } from "#app/ui/desk-list.tsx"
import { Empty } from "#app/ui/desk-parts.tsx"
import type { Route } from "./+types/choices"

const levels = ["bachelor", "master", "phd"] as const
const countCap = 1000

export async function loader({ request, context }: Route.LoaderArgs) {
  const ctx = allowedStaffOf(context, may("choices.read"))
  const { t, language } = ctx
  const university = universityOf(ctx.actor)
  const query = new URL(request.url).searchParams
  const filter = readChoiceFilter(query)
  const after = query.get("after")
  const scope = { university, personId: ctx.actor.personId, filter }
  const page = await listChoices(ctx, { ...scope, after })
  const count = await countChoices(ctx, scope)
  const programmes = await listChoiceProgrammes(ctx, university)
  const own = choiceQuery(filter)
  const keep = new URLSearchParams(own)
  if (after !== null && page.rows.length > 0) keep.set("after", after)
  const kept = keep.toString()
  const to = (path: string, rest: string) => (rest === "" ? path : `${path}?${rest}`)
  const view = choiceViews.find((one) => choiceQuery(one.filter) === own)
  const words: Record<keyof ChoiceFilter, () => string> = {
    need: () => t(`desk.choiceView.${filter.need ?? "review"}`),
    state: () => t(`states.choice.desk.${filter.state ?? "placed"}`),
    level: () => t(`common.level.${filter.level ?? "bachelor"}`),
    country: () => countryName(filter.country ?? "", language) ?? t("common.elsewhere"),
    programmeId: () => programmes.find(({ id }) => id === filter.programmeId)?.title ?? t("desk.filter.programme"),
    owner: () => t(filter.owner === "mine" ? "desk.filter.mine" : "desk.filter.unowned"),
    isUnseen: () => t("desk.filter.unseen"),
    words: () => `“${filter.words ?? ""}”`,
  }
  return {
    title: view === undefined ? t("desk.place.choices") : t(`desk.choiceView.${view.key}`),
    count: countText(count, countCap, language),
    items: page.rows.map((choice) => ({
      id: choice.id,
      href: to(`/desk/choices/${choice.id}`, kept),
      name: choice.name,
      about: [
        choice.programme,
        choice.country === null ? null : (countryName(choice.country, language) ?? t("common.elsewhere")),
        choice.ownerName,
      ]
        .filter((part) => part !== null && part !== "")
        .join(" · "),
      aside: shortText(choice.movedAt, ctx.now(), language),
      state: t(`states.choice.desk.${choice.state}`),
      isSeen: choice.isSeen,
    })),
    chips: (Object.keys(filter) as (keyof ChoiceFilter)[]).map((key) => {
      const { [key]: _, ...rest } = filter
      return { label: words[key](), without: to("/desk/choices", choiceQuery(rest)) }
    }),
    filters: [
      {
        name: "need",
        label: t("desk.filter.need"),
        value: filter.need ?? "",
        options: choiceNeeds.map((value) => ({ value, label: t(`desk.choiceView.${value}`) })),
      },
      {
        name: "state",
        label: t("desk.filter.state"),
        value: filter.state ?? "",
        options: choiceStates.filter((value) => value !== "listed").map((value) => ({ value, label: t(`states.choice.desk.${value}`) })),
      },
      {
        name: "level",
        label: t("desk.filter.level"),
        value: filter.level ?? "",
        options: levels.map((value) => ({ value, label: t(`common.level.${value}`) })),
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
        name: "programme",
        label: t("desk.filter.programme"),
        value: filter.programmeId ?? "",
        options: programmes.map(({ id, title }) => ({ value: id, label: title })),
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
    next: page.next === null ? null : to("/desk/choices", `${own === "" ? "" : `${own}&`}after=${page.next}`),
    first: after === null ? null : to("/desk/choices", own),
    exportTo: roleMay(ctx.actor.role, "choices.export") && page.rows.length > 0 ? to("/desk/choices/export", own) : null,
    isFiltered: own !== "",
  }
}

export function shouldRevalidate() {
  return true
}

export default function Choices({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation()
  const { choiceId } = useParams()
  const { isFiltered, ...list } = loaderData
  return (
    <div className={choiceId === undefined ? "split" : "split has-detail"}>
      <title>{`${loaderData.title} · ${t("common.name")}`}</title>
      <DeskList
        {...list}
        path="/desk/choices"
        selectedId={choiceId ?? null}
        empty={
          <Empty title={t(isFiltered ? "desk.choices.noneHere" : "desk.choices.none")}>
            {t(isFiltered ? "desk.choices.noneHereText" : "desk.choices.noneText")}
          </Empty>
        }
      />
      <div className="pane">
        <Outlet />
      </div>
    </div>
  )
}
