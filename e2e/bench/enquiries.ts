import { spawn, spawnSync } from "node:child_process"
import { randomBytes } from "node:crypto"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import { PGlite } from "@electric-sql/pglite"
import { pg_trgm } from "@electric-sql/pglite/contrib/pg_trgm"
import pg from "pg"
import { startServer } from "../server.ts"
import { bareEnquiries } from "./bare-enquiry-sql.ts"
import { median, type Report } from "./report.ts"
import { startVendor, type Vendor } from "./start-vendor.ts"
import { throwAwayDatabase } from "./throw-away-database.ts"

/*
 * How many enquiries the built server takes through its real form, each by a new person and kept for good before it is
 * answered, while its own jobs send the confirmations; on PostgreSQL when TEST_DATABASE_URL is set, and on the embedded
 * database. Beside it, in turns: bare node:http reading the same form, and the same rows by one statement of pg.
 */

const rounds = 3
/** Connections that ask as fast as they are answered. */
const inTurn = 16
/** What has to be borne: so many come each second, whatever becomes of those before, and wait no longer than the budget says. */
const rate = 300
/** As many as could wait at once. */
const waiting = 200
const here = import.meta.dirname

type Load = { answered: number; perSecond: number; p50: number; p99: number }
type Query = (sql: string) => Promise<Record<string, unknown>[]>

function load(url: string, name: string, count: number, { rate = 0, connections = inTurn } = {}): Load {
  const script = path.join(here, "enquire-load.ts")
  const result = spawnSync(process.execPath, [script, url, name, ...[count, connections, rate].map(String)], { encoding: "utf8" })
  if (result.status !== 0) throw new Error(result.stderr)
  return JSON.parse(result.stdout) as Load
}

export async function measureEnquiries(report: Report): Promise<void> {
  const postgres = process.env["TEST_DATABASE_URL"]
  const vendor = await startVendor()
  try {
    if (postgres !== undefined) await onPostgres(report, postgres, vendor)
    await onPglite(report, vendor)
  } finally {
    vendor.stop()
  }
}

/** The settings of a real installation whose mail vendor stands on this machine. */
function settings(vendor: Vendor): Record<string, string> {
  return {
    DEMO: "0",
    LOG_LEVEL: "error",
    SESSION_SECRET: randomBytes(32).toString("hex"),
    RESEND_API_KEY: "re_bench",
    RESEND_BASE_URL: vendor.url,
    MAIL_FROM_AUI: "AUI <a@aui.example>",
    MAIL_FROM_UM6P: "UM6P <a@um6p.example>",
    MAIL_FROM_ALLIANCE: "Rihla <a@rihla.example>",
  }
}

