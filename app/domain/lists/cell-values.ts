import { countries } from "#app/domain/catalogue/countries.ts"
import type { Field, Level } from "#app/platform/prisma-client/enums.ts"
import { foldName, foldWords, latinDigits, tidy } from "#app/platform/text.ts"

/*
 * What a cell of somebody's list means. Each gives null for what cannot be read; an empty cell is not asked.
 */

/** Which of two numbers of a date is the day. */
export type DateOrder = "dmy" | "mdy"

const dayMs = 86_400_000
/** Day 1 of spreadsheets is 1900-01-01, and they count a 29 February 1900 that was none. */
const serialZero = Date.UTC(1899, 11, 30)

export type Birth = { date: Date | null; year: number }

/**
 * A date or a year of birth: 2006-02-28, 28/02/2006, 28.2.06, 38776 (a spreadsheet's day), 2006, in digits of any script.
 * Of two-digit years those after `today` are of the last century.
 */
export function readBirth(text: string, order: DateOrder, today: Date): Birth | null {
  const plain = latinDigits(tidy(text)).replace(/[\u200e\u200f\u061c]/g, "")
  if (/^\d{4}$/.test(plain)) return { date: null, year: Number(plain) }
  if (/^\d{5}(?:\.0+)?$/.test(plain)) return birthOf(new Date(serialZero + Math.floor(Number(plain)) * dayMs))
  const iso = /^(\d{4})[-/.\s](\d{1,2})[-/.\s](\d{1,2})(?:[T\s].*)?$/.exec(plain)
  if (iso !== null) return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const parts = /^(\d{1,2})\s*[-/.\s،]\s*(\d{1,2})\s*[-/.\s،]\s*(\d{4}|\d{2})$/.exec(plain)
  if (parts === null) return null
  const [first, second] = [Number(parts[1]), Number(parts[2])]
  const year = fullYear(parts[3] ?? "", today)
  return order === "dmy" ? dayOf(year, second, first) : dayOf(year, first, second)
}

function fullYear(text: string, today: Date): number {
  const year = Number(text)
  if (text.length === 4) return year
  return year + (year > today.getUTCFullYear() % 100 ? 1900 : 2000)
}

function dayOf(year: number, month: number, day: number): Birth | null {
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? birthOf(date) : null
}

function birthOf(date: Date): Birth {
  return { date, year: date.getUTCFullYear() }
}

/** Month before day only where some date of the list cannot be read otherwise, and none speaks against it. */
export function guessDateOrder(cells: readonly string[], today: Date): DateOrder {
  const readable = (order: DateOrder) => cells.filter((cell) => cell !== "" && readBirth(cell, order, today) !== null).length
  return readable("mdy") > readable("dmy") ? "mdy" : "dmy"
}

const fieldWords: Record<Field, readonly string[]> = {
  engineering: [
    "engineering",
    "ingénierie",
    "génie",
    "ingénieur",
    "mechanics",
    "mécanique",
    "électronique",
    "électricité",
    "هندسة",
    "ميكانيك",
    "الكهرباء",
  ],
  computing: [
    "computer",
    "computing",
    "informatique",
    "informatics",
    "software",
    "data",
    "ia",
    "ai",
    "it",
    "ict",
    "numérique",
    "إعلامية",
    "معلوميات",
    "حاسوب",
    "برمجة",
    "معلوماتية",
  ],
  business: [
    "business",
    "management",
    "gestion",
    "commerce",
    "economics",
    "économie",
    "finance",
    "marketing",
    "comptabilité",
    "accounting",
    "تصرف",
    "تسيير",
    "تجارة",
    "اقتصاد",
    "محاسبة",
    "إدارة",
  ],
  agriculture: ["agriculture", "agronomy", "agronomie", "agro", "farming", "فلاحة", "زراعة"],
  social_sciences: [
    "social",
    "policy",
    "politics",
    "politique",
    "politiques",
    "sciences po",
    "law",
    "droit",
    "sociologie",
    "sociology",
    "psychology",
    "psychologie",
    "communication",
    "letters",
    "lettres",
    "humanities",
    "اجتماعية",
    "سياسة",
    "سياسية",
    "قانون",
    "حقوق",
    "آداب",
  ],
  health: [
    "health",
    "santé",
    "medicine",
    "médecine",
    "nursing",
    "pharmacy",
    "pharmacie",
    "biology",
    "biologie",
    "صحة",
    "طب",
    "صيدلة",
    "الطب",
    "تمريض",
  ],
  architecture: ["architecture", "architect", "urbanisme", "urban planning", "معمار", "عمران"],
}
const fieldOf = new Map(
  Object.entries(fieldWords).flatMap(([field, words]) => words.map((word) => [foldWords(word).join(" "), field as Field] as const)),
)

