import { execFile } from "node:child_process"
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import { promisify } from "node:util"
import { afterAll, describe, expect, test } from "vitest"
import { EnvProblem, readEnv, settingNames } from "./env.server.ts"

const folder = mkdtempSync(path.join(tmpdir(), "rihla-env-"))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const secret = "0123456789abcdef0123456789abcdef"
const real = {
  DATABASE_URL: "postgres://u@127.0.0.1/db",
  PUBLIC_URL: "https://rihla.example/",
  SESSION_SECRET: secret,
  RESEND_API_KEY: "re_x",
  MAIL_FROM_AUI: "AUI <a@aui.example>",
  MAIL_FROM_UM6P: "UM6P <a@um6p.example>",
  MAIL_FROM_ALLIANCE: "Rihla <a@rihla.example>",
}

function problemOf(source: Record<string, string>): string {
  try {
    readEnv(source)
  } catch (error) {
    if (error instanceof EnvProblem) return error.message
    throw error
  }
  return "no problem"
}

test("with nothing set it is the demonstration on this machine", () => {
  expect(readEnv({ DATA_DIR: folder })).toMatchObject({
    DEMO: true,
    HOST: "127.0.0.1",
    PORT: 3000,
    PUBLIC_URL: "http://127.0.0.1:3000",
    NODE_ENV: "production",
  })
})

test("the demonstration keeps its secret, so that a restart signs nobody out", () => {
  expect(readEnv({ DATA_DIR: folder }).SESSION_SECRET).toBe(readEnv({ DATA_DIR: folder }).SESSION_SECRET)
})

test("with a database it is for real, unless DEMO says otherwise", () => {
  expect(readEnv(real)).toMatchObject({ DEMO: false, PUBLIC_URL: "https://rihla.example" })
  expect(readEnv({ DATABASE_URL: real.DATABASE_URL, DEMO: "1", DATA_DIR: folder }).DEMO).toBe(true)
})

test("an empty value is as good as none", () => {
  expect(readEnv({ ...real, STRIPE_SECRET_KEY: "", DEMO: "" }).STRIPE_SECRET_KEY).toBeUndefined()
})

describe("a wrong value stops the start with one sentence that names it", () => {
  test.each([
    ["PORT", "many"],
    ["PORT", "70000"],
    ["DATABASE_URL", "mysql://u@127.0.0.1/db"],
    ["PUBLIC_URL", "rihla.example"],
    ["PUBLIC_URL", "https://example.org/rihla"],
    ["PUBLIC_URL", "https://example.org?x=1"],
    ["SESSION_SECRET", "short"],
    ["DEMO", "yes"],
    ["RESEND_BASE_URL", "ftp://resend.example"],
    ["STRIPE_API_BASE", "nowhere"],
    ["S3_ENDPOINT", "bucket"],
    ["LOG_LEVEL", "loud"],
    ["PROCESS", "everything"],
    ["NODE_ENV", "staging"],
  ])("%s=%s", (name, value) => {
    const problem = problemOf({ ...real, [name]: value })
    expect(problem).toMatch(new RegExp(`^${name} has a wrong value: .+\\.$`))
    expect(problem).not.toContain("\n")
  })
})

test.each(["PUBLIC_URL", "SESSION_SECRET", "RESEND_API_KEY", "MAIL_FROM_AUI", "MAIL_FROM_UM6P", "MAIL_FROM_ALLIANCE"])(
  "for real use a missing %s stops the start and is named",
  (name) => {
    expect(problemOf({ ...real, [name]: "" })).toBe(`${name} is missing: it must be set when DEMO is 0.`)
  },
)

test(".env.example lists every setting and no other", () => {
  const listed = [...readFileSync(".env.example", "utf8").matchAll(/^([A-Z0-9_]+)=/gm)].map((match) => match[1])
  // The tests read this one; the product does not.
  expect(new Set(listed)).toEqual(new Set([...settingNames, "TEST_DATABASE_URL"]))
  expect(listed).toHaveLength(settingNames.length + 1)
})

test("processes that start at once on a new folder share one secret", { timeout: 30_000 }, async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "rihla-secret-"))
  try {
    const script = `import("./app/platform/env.server.ts").then(({ readEnv }) => process.stdout.write(readEnv({ DATA_DIR: ${JSON.stringify(folder)} }).SESSION_SECRET))`
    const secrets = await Promise.all(Array.from({ length: 4 }, () => promisify(execFile)(process.execPath, ["-e", script])))
    expect(new Set(secrets.map(({ stdout }) => stdout)).size).toBe(1)
    expect(secrets[0]?.stdout).toMatch(/^[0-9a-f]{64}$/)
    expect(readdirSync(folder)).toEqual(["session-secret"])
  } finally {
    rmSync(folder, { recursive: true })
  }
})
