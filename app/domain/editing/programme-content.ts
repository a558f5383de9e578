import { z } from "zod"
import { levels } from "#app/domain/catalogue/catalogue-filter.ts"
import { costPers, lineKinds } from "#app/domain/catalogue/catalogue-texts.ts"
import { moroccoDayField, timeField } from "#app/domain/catalogue/morocco-fields.ts"
import { moroccoDay, moroccoInstant } from "#app/domain/catalogue/morocco-time.ts"
import { languages } from "#app/locales/languages.ts"
import { boxField, choiceField, choicesField, integerField, optionalChoiceField, textField } from "#app/platform/fields.ts"
import { draftText, draftTextField } from "./draft-text.ts"
import { linesField } from "./form-lines.ts"
import { isLink } from "./link-lines.ts"
import { moneyField } from "./money-field.ts"
import { standings } from "./scheme-content.ts"

export const fields = ["engineering", "computing", "business", "agriculture", "social_sciences", "health", "architecture"] as const
export const currencies = ["MAD", "EUR", "USD"] as const
export const confidences = ["high", "medium", "low"] as const
const owners = ["AUI", "UM6P", "JOINT"] as const
const lastSecondMs = 59_000

const costContent = z
  .object({
    item: draftText,
    /** Null where nobody has said yet which of a year's costs it is. */
    lineKind: z.enum(lineKinds).nullable(),
    /** How often it falls due in a year, from least to most, where that is said. */
    timesLeast: z.int().nullable(),
    timesMost: z.int().nullable(),
    amountMinor: z.int(),
    amountMaxMinor: z.int().nullable(),
    currency: z.string(),
    per: z.enum(costPers),
    asOf: z.string(),
    isDated: z.boolean(),
    source: z.string(),
    confidence: z.enum(confidences),
  })
  .strict()

const intakeContent = z
  .object({
    id: z.string(),
    owner: z.enum(owners),
    admissionYear: z.int(),
    /** A day, `2027-09-01`. */
    startsOn: z.string(),
    /** Instants in UTC. */
    opensAt: z.string(),
    closesAt: z.string(),
    seats: z.int(),
    feeMinor: z.int(),
    feeCurrency: z.string(),
    isSample: z.boolean(),
  })
  .strict()

/** A programme as a version keeps it, with its intakes. */
export const programmeContent = z
  .object({
    kind: z.literal("programme"),
    slug: z.string(),
    owner: z.enum(owners),
    level: z.enum(levels),
    field: z.enum(fields),
    teachingLanguages: z.array(z.enum(languages)),
    city: z.string(),
    school: z.string(),
    standing: z.enum(standings),
    title: draftText,
    summary: draftText,
    about: draftText,
    entry: draftText,
    costs: z.array(costContent),
    source: z.string(),
    durationMonths: z.int().nullable(),
    /** Addresses of the scholarships it may go with. */
    schemes: z.array(z.string()),
    intakes: z.array(intakeContent),
  })
  .strict()

export type ProgrammeContent = z.output<typeof programmeContent>
export type CostContent = ProgrammeContent["costs"][number]
export type IntakeContent = ProgrammeContent["intakes"][number]

export const programmeTexts = [
  { name: "title", look: "line" },
  { name: "summary", look: "sentence" },
  { name: "about", look: "paragraphs" },
  { name: "entry", look: "paragraphs" },
] as const

const required = <Value>(field: z.ZodType<Value | null | undefined, string[] | undefined>) =>
  field.transform((value, context): Value => {
    if (value !== null && value !== undefined) return value
    context.addIssue({ code: "custom", message: "field.required" })
    return z.NEVER
  })

const linkField = textField({ max: 500 }).refine((text) => text === "" || isLink(text), { message: "editing.one-link" })

const timesField = integerField({ min: 1, max: 60, code: "editing.range" }).transform((times) => times ?? null)

const costForm = z
  .object({
    item: draftTextField({ max: 160 }),
    lineKind: optionalChoiceField(lineKinds).transform((kind) => kind ?? null),
    timesLeast: timesField,
    timesMost: timesField,
    amount: required(moneyField()),
    amountMax: moneyField(),
    currency: choiceField(currencies),
    per: choiceField(costPers),
    asOf: textField({ max: 7 }).refine((text) => /^20\d\d(?:-\d\d)?$/.test(text), { message: "editing.cost-year" }),
    isDated: boxField(),
    source: linkField.refine((text) => text !== "", { message: "field.required" }),
    confidence: choiceField(confidences),
  })
  .refine(({ amount, amountMax }) => amountMax === null || amountMax > amount, { path: ["amountMax"], message: "editing.cost-range" })
  .refine(({ timesLeast, timesMost }) => timesMost === null || (timesLeast !== null && timesMost >= timesLeast), {
    path: ["timesMost"],
    message: "editing.cost-range",
  })
  .transform(({ amount, amountMax, ...cost }): CostContent => ({ ...cost, amountMinor: amount, amountMaxMinor: amountMax }))

const dayField = textField({ max: 20 }).refine((text) => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)), {
  message: "field.date",
})

const intakeForm = z
  .object({
    /** Empty for a new one. */
    id: textField({ max: 36 }),
    owner: optionalChoiceField(owners),
    admissionYear: required(integerField({ min: 2020, max: 2100, code: "editing.range" })),
    startsOn: dayField,
    opensDay: moroccoDayField(0, 0),
    opensTime: timeField,
    closesDay: moroccoDayField(0, 0),
    closesTime: timeField,
    seats: required(integerField({ min: 1, max: 100_000, code: "editing.range" })),
    fee: moneyField(),
    isSample: boxField(),
  })
  .transform(({ opensDay, opensTime, closesDay, closesTime, fee, owner, ...intake }) => ({
    ...intake,
    owner: owner ?? ("JOINT" as const),
    opensAt: clockInstant(opensDay, opensTime).toISOString(),
    // Who sends at 23:59 is in time for as long as clocks show 23:59.
    closesAt: new Date(clockInstant(closesDay, closesTime).getTime() + lastSecondMs).toISOString(),
    feeMinor: fee ?? 0,
    feeCurrency: "MAD",
  }))
  .refine(({ opensAt, closesAt }) => opensAt < closesAt, { path: ["closesDay"], message: "editing.closes-before-opens" })

function clockInstant(day: Date, { hour, minute }: { hour: number; minute: number }): Date {
  return moroccoInstant(moroccoDay(day), hour, minute)
}

export const programmeForm = z.object({
  level: choiceField(levels),
  field: choiceField(fields),
  teachingLanguages: choicesField(languages),
  city: textField({ max: 80 }),
  school: textField({ max: 160 }),
  standing: choiceField(standings),
  title: draftTextField({ max: 160 }),
  summary: draftTextField({ max: 400, isLong: true }),
  about: draftTextField({ max: 6000, isLong: true }),
  entry: draftTextField({ max: 4000, isLong: true }),
  costs: linesField(costForm, ["item", "amount"]),
  source: linkField,
  durationMonths: integerField({ min: 1, max: 120, code: "editing.range" }).transform((months) => months ?? null),
  schemes: z
    .array(z.string().max(80))
    .optional()
    .transform((slugs) => (slugs ?? []).filter((slug) => slug !== "")),
  intakes: linesField(intakeForm, ["admissionYear", "startsOn", "opensDay", "closesDay", "seats"]),
})
