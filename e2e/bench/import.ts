import { spawnSync } from "node:child_process"
import { randomBytes } from "node:crypto"
import { createWriteStream, mkdtempSync, openAsBlob, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import { pipeline } from "node:stream/promises"
import { beginImport } from "#app/domain/imports/begin-import.server.ts"
import { checkImport } from "#app/domain/imports/check-import.server.ts"
import { dateOrderOf, mappingOf } from "#app/domain/imports/found-import.ts"
import { mapColumns } from "#app/domain/imports/map-columns.server.ts"
import { runImport } from "#app/domain/imports/run-import.server.ts"
import { undoImport } from "#app/domain/imports/undo-import.server.ts"
import { workImport } from "#app/domain/imports/work-import.server.ts"
import { workUndo } from "#app/domain/imports/work-undo.server.ts"
import { systemClock } from "#app/platform/clock.server.ts"
import { type Ctx, makeCtx } from "#app/platform/ctx.server.ts"
import { type Database, openPglite, openPostgres } from "#app/platform/db.server.ts"
import type { Outcome } from "#app/platform/outcome.ts"
import { openStorage } from "#app/platform/storage.server.ts"
import { bareImport } from "./bare-import-sql.ts"
import type { Report } from "./report.ts"
import { throwAwayDatabase } from "./throw-away-database.ts"

/** A heap of 256 MB, of which the product itself takes a fifth. */
const heap = "--max-old-space-size=256"

/*
 * A partner's list from the file to the leads, and back, by the verbs and the jobs of the product: 100,000 rows on PostgreSQL when
 * TEST_DATABASE_URL is set, else 10,000 on the embedded database. Beside it, in the same run, the same rows of the same tables
 * by unnest and nothing else: nobody is looked up, nothing is locked, nothing can be undone.
 */
export async function measureImport(report: Report): Promise<void> {
  // With gigabytes to spare V8 lets garbage lie, and what is resident says nothing of what is needed. So it runs in a heap in
  // which what a list leaves behind has to be collected, and which it would burst if it kept the list.
  if (!process.execArgv.includes(heap))
    process.exit(spawnSync(process.execPath, [heap, ...process.argv.slice(1)], { stdio: "inherit" }).status ?? 1)
  const postgres = process.env["TEST_DATABASE_URL"]
  const rows = postgres === undefined ? 10_000 : 100_000
  const folder = mkdtempSync(path.join(tmpdir(), "rihla-bench-"))
  const { database, url, drop } = await open(postgres)
  try {
    const ctx = contextOf(database, folder)
    const officer = await officerIn(ctx)
    // A first list loads and compiles what every later one uses, and lets the heap come to where it swings: what is measured
    // afterwards is what the length of a list adds. It is undone as the large one is.
    const idle = residentMb()
    await takeIn(ctx, officer, await listOf(folder, rows / 5, "warm"), async () => {})
    const file = await listOf(folder, rows, "bench")

    const before = residentMb()
    let most = before
    const watching = setInterval(() => (most = Math.max(most, residentMb())), 50)
    const took = await takeIn(ctx, officer, file, async () => clearInterval(watching))
    report.say("rows", rows, "rows")
    report.say("file looked at and kept", took.begin, "s")
    report.say("checked", took.check, "s")
    report.say("taken in", took.work, "s", postgres === undefined ? undefined : { most: 60 })
    report.say("taken in a second", Math.round(rows / took.work), "rows/s")
    report.say("memory growth", Math.round(most - before), "MB", postgres === undefined ? undefined : { most: 150 })
    report.say("memory growth over a process that has only just begun", Math.round(most - idle), "MB")
    report.say("new people", took.fresh, "people")
    report.say("not as the check said", took.unlike, "rows", { most: 0 })
    report.say("undone", took.undo, "s")
    report.say("left behind", took.left, "rows", { most: 0 })
    if (url !== null) {
      const bare = await bareImport(url, rows)
      report.say("the same rows by unnest alone", bare, "s")
      report.say("ratio to unnest alone", Number((bare / took.work).toFixed(3)), "of bare")
    }
  } finally {
    await database.close()
    await drop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function open(postgres: string | undefined): Promise<{ database: Database; url: string | null; drop(): Promise<void> }> {
  if (postgres === undefined) return { database: await openPglite(null), url: null, drop: async () => {} }
  const { url, drop } = await throwAwayDatabase(postgres)
  return { database: await openPostgres(url), url, drop }
}

function contextOf(database: Database, folder: string): Ctx {
  return makeCtx({
    prisma: database.prisma,
    clock: systemClock,
    enqueue: async () => {},
    reactsTo: new Set(),
    settings: {
      publicUrl: "https://rihla.example",
      isDemo: false,
      secret: randomBytes(32).toString("hex"),
      mailWebhookSecret: null,
      senders: { AUI: "AUI <a@aui.example>", UM6P: "UM6P <a@um6p.example>", JOINT: "Rihla <a@rihla.example>" },
    },
    outside: { mailer: null, gateway: null, storage: openStorage(folder) },
    actor: { kind: "system", job: "bench" },
    language: "fr",
  })
}

async function officerIn(ctx: Ctx): Promise<Ctx> {
  const personId = ctx.id()
  await ctx.db.person.create({
    data: { id: personId, givenName: "Salma", familyName: "Bench", nameFolded: "salma bench", language: "fr", createdAt: ctx.now() },
    select: { id: true },
  })
  return ctx.as({ kind: "staff", personId, sessionId: ctx.id(), name: "Salma Bench", role: "outreach", university: "AUI" })
}

/** Takes a list in and back, and says how long each step took, in seconds. */
async function takeIn(ctx: Ctx, officer: Ctx, file: File, whenTaken: () => Promise<void>) {
  const before = await countRows(ctx)
  const begun = await timed(async () => must(await beginImport(officer, { file, partner: "Salon de Dakar" })))
  const { importId } = begun.value
  const list = await ctx.db.leadImport.findUniqueOrThrow({ where: { id: importId } })
  must(
    await mapColumns(officer, {
      importId,
      mapping: mappingOf(list),
      country: "SN",
      language: "fr",
      dateOrder: dateOrderOf(list),
      isForBoth: false,
      consent: { how: "sheet", on: ctx.now(), text: "J’accepte." },
    }),
  )
  const check = await timed(() => checkImport(ctx, { importId, mappedTimes: 1 }))
  const checked = await ctx.db.leadImport.findUniqueOrThrow({ where: { id: importId } })
  must(await runImport(officer, { importId, mappedTimes: 1 }))
  const work = await timed(() => workImport(ctx, importId))
  await whenTaken()
  const taken = await ctx.db.leadImport.findUniqueOrThrow({ where: { id: importId } })
  if (taken.state !== "done") throw new Error(`The list is ${taken.state}`)
  must(await undoImport(officer, { importId }))
  const undo = await timed(() => workUndo(ctx, importId))
  return {
    begin: begun.seconds,
    check: check.seconds,
    work: work.seconds,
    undo: undo.seconds,
    fresh: taken.fresh,
    unlike: Math.abs(taken.fresh - checked.fresh) + Math.abs(taken.joined - checked.joined) + Math.abs(taken.refused - checked.refused),
    left: (await countRows(ctx)) - before,
  }
}

async function countRows(ctx: Ctx): Promise<number> {
  const counts = await Promise.all([
    ctx.db.person.count(),
    ctx.db.contact.count(),
    ctx.db.enquiry.count(),
    ctx.db.lead.count(),
    ctx.db.consent.count(),
  ])
  return counts.reduce((sum, count) => sum + count, 0)
}

/** A list on the disk as a fair in Senegal sends it, with somebody twice in a hundred and a faulty telephone in two hundred. */
async function listOf(folder: string, rows: number, name: string): Promise<File> {
  const given = ["Awa", "Moussa", "Fatou", "Cheikh", "Ndèye", "Ibrahima", "Aïssatou", "Ousmane"]
  const family = ["DIOP", "NDIAYE", "SARR", "FALL", "MBAYE", "CISSÉ", "BÂ", "GUÈYE"]
  const fields = ["Informatique", "Agriculture", "Gestion", "Santé"]
  const lineOf = (index: number) => {
    const number = index % 100 === 99 ? index - 7 : index
    const phone = index % 200 === 150 ? "cassé" : `77 ${String(1_000_000 + number).replace(/(\d{3})(\d\d)(\d\d)$/, "$1 $2 $3")}`
    const day = String(1 + (number % 28)).padStart(2, "0")
    const month = String(1 + (number % 12)).padStart(2, "0")
    const person = [family[number % 8], `${given[Math.floor(number / 8) % 8]} ${letters(number)}`, phone, `${name}.${number}@example.org`]
    return [
      ...person,
      `${day}/${month}/${2002 + (number % 8)}`,
      "Terminale S",
      fields[number % 4],
      "Lycée Malick Sall",
      number % 3 === 0 ? "non" : "oui",
    ].join(";")
  }
  function* lines() {
    yield "Nom;Prénom;Téléphone;Courriel;Né(e) le;Classe;Domaine;Lycée;Accord e-mail\r\n"
    for (let index = 0; index < rows; index++) yield `${lineOf(index)}\r\n`
  }
  const file = path.join(folder, `${name}.csv`)
  await pipeline(lines, createWriteStream(file))
  return new File([await openAsBlob(file)], `${name}.csv`)
}

function letters(number: number): string {
  return number < 26 ? String.fromCodePoint(97 + number) : letters(Math.floor(number / 26) - 1) + String.fromCodePoint(97 + (number % 26))
}

function must<Value>(outcome: Outcome<Value>): Value {
  if (outcome.refused) throw new Error(`Refused: ${outcome.refused.code}`)
  return outcome.done
}

async function timed<Value>(work: () => Promise<Value>): Promise<{ value: Value; seconds: number }> {
  const startedAt = performance.now()
  const value = await work()
  return { value, seconds: Math.round((performance.now() - startedAt) / 10) / 100 }
}

function residentMb(): number {
  return process.memoryUsage().rss / 1_048_576
}
