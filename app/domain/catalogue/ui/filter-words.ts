import { useTranslation } from "react-i18next"
import type { FilterName } from "../catalogue-filter.ts"
import { fields, levels, universities } from "../catalogue-filter.ts"

type Words = { name(name: FilterName): string; value(name: FilterName, value: string): string }

/** The words of filters and of their values, as a reader sees them. */
export function useFilterWords(): Words {
  const { t } = useTranslation()
  const isOf = <const Values extends readonly string[]>(values: Values, value: string): value is Values[number] => values.includes(value)
  return {
    name: (name) => t(`site.programmes.filters.${name}`),
    value(name, value) {
      if (name === "level" && isOf(levels, value)) return t(`common.level.${value}`)
      if (name === "field" && isOf(fields, value)) return t(`common.field.${value === "social-sciences" ? "social_sciences" : value}`)
      if (name === "university" && isOf(universities, value))
        return t(`common.universityShort.${({ aui: "AUI", um6p: "UM6P", joint: "JOINT" } as const)[value]}`)
      if (name === "teaching" && isOf(["en", "fr", "ar"], value)) return t(`common.languageName.${value}`)
      if (name === "standing" && isOf(["open", "announced", "closed", "sample"], value)) return t(`common.standing.${value}`)
      if (name === "fee") return t("site.programmes.feeFree")
      if (name === "scholarship") return t("site.programmes.withScholarship")
      return value
    },
  }
}
