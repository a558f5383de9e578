import { done, type Outcome, refuse } from "#app/platform/outcome.ts"
import { latinDigits, tidy } from "#app/platform/text.ts"
import type { ScaleKey } from "./countries.ts"

/**
 * A scale of school results. Results are kept as they stand on the certificate: they are never compared across scales,
 * because national pass rates lie between about 5 % and 89 %.
 */
export type Scale =
  | {
      kind: "numeric"
      min: number
      max: number
      /** Smallest difference between two results. */
      step: number
      /** Lowest result that passes, or null where it is not established. */
      pass: number | null
      example: string
    }
  | {
      kind: "ordinal"
      /** Best first. */
      values: readonly string[]
      /** Whether a certificate carries one grade, or one for each subject. */
      grades: "overall" | "per-subject"
      /** The last grade that passes, or null where it is not established. */
      lastPass: string | null
      /** The last grade that universities commonly count as a credit, or null. */
      lastCredit: string | null
      example: string
    }

/** Source: the boards' own scales as published, see the catalogue's notes on credentials; thresholds are the boards'. */
export const scales = {
  bac20: { kind: "numeric", min: 0, max: 20, step: 0.01, pass: 10, example: "13.5" },
  num20pt: { kind: "numeric", min: 0, max: 20, step: 1, pass: 10, example: "14" },
  percent50: { kind: "numeric", min: 0, max: 100, step: 0.01, pass: 50, example: "67.5" },
  percent: { kind: "numeric", min: 0, max: 100, step: 0.01, pass: null, example: "67.5" },
  wassce9: {
    kind: "ordinal",
    values: ["A1", "B2", "B3", "C4", "C5", "C6", "D7", "E8", "F9"],
    grades: "per-subject",
    lastPass: "E8",
    lastCredit: "C6",
    example: "A1 B2 B3 C4 C5 C6",
  },
  kcse12: {
    kind: "ordinal",
    values: ["A", "A-", "B+", "B", "B-", "C+", "C", "C-", "D+", "D", "D-", "E"],
    grades: "overall",
    lastPass: null,
    lastCredit: "C+",
    example: "B+",
  },
  nsc7: {
    kind: "ordinal",
    values: ["7", "6", "5", "4", "3", "2", "1"],
    grades: "per-subject",
    lastPass: null,
    lastCredit: null,
    example: "7 6 6 5 5 4 4",
  },
  uaceAF: {
    kind: "ordinal",
    values: ["A", "B", "C", "D", "E", "O", "F"],
    grades: "per-subject",
    lastPass: "E",
    lastCredit: null,
    example: "A B C",
  },
  acsee: {
    kind: "ordinal",
    values: ["A", "B", "C", "D", "E", "S", "F"],
    grades: "per-subject",
    lastPass: "E",
    lastCredit: null,
    example: "A B B",
  },
  alevel: {
    kind: "ordinal",
    values: ["A*", "A", "B", "C", "D", "E", "U"],
    grades: "per-subject",
    lastPass: "E",
    lastCredit: null,
    example: "A* A B",
  },
  gceCM: {
    kind: "ordinal",
    values: ["A", "B", "C", "D", "E", "O", "F"],
    grades: "per-subject",
    lastPass: "E",
    lastCredit: null,
    example: "A B C",
  },
  gcse: {
    kind: "ordinal",
    values: ["A*", "A", "B", "C", "D", "E", "F", "G", "U"],
    grades: "per-subject",
    lastPass: null,
    lastCredit: "C",
    example: "A* A B B C C",
  },
  nine: {
    kind: "ordinal",
    values: ["1", "2", "3", "4", "5", "6", "7", "8", "9"],
    grades: "per-subject",
    lastPass: "8",
    lastCredit: "6",
    example: "1 2 2 3 4 5",
  },
} as const satisfies Record<ScaleKey, Scale>

export const scaleKeys: readonly ScaleKey[] = [
  "bac20",
  "num20pt",
  "wassce9",
  "kcse12",
  "nsc7",
  "uaceAF",
  "acsee",
  "alevel",
  "gceCM",
  "gcse",
  "nine",
  "percent50",
  "percent",
]

export function isScaleKey(value: string): value is ScaleKey {
  return scaleKeys.some((key) => key === value)
}

/** A certificate with one grade for each subject names at most this many. */
const mostSubjects = 15

/**
 * Reads a result as a person types it, and gives it in one form: a number with a point ("13.5"), or grades with one
 * space between ("A1 B2 C4"). Comma decimals, Arabic-Indic digits, "13,5/20" and "67 %" are understood.
 *
 * Refuses: `catalogue.result-missing`, `catalogue.result-number` (not a number), `catalogue.result-range` (outside the
 * scale), `catalogue.result-whole` (a scale without parts), `catalogue.result-grade` (no grade of the scale),
 * `catalogue.result-one-grade` (several grades where the certificate has one), `catalogue.result-too-many`.
 */
export function readResult(key: ScaleKey, text: string): Outcome<string> {
  const scale: Scale = scales[key]
  const typed = latinDigits(tidy(text)).replace(/\s+/g, " ")
  if (typed === "") return refuse("catalogue.result-missing", { details: { scale: key, example: scale.example } })
  return scale.kind === "numeric" ? readNumber(key, scale, typed) : readGrades(key, scale, typed)
}

function readNumber(key: ScaleKey, scale: Extract<Scale, { kind: "numeric" }>, typed: string): Outcome<string> {
  const { min, max, step, example } = scale
  const bare = typed.replace(/[,٫]/g, ".").replace(new RegExp(`\\s*(?:/\\s*${max}|[%٪])$`), "")
  if (!/^-?\d{1,6}(?:\.\d{1,6})?$/.test(bare)) return refuse("catalogue.result-number", { details: { scale: key, example } })
  const value = Number(bare)
  if (value < min || value > max) return refuse("catalogue.result-range", { details: { scale: key, min, max } })
  if (step === 1 && !Number.isInteger(value)) return refuse("catalogue.result-whole", { details: { scale: key, example } })
  return done(String(Math.round(value * 100) / 100))
}

function readGrades(key: ScaleKey, scale: Extract<Scale, { kind: "ordinal" }>, typed: string): Outcome<string> {
  const given = typed
    .toUpperCase()
    .replace(/[−–—]/g, "-")
    .split(/[\s,،;/]+/)
    .filter((grade) => grade !== "")
  const unknown = given.find((grade) => !scale.values.includes(grade))
  if (unknown !== undefined || given.length === 0) {
    return refuse("catalogue.result-grade", {
      details: { scale: key, grade: unknown ?? typed, values: scale.values.join(" "), example: scale.example },
    })
  }
  if (scale.grades === "overall" && given.length > 1) {
    return refuse("catalogue.result-one-grade", { details: { scale: key, example: scale.example } })
  }
  if (given.length > mostSubjects) return refuse("catalogue.result-too-many", { details: { scale: key, max: mostSubjects } })
  return done(given.join(" "))
}
