import type { TFunction } from "i18next"
import type { University } from "#app/platform/prisma-client/enums.ts"

type Placed = { university: University | null; placementRule: string | null; placementFacts: unknown }

function fact(facts: unknown, name: string): string | null {
  const value: unknown = typeof facts === "object" && facts !== null ? Reflect.get(facts, name) : null
  return typeof value === "string" || typeof value === "number" ? String(value) : null
}

const fields = ["engineering", "computing", "business", "agriculture", "social_sciences", "health", "architecture"] as const
const languages = ["en", "fr", "ar"] as const

/**
 * Why a choice went where it went, as one sentence in the reader's language, spoken to the candidate or, about the
 * candidate, to the desk; null while it is not placed.
 */
export function placementSentence(t: TFunction, choice: Placed, reader: "candidate" | "desk"): string | null {
  const { university, placementFacts: facts } = choice
  if (university === null || choice.placementRule === null) return null
  const room = reader === "desk" ? "placement.desk" : "placement"
  const name = t(`common.university.${university}`)
  switch (choice.placementRule) {
    case "owner":
      return t(`${room}.owner`, { university: name })
    case "field": {
      const field = fields.find((known) => known === fact(facts, "field"))
      return t(`${room}.field`, { university: name, field: field === undefined ? "" : t(`common.field.${field}`) })
    }
    case "language": {
      const language = languages.find((known) => known === fact(facts, "language"))
      return t(`${room}.language`, { university: name, language: language === undefined ? "" : t(`common.languageName.${language}`) })
    }
    case "preference":
      return t(`${room}.preference`, { university: name })
    case "seats":
      return t(`${room}.seats`, {
        university: name,
        seats: fact(facts, `seats${university}`) ?? "",
        other: t(`common.universityShort.${university === "AUI" ? "UM6P" : "AUI"}`),
        otherSeats: fact(facts, university === "AUI" ? "seatsUM6P" : "seatsAUI") ?? "",
      })
    case "draw":
      return t(`${room}.draw`, { university: name, reference: fact(facts, "reference") ?? "" })
    default:
      return null
  }
}
