import { z } from "zod"
import { codePoints, hasForbiddenCharacters, latinDigits, tidy } from "./text.ts"

/*
 * Parts of form schemas. A form arrives as lists of strings by field name; each part takes such a list. The message of
 * an issue is a refusal code, its params are the sentence's values.
 */

const raw = z.array(z.string()).optional()

/** The first value of a field, tidied; empty when it is missing. */
function firstOf(values: string[] | undefined): string {
  return tidy(values?.[0] ?? "")
}

function fail(context: z.core.$RefinementCtx, code: string, params?: Record<string, string | number>) {
  context.addIssue({ code: "custom", message: code, ...(params === undefined ? {} : { params }) })
  return z.NEVER
}

type TextOptions = { max: number; isRequired?: boolean; isLong?: boolean }

/** One text. Line ends become `\n`. Over-long counts code points, as a reader would. */
export function textField({ max, isRequired = false, isLong = false }: TextOptions) {
  return raw.transform((values, context): string => {
    const text = firstOf(values).replace(/\r\n?/g, isLong ? "\n" : "\r")
    if (hasForbiddenCharacters(text, isLong)) return fail(context, "field.control-characters")
    if (text === "" && isRequired) return fail(context, "field.required")
    const count = codePoints(text)
    if (count > max) return fail(context, "field.too-long", { max, count })
    return text
  })
}

/** A part of a name: 1 to 120 code points with a letter of any script; empty when it is not required. */
export function nameField({ isRequired }: { isRequired: boolean }) {
  return textField({ max: 120, isRequired }).transform((text, context): string => {
    if (text !== "" && !/\p{L}/u.test(text)) return fail(context, "field.no-letter")
    return text
  })
}

/** One of the offered answers; undefined when it is empty and may be. */
export function choiceField<const Values extends readonly [string, ...string[]]>(values: Values) {
  return raw.transform((given, context): Values[number] => {
    const text = firstOf(given)
    const found = values.find((value) => value === text)
    if (found !== undefined) return found
    return fail(context, text === "" ? "field.required" : "field.choice")
  })
}

export function optionalChoiceField<const Values extends readonly [string, ...string[]]>(values: Values) {
  return raw.transform((given, context): Values[number] | undefined => {
    const text = firstOf(given)
    if (text === "") return undefined
    const found = values.find((value) => value === text)
    return found ?? fail(context, "field.choice")
  })
}

/** Any number of the offered answers, each once. */
export function choicesField<const Values extends readonly [string, ...string[]]>(values: Values) {
  return raw.transform((given, context): Values[number][] => {
    const found = new Set<Values[number]>()
    for (const value of given ?? []) {
      if (value === "") continue
      const match = values.find((candidate) => candidate === value)
      if (match === undefined) return fail(context, "field.choice")
      found.add(match)
    }
    return [...found]
  })
}

/** A whole number in any digits; undefined when empty. */
export function integerField({ min, max, code = "field.number" }: { min: number; max: number; code?: string }) {
  return raw.transform((given, context): number | undefined => {
    const text = latinDigits(firstOf(given))
    if (text === "") return undefined
    if (!/^\d{1,9}$/.test(text)) return fail(context, "field.number", { example: Math.max(min, max - 8) })
    const value = Number(text)
    if (value < min || value > max) return fail(context, code, { min, max })
    return value
  })
}

/** A ticked box. */
export function boxField() {
  return raw.transform((given): boolean => firstOf(given) !== "")
}
