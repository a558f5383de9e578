import { z } from "zod"
import { levels } from "#app/domain/catalogue/catalogue-filter.ts"
import { topics } from "#app/domain/catalogue/question-topics.ts"
import { choiceField, choicesField, textField } from "#app/platform/fields.ts"
import { draftText, draftTextField } from "./draft-text.ts"
import { linksField } from "./link-lines.ts"

export const answerStandings = ["published", "to_confirm", "ours"] as const

/** A question as a version keeps it. */
export const questionContent = z
  .object({
    kind: z.literal("question"),
    slug: z.string(),
    /** Null when it concerns both universities. */
    owner: z.enum(["AUI", "UM6P", "JOINT"]).nullable(),
    topic: z.enum(topics),
    /** Empty when it concerns every level. */
    levels: z.array(z.enum(levels)),
    standing: z.enum(answerStandings),
    question: draftText,
    answer: draftText,
    asOf: z.string(),
    source: z.string(),
  })
  .strict()

export type QuestionContent = z.output<typeof questionContent>

export const questionTexts = [
  { name: "question", look: "line" },
  { name: "answer", look: "paragraphs" },
] as const

export const questionForm = z.object({
  topic: choiceField(topics),
  levels: choicesField(levels),
  standing: choiceField(answerStandings),
  question: draftTextField({ max: 200 }),
  answer: draftTextField({ max: 4000, isLong: true }),
  asOf: textField({ max: 40 }),
  source: linksField(),
})
