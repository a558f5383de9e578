import pg from "pg"
import type { ProgrammeFilter } from "#app/domain/catalogue/catalogue-filter.ts"
import { listQuestions } from "#app/domain/catalogue/question-queries.server.ts"
import { refreshSearch } from "#app/domain/catalogue/refresh-search.server.ts"
import { searchProgrammes } from "#app/domain/catalogue/search-programmes.server.ts"
import { type Database, openPglite, openPostgres } from "#app/platform/db.server.ts"
import type { Topic } from "#app/platform/prisma-client/enums.ts"
import { questionSeeds } from "#prisma/seed/catalogue/questions.ts"
import { languages } from "#app/locales/languages.ts"
import { dice, fillCatalogue, subjects } from "./catalogue-data.ts"
import { median, type Report } from "./report.ts"
import { throwAwayDatabase } from "./throw-away-database.ts"

const sizes = { programmes: 5_000, questions: 20_000 }
/** Odd, so that one of them is the median: what a search takes when the machine does other things beside is no word on it. */
const rounds = 5

/** What people type: words of one language or of two, common ones and rare ones, cut short, or with a letter wrong. */
const typed = [
  ...subjects.flatMap(({ name }, at) => [name[languages[at % 3] ?? "en"], name[languages[(at + 1) % 3] ?? "fr"]]),
  ...questionSeeds.flatMap(({ question }, at) => question[languages[at % 3] ?? "en"]),
  "bourse",
  "scholarship",
  "منحة",
  "master",
  "ماستر",
  "licence",
  "université",
  "university",
  "الجامعة",
  "visa",
  "تأشيرة",
  "informatik",
  "enginering",
  "génie civile",
  "الهندسه",
  "medecine",
  "agricultre",
  "agr",
  "cyber",
  "logis",
  "phar",
  "master informatique Rabat",
  "phd water Senegal",
  "دكتوراه المياه",
  "bourse Sénégal infirmier",
  "architecture الهندسة",
  "xqzvw",
  "visa toefl xqzvw",
  "?!… %_\\",
  "logement",
  "housing Kenya",
  "السكن",
  "passeport Cameroun",
  "fees Nigeria nursing",
]

type Search = { about: "programmes" | "questions"; q: string; filter: ProgrammeFilter; topic: Topic | null; page: number }

/** Each of the searches of both kinds, some with a filter or on a further page, and the lists that nothing was typed for. */
function searches(): Search[] {
  const pick = dice(2)
  return [...typed, "", "", ""].flatMap((q) => [
    {
      about: "programmes" as const,
      q,
      filter: pick<ProgrammeFilter>([
        {},
        {},
        {},
        { level: "master" },
        { university: "um6p", fee: "free" },
        { field: "computing", year: "2027" },
      ]),
      topic: null,
      page: pick([1, 1, 1, 2]),
    },
    { about: "questions" as const, q, filter: {}, topic: pick([null, null, null, "money", "papers"] as const), page: pick([1, 1, 1, 2]) },
  ])
}

export async function runSearches(report: Report, postgres: string | null): Promise<void> {
  if (postgres !== null) {
    const { url, drop } = await throwAwayDatabase(postgres)
    try {
      const database = await openPostgres(url)
      try {
        await measure(report, database, { name: "PostgreSQL", most: 20, bareUrl: url })
      } finally {
        await database.close()
      }
    } finally {
      await drop()
    }
  }
  const embedded = await openPglite(null)
  try {
    await measure(report, embedded, { name: "PGlite" })
  } finally {
    await embedded.close()
  }
}

async function measure(
  report: Report,
  database: Database,
  { name, most, bareUrl }: { name: string; most?: number; bareUrl?: string },
): Promise<void> {
  const { prisma } = database
  await fillCatalogue(database, sizes)
  const begun = performance.now()
  await refreshSearch(prisma)
  report.say(`${name}, all texts read`, Math.round(performance.now() - begun), "ms")
  await prisma.$executeRawUnsafe("vacuum analyze")
  report.say(`${name}, programmes`, await prisma.programme.count(), "programmes")
  report.say(`${name}, questions`, await prisma.question.count(), "questions")
  const ctx = {
    db: prisma,
    now: () => new Date("2026-11-23T12:00:00Z"),
    language: "fr" as const,
    settings: { publicUrl: "", isDemo: true, secret: "", mailWebhookSecret: null, senders: { AUI: "", UM6P: "", JOINT: "" } },
  }
  const run = async ({ about, q, filter, topic, page }: Search) =>
    about === "programmes" ? void (await searchProgrammes(ctx, { q, filter, page })) : void (await listQuestions(ctx, { q, topic, page }))
  const all = searches()
  for (const search of all) await run(search)

  const bare = bareUrl === undefined ? null : await bareOf(bareUrl, all, run)
  const took = new Map<Search, number[]>(all.map((search) => [search, []]))
  const ratios: number[] = []
  for (let round = 0; round < rounds; round++) {
    for (const search of all) {
      const startedAt = performance.now()
      await run(search)
      const ms = performance.now() - startedAt
      took.get(search)?.push(ms)
      if (bare !== null) ratios.push(ms / (await bare.run(search)))
    }
  }
  await bare?.end()
  for (const about of ["programmes", "questions"] as const) {
    const times = [...took].flatMap(([search, ms]) => (search.about === about ? [median(ms)] : []))
    report.say(`${name}, ${about}, p50`, rounded(median(times)), "ms")
    report.say(`${name}, ${about}, p95`, rounded(share(times, 0.95)), "ms", most === undefined ? undefined : { most })
    const slowest = [...took].filter(([search]) => search.about === about).toSorted((a, b) => median(b[1]) - median(a[1]))[0]
    if (slowest !== undefined) report.say(`${name}, ${about}, slowest: “${slowest[0].q}”`, rounded(median(slowest[1])), "ms")
  }
  if (ratios.length > 0) report.say(`${name}, ratio to the same statements by pg, median`, rounded(median(ratios)), "of bare")
}

/** The statements of each search, as the verbs sent them, to be sent again by pg with nothing around. */
async function bareOf(url: string, all: readonly Search[], run: (search: Search) => Promise<void>) {
  type Statement = { text: string; values: unknown[] }
  const statements = new Map<Search, Statement[]>()
  const query = pg.Client.prototype.query
  let heard: Statement[] = []
  pg.Client.prototype.query = function (this: pg.Client, ...args: never[]) {
    const [asked] = args as unknown[]
    if (typeof asked === "object" && asked !== null && "text" in asked && typeof asked.text === "string") {
      heard.push({
        text: asked.text,
        values: (args as unknown[]).find(Array.isArray) ?? ("values" in asked && Array.isArray(asked.values) ? asked.values : []),
      })
    }
    return Reflect.apply(query, this, args)
  } as typeof query
  try {
    for (const search of all) {
      heard = []
      await run(search)
      statements.set(search, heard)
    }
  } finally {
    pg.Client.prototype.query = query
  }
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  return {
    async run(search: Search): Promise<number> {
      const startedAt = performance.now()
      for (const { text, values } of statements.get(search) ?? []) await client.query(text, values)
      return performance.now() - startedAt
    },
    end: () => client.end(),
  }
}

function share(values: readonly number[], part: number): number {
  return values.toSorted((a, b) => a - b)[Math.ceil(values.length * part) - 1] ?? Number.NaN
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100
}
