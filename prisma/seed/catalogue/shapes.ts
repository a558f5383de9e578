import type { CatalogueCost, CatalogueText, SchemePay } from "#app/domain/catalogue/catalogue-texts.ts"
import type { AnswerStanding, Field, Language, Level, Owner, Standing, Topic } from "#app/platform/prisma-client/enums.ts"

/**
 * A sample intake: days count from the day of seeding, in Morocco; it opens at 00:00 and closes at 23:59.
 * One of the admission year before is over by now: studies begin three months from today.
 */
export type IntakeSeed = { opens: number; closes: number; seats: number; feeMinor?: number; isYearBefore?: true }

export type ProgrammeSeed = {
  slug: string
  owner: Owner
  level: Level
  field: Field
  teachingLanguages: Language[]
  city: string
  school: string
  standing: Standing
  title: CatalogueText
  summary: CatalogueText
  /** Paragraphs, one a line. */
  about: CatalogueText
  entry: CatalogueText
  costs: CatalogueCost[]
  source: string
  durationMonths?: number
  intakes: IntakeSeed[]
  schemes: string[]
}

export type SchemeSeed = {
  slug: string
  owner: Owner | null
  standing: Standing
  title: CatalogueText
  summary: CatalogueText
  about: CatalogueText
  whoFor: CatalogueText
  covers: CatalogueText
  pays?: SchemePay[]
  nationals?: string[]
  places?: number
  asOf: string
  /** One address a line. */
  source: string
}

export type QuestionSeed = {
  slug: string
  topic: Topic
  /** Absent when it concerns both universities. */
  owner?: Owner
  /** Absent when it concerns every level. */
  levels?: Level[]
  standing: AnswerStanding
  question: CatalogueText
  answer: CatalogueText
  asOf?: string
  source?: string[]
}

export function text(en: string, fr: string, ar: string): CatalogueText {
  return { en, fr, ar }
}
