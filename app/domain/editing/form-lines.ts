import { z } from "zod"

const mostLines = 30

/**
 * A list of a form: its lines are numbered in the names of their fields, `costs-0-amount`. A line whose `keys` are all
 * empty is none, and so is one that is ticked to be removed. A problem keeps the number of its line.
 */
export function linesField<Line extends z.ZodType>(line: Line, keys: readonly string[]) {
  return z
    .preprocess(
      (given) => {
        if (!isRecord(given)) return []
        const numbers = Object.keys(given).filter((key) => /^\d{1,2}$/.test(key) && Number(key) < mostLines)
        const lines: unknown[] = Array.from({ length: Math.max(0, ...numbers.map((key) => Number(key) + 1)) }, () => null)
        for (const key of numbers) {
          const one = given[key]
          if (isRecord(one) && one["remove"] === undefined && keys.some((name) => isFilled(one[name]))) lines[Number(key)] = one
        }
        return lines
      },
      z.array(z.nullable(line)),
    )
    .transform((lines) => lines.filter((one) => one !== null))
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value)
}

function isFilled(value: unknown): boolean {
  if (Array.isArray(value)) return value.some((one) => typeof one === "string" && one.trim() !== "")
  return isRecord(value) && Object.values(value).some(isFilled)
}
