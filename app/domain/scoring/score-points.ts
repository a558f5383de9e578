import { z } from "zod"
import { integerField } from "#app/platform/fields.ts"

/*
 * What a score may be made of. Neither where somebody lives, nor who they are, nor whether and on which number they can be
 * called is among it: a test holds that they change nothing.
 */

export const scoreReasons = [
  "fit",
  "level",
  "fields",
  "birth",
  "message",
  "week",
  "month",
  "quarter",
  "came",
  "registered",
  "replied",
] as const
export type ScoreReason = (typeof scoreReasons)[number]

export type Points = Record<ScoreReason, number>

/** With which an installation begins; together a hundred at most. */
export const firstPoints: Points = {
  fit: 30,
  level: 5,
  fields: 5,
  birth: 5,
  message: 5,
  week: 15,
  month: 8,
  quarter: 3,
  came: 20,
  registered: 5,
  replied: 15,
}

export const mostPoints = 100

const points = integerField({ min: 0, max: mostPoints, code: "scoring.points-range" }).refine(
  (value) => value !== undefined,
  "field.required",
)

export const pointsForm = z.object({
  version: integerField({ min: 0, max: 999_999 }),
  fit: points,
  level: points,
  fields: points,
  birth: points,
  message: points,
  week: points,
  month: points,
  quarter: points,
  came: points,
  registered: points,
  replied: points,
} satisfies Record<ScoreReason | "version", z.ZodType>)

const kept = z.record(z.string(), z.number())

/** Points as a version keeps them; a reason that came after that version counts nothing in it. */
export function pointsOf(column: unknown): Points {
  const given = kept.parse(column)
  const {
    fit = 0,
    level = 0,
    fields = 0,
    birth = 0,
    message = 0,
    week = 0,
    month = 0,
    quarter = 0,
    came = 0,
    registered = 0,
    replied = 0,
  } = given
  return { fit, level, fields, birth, message, week, month, quarter, came, registered, replied }
}