/** The fields of study that the words of a cell name, each once; null when they name none. */
export function readFields(text: string): Field[] | null {
  const words = foldWords(text)
  const pairs = words.map((word, place) => `${word} ${words[place + 1] ?? ""}`)
  const found = [...new Set([...pairs, ...words].flatMap((word) => fieldOf.get(word) ?? []))]
  // Architecture in Arabic is named as an engineering: الهندسة المعمارية.
  const known = /معمار/.test(text)
    ? found.filter((field) => field !== "engineering").concat(found.includes("architecture") ? [] : ["architecture"])
    : found
  return known.length === 0 ? null : known
}

const levelPatterns: readonly (readonly [Level, RegExp])[] = [
  ["phd", /\b(?:phd|ph d|doctorat|doctorate|doctoral|doctor)\b|دكتوراه/],
  ["master", /\b(?:master|masters|msc|mba|postgraduate|maitrise)\b|ماستر|ماجستير/],
  ["bachelor", /\b(?:bachelor|bachelors|licence|license|bsc|undergraduate|degree|ingenieur)\b|اجازه|بكالوريوس|ليسانس/],
]

/** The level somebody wants to study at. */
export function readLevel(text: string): Level | null {
  const folded = foldName(text)
  return levelPatterns.find(([, pattern]) => pattern.test(folded))?.[0] ?? null
}

/** The level that follows on the class somebody attends now. */
export function readClass(text: string): Level | null {
  const folded = foldName(text)
  if (/\b(?:master 2|m2|master ii|msc 2)\b/.test(folded) || /\b(?:phd|doctorat|doctorate)\b|دكتوراه/.test(folded)) return "phd"
  if (/\b(?:master|m1|msc)\b|ماستر|ماجستير/.test(folded)) return "master"
  if (/\b(?:licence 3|license 3|l3|bachelor 3|year 4|final year|bsc)\b|اجازه|السنه الثالثه جامعي/.test(folded)) return "master"
  const school =
    /\b(?:terminale|tle|premiere|1ere|seconde|2nde|bac|baccalaureat|baccalaureate|ss ?[123]|sss ?[123]|form ?[3456]|grade ?(?:9|10|11|12)|wassce|waec|a level|licence [12]|l[12])\b/
  return school.test(folded) || /باكالوريا|بكالوريا|ثانوي|ثانويه/.test(folded) ? "bachelor" : null
}

const yes = new Set([
  "oui",
  "o",
  "yes",
  "y",
  "true",
  "vrai",
  "1",
  "x",
  "ok",
  "d accord",
  "j accepte",
  "accepte",
  "agreed",
  "agree",
  "نعم",
  "موافق",
  "موافقه",
  "اوافق",
  "✓",
  "✔",
])
const no = new Set(["non", "n", "no", "false", "faux", "0", "pas d accord", "refuse", "لا", "غير موافق", "ارفض"])

/** Whether a cell says yes. */
export function readConsent(text: string): boolean | null {
  const folded = foldName(text)
  if (yes.has(folded) || yes.has(tidy(text))) return true
  return no.has(folded) ? false : null
}

const codeOfCountry = new Map(
  countries.flatMap(({ code, names }) => [code.toLowerCase(), ...Object.values(names).map(foldName)].map((name) => [name, code] as const)),
)

/** A country of the 54 by its code or its name in one of the three languages. */
export function readCountry(text: string): string | null {
  return codeOfCountry.get(foldName(text)) ?? null
}

/** A phone as lists write it: one number of several, without what an extension adds. */
export function phoneInCell(text: string): string {
  const [first = ""] = tidy(text).split(/\s*(?:\/|;|,|\bou\b|\bor\b|أو)\s*/u)
  return first
    .replace(/\s*(?:ext\.?|extension|poste|x|تحويلة)\s*\d*\s*$/iu, "")
    .replace(/^(?:tel|tél|mob|gsm|wa|whatsapp|هاتف)\s*[.:]*\s*/iu, "")
}
