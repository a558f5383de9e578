import { z } from "zod"
import type { University } from "#app/platform/prisma-client/enums.ts"
import { answers, type Decided, type ReasonCode, reasonAnswers } from "./decide-eligibility.ts"

const isReasonCode = (code: string): code is ReasonCode => Object.hasOwn(reasonAnswers, code)

/** Answers as a choice keeps them: one for each university it may go to, with the versions of the rules that were asked. */
const keptAnswers = z.array(
  z.object({
    answer: z.enum(answers),
    university: z.enum(["AUI", "UM6P"]),
    isToConfirm: z.boolean(),
    reasons: z.array(
      z.object({
        code: z.string().refine(isReasonCode),
        facts: z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())])),
        ruleId: z.string().nullable(),
      }),
    ),
  }),
)

/** What the rules of this university said when the choice was sent; null for one that was sent before they were asked. */
export function keptAnswer(column: unknown, university: University): Decided | null {
  if (column === null) return null
  return keptAnswers.parse(column).find((kept) => kept.university === university) ?? null
}
