import type { TFunction } from "i18next"
import { countriesSorted, countryName } from "#app/domain/catalogue/countries.ts"
import { type Language, languages } from "#app/locales/languages.ts"
import type { FilterSelect, FilterText } from "#app/ui/desk-list.tsx"
import { type LeadFilter, leadOrders } from "../lead-filter.ts"
import { leadNeeds } from "../lead-need.ts"
import { leadStages } from "../lead-states.ts"

const levels = ["bachelor", "master", "phd"] as const

/** What a filter narrows to, each part in the reader's words. */
export function filterWords(filter: LeadFilter, t: TFunction, language: Language): { key: keyof LeadFilter; label: string }[] {
  const words: Record<keyof LeadFilter, () => string> = {
    need: () => t(`triage.need.${filter.need ?? "late"}`),
    stage: () => t(`states.lead.${filter.stage ?? "new"}`),
    country: () => countryName(filter.country ?? "", language) ?? t("common.elsewhere"),
    level: () => t(`common.level.${filter.level ?? "bachelor"}`),
    language: () => t(`common.languageName.${filter.language ?? "en"}`),
    owner: () => t(filter.owner === "mine" ? "desk.filter.mine" : "desk.filter.unowned"),
    tag: () => `#${filter.tag ?? ""}`,
    place: () => filter.place ?? "",
    source: () => filter.source ?? "",
    score: () => `${t("triage.filter.score")} ${filter.score ?? 0}`,
    words: () => t("triage.words", { words: filter.words ?? "" }),
    order: () => t(`triage.order.${filter.order ?? "need"}`),
  }
  return (Object.keys(filter) as (keyof LeadFilter)[]).map((key) => ({ key, label: words[key]() }))
}

/** The lists a filter is chosen from. */
export function filterChoices(filter: LeadFilter, t: TFunction, language: Language): FilterSelect[] {
  return [
    {
      name: "need",
      label: t("triage.filter.need"),
      value: filter.need ?? "",
      options: leadNeeds.map((value) => ({ value, label: t(`triage.need.${value}`) })),
    },
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
      name: "order",
      label: t("triage.filter.order"),
      none: t("triage.order.need"),
      value: filter.order ?? "",
      options: leadOrders.map((value) => ({ value, label: t(`triage.order.${value}`) })),
    },
  ]
}

/** What is typed to narrow a list. */
export function filterTexts(filter: LeadFilter, t: TFunction): FilterText[] {
  return [
    { name: "tag", label: t("triage.filter.tag"), value: filter.tag ?? "", kind: "text" },
    { name: "place", label: t("triage.filter.place"), value: filter.place ?? "", kind: "text" },
    { name: "score", label: t("triage.filter.score"), value: filter.score === undefined ? "" : String(filter.score), kind: "number" },
  ]
}