async function onPostgres(report: Report, postgres: string, vendor: Vendor): Promise<void> {
  const count = 1_500
  const folder = mkdtempSync(path.join(tmpdir(), "rihla-bench-"))
  const database = await throwAwayDatabase(postgres)
  // In one of their own: the jobs of the server would have the bare rows to work on too.
  const bareRows = await throwAwayDatabase(postgres)
  const bare = spawn(process.execPath, [path.join(here, "bare-form-server.ts")], { stdio: ["ignore", "pipe", "inherit"] })
  try {
    const barePort = await new Promise<string>((resolve) => bare.stdout.once("data", (part: Buffer) => resolve(part.toString().trim())))
    const opened = await startServer({ dataDir: path.join(folder, "bare"), env: { ...settings(vendor), DATABASE_URL: bareRows.url } })
    await opened.stop()
    const server = await startServer({ dataDir: path.join(folder, "data"), env: { ...settings(vendor), DATABASE_URL: database.url } })
    const ours: Load[] = []
    const steady: Load[] = []
    const forms: number[] = []
    const rows: Awaited<ReturnType<typeof bareEnquiries>>[] = []
    let answered = 0
    try {
      // What runs all day has been compiled by the second minute.
      answered += load(server.url, "warm", count * 2).answered
      for (let round = 0; round < rounds; round++) {
        const done = load(server.url, `round${round}`, count)
        answered += done.answered
        ours.push(done)
        const borne = load(server.url, `steady${round}`, count, { rate, connections: waiting })
        answered += borne.answered
        steady.push(borne)
        forms.push(load(`http://127.0.0.1:${barePort}`, "bare", count * 4).perSecond)
        rows.push(await bareEnquiries(bareRows.url, count * 2, inTurn))
      }
    } finally {
      await server.stop()
    }
    const perSecond = median(ours.map((one) => one.perSecond))
    report.say("PostgreSQL, accepted", perSecond, "1/s", { least: 300 })
    report.say("PostgreSQL, p50", median(ours.map((one) => one.p50)), "ms")
    report.say("PostgreSQL, p99", median(ours.map((one) => one.p99)), "ms")
    report.say(`PostgreSQL, ${rate} come a second, p50`, median(steady.map((one) => one.p50)), "ms")
    report.say(`PostgreSQL, ${rate} come a second, p99`, median(steady.map((one) => one.p99)), "ms", { most: 100 })
    report.say("bare node:http reading the form", median(forms), "1/s")
    report.say("ratio to bare node:http", Number((perSecond / median(forms)).toFixed(3)), "of bare")
    const bareSql = median(rows.map((one) => one.perSecond))
    report.say("the same rows by one statement of pg", bareSql, "1/s")
    report.say("the same rows by one statement of pg, p99", median(rows.map((one) => one.p99)), "ms")
    report.say("ratio to bare SQL", Number((perSecond / bareSql).toFixed(3)), "of bare")
    const client = new pg.Client({ connectionString: database.url })
    await client.connect()
    await sayMissing(report, "PostgreSQL", answered, async (sql) => (await client.query(sql)).rows as Record<string, unknown>[])
    await client.end()
  } finally {
    bare.kill()
    await bareRows.drop()
    await database.drop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function onPglite(report: Report, vendor: Vendor): Promise<void> {
  const count = 300
  const folder = mkdtempSync(path.join(tmpdir(), "rihla-bench-"))
  const dataDir = path.join(folder, "data")
  try {
    const server = await startServer({ dataDir, env: settings(vendor) })
    const ours: Load[] = []
    let answered = 0
    try {
      answered += load(server.url, "warm", 100).answered
      for (let round = 0; round < rounds; round++) {
        const done = load(server.url, `round${round}`, count)
        answered += done.answered
        ours.push(done)
      }
    } finally {
      await server.stop()
    }
    report.say("PGlite, accepted", median(ours.map((one) => one.perSecond)), "1/s", { least: 50 })
    report.say("PGlite, p50", median(ours.map((one) => one.p50)), "ms")
    report.say("PGlite, p99", median(ours.map((one) => one.p99)), "ms")
    const pglite = await PGlite.create({ dataDir: path.join(dataDir, "pglite"), extensions: { pg_trgm } })
    await sayMissing(report, "PGlite", answered, async (sql) => (await pglite.query<Record<string, unknown>>(sql)).rows)
    await pglite.close()
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Every answered enquiry stands in the database, whole: person, address, leads, consents, mail and event. */
async function sayMissing(report: Report, on: string, answered: number, query: Query): Promise<void> {
  const [row] = await query(`
    select count(*)::int as whole from enquiry e
    where e.email like '%@post.example'
      and (select count(*) from contact c where c.person_id = e.person_id and c.value = e.email) = 1
      and (select count(*) from lead l where l.person_id = e.person_id) = 2
      and (select count(*) from consent k where k.person_id = e.person_id and k.source_id = e.id and k.awake_at is null) = 4
      and (select count(*) from mail m where m.thing_id = e.id and m."to" = e.email) = 1
      and (select count(*) from event v where v.thing_id = e.id and v.type = 'enquiry.made') = 1`)
  report.say(`${on}, answered`, answered, "enquiries")
  report.say(`${on}, answered and not whole in the database`, answered - Number(row?.["whole"] ?? 0), "enquiries", { most: 0 })
}
