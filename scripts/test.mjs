// npm test: every check and test there is, from a fresh clone. Stops at the first failure and says how to repeat it.
import { spawn, spawnSync } from "node:child_process"
import { once } from "node:events"
import { existsSync, mkdtempSync, openSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import { env, generate, install, node, root } from "./prepare.mjs"

const reports = mkdtempSync(path.join(tmpdir(), "rihla-reports-"))
const startedAt = Date.now()
const times = []
let passed = 0
let failed = 0

function finish(code) {
  console.log(`\n${times.map(([name, seconds]) => `${String(seconds).padStart(6)} s  ${name}`).join("\n")}`)
  console.log(`${((Date.now() - startedAt) / 1000).toFixed(0).padStart(6)} s  in all`)
  rmSync(reports, { recursive: true, force: true })
  console.log(`${passed} passed, ${failed} failed`)
  process.exit(code)
}

/** Runs one step; `repeat` is the command a person types to run it alone. */
function step(name, command, args, { more = {}, repeat = [command, ...args].join(" ") } = {}) {
  console.log(`\n── ${name}`)
  const begun = Date.now()
  const report = path.join(reports, `${times.length}.json`)
  const result = spawnSync(command, args, {
    cwd: root,
    stdio: "inherit",
    env: { ...env, ...more, TEST_REPORT: report, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
  })
  times.push([name, ((Date.now() - begun) / 1000).toFixed(1)])
  const counts = countsOf(report)
  passed += counts.passed
  failed += counts.failed
  if (result.status === 0 && counts.failed === 0) return
  if (counts.failed === 0) failed++
  console.error(`\n${name} failed. To repeat it: ${repeat}`)
  finish(1)
}

/**
 * Begins what one core does while the steps that follow use the other. Await what it gives where its result is needed; it
 * then counts as a step, with what it said.
 */
function beside(name, command, args) {
  const begun = Date.now()
  const said = path.join(reports, `${name}.txt`)
  const output = openSync(said, "w")
  const child = spawn(command, args, { cwd: root, env, detached: true, stdio: ["ignore", output, output] })
  const ended = once(child, "exit")
  process.once("exit", () => {
    const isRunning = child.exitCode === null && child.signalCode === null
    // With the server that it has started.
    if (isRunning && child.pid !== undefined) process.kill(-child.pid)
  })
  return async () => {
    const [code] = await ended
    times.push([`${name}, beside the others`, ((Date.now() - begun) / 1000).toFixed(1)])
    console.log(`\n── ${name}\n${readFileSync(said, "utf8")}`)
    if (code === 0) return
    failed++
    console.error(`\n${name} failed. To repeat it: ${[command, ...args].join(" ")}`)
    finish(1)
  }
}

/** How many tests a report of Vitest or Playwright counts. */
function countsOf(report) {
  if (!existsSync(report)) return { passed: 0, failed: 0 }
  const { numPassedTests, numFailedTests, stats } = JSON.parse(readFileSync(report, "utf8"))
  return { passed: numPassedTests ?? stats?.expected ?? 0, failed: numFailedTests ?? (stats ? stats.unexpected + stats.flaky : 0) }
}

const vitest = ["run", "--reporter=default", "--reporter=json", "--outputFile.json"]
const unit = (name, args, more = {}) => {
  const said = Object.entries(more).map(([key, value]) => `${key}=${value} `)
  step(name, "sh", ["-c", `vitest ${vitest.join(" ")}="$TEST_REPORT" ${args}`], { more, repeat: `${said.join("")}npx vitest run ${args}` })
}

async function answers(url) {
  if (!url) return false
  const { default: pg } = await import("pg")
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 3000 })
  try {
    await client.connect()
    await client.query("select 1")
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => {})
  }
}

/** Chromium for the journeys: Playwright's own, else the system's, else Debian's package. */
function findBrowser() {
  const found = () => spawnSync(node, ["e2e/find-browser.ts"], { cwd: root, env }).status === 0
  if (found()) return
  if (process.getuid?.() === 0 && spawnSync("apt-get", ["--version"]).status === 0) {
    step("browser: package lists", "apt-get", ["update", "-q"])
    step("browser: chromium", "apt-get", ["install", "-qy", "--no-install-recommends", "chromium-headless-shell", "fonts-noto-core"])
  } else {
    step("browser: chromium", "playwright", ["install", "chromium"], { repeat: "npx playwright install chromium" })
  }
  if (found()) return
  console.error(
    "No Chromium was found. Install one (Debian: apt-get install chromium-headless-shell), or run: npx playwright install chromium",
  )
  failed++
  finish(1)
}

install()
generate()
findBrowser()
step("build", node, ["scripts/build.mjs"], { repeat: "npm run build" })
const demonstration = beside("demonstration", node, ["e2e/demonstration.ts"])
step("types", "npm", ["run", "-s", "check:types"])
step("lint", "npm", ["run", "-s", "check:lint"])
step("format", "npm", ["run", "-s", "check:format"])
step("unused code", "npm", ["run", "-s", "check:unused"])
unit("architecture", "app/architecture.test.ts")
await demonstration()
unit("unit and domain on PGlite", "--exclude app/architecture.test.ts")
const url = process.env.TEST_DATABASE_URL
const hasPostgres = await answers(url)
if (hasPostgres) unit("domain on PostgreSQL", "app/domain app/jobs app/platform", { TEST_ON: "postgres", TEST_DATABASE_URL: url })
else console.log(`\n── domain on PostgreSQL: left out, ${url ? "TEST_DATABASE_URL does not answer" : "TEST_DATABASE_URL is not set"}`)
step("e2e", "playwright", ["test", "--reporter=list,json"], {
  more: hasPostgres ? {} : { TEST_DATABASE_URL: "" },
  repeat: `${hasPostgres ? `TEST_DATABASE_URL=${url} ` : ""}npx playwright test`,
})
finish(0)
