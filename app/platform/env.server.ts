import { randomBytes } from "node:crypto"
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import path from "node:path"
import { z } from "zod"

const flag = z.enum(["0", "1"]).transform((value) => value === "1")
const text = z.string().trim().min(1)
const url = z.url({ protocol: /^https?$/ }).transform((value) => value.replace(/\/+$/, ""))

const schema = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).default("production"),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: text.default("127.0.0.1"),
  DATA_DIR: text.default("./data"),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  /** Pages stand at the root of their host: an address with a path would break every link. */
  PUBLIC_URL: url.refine((value) => new URL(value).origin === value, "an origin is wanted, such as https://rihla.example").optional(),
  SESSION_SECRET: z.string().min(32).optional(),
  DEMO: flag.optional(),
  RESEND_API_KEY: text.optional(),
  RESEND_BASE_URL: url.default("https://api.resend.com"),
  RESEND_WEBHOOK_SECRET: text.optional(),
  MAIL_FROM_AUI: text.optional(),
  MAIL_FROM_UM6P: text.optional(),
  MAIL_FROM_ALLIANCE: text.optional(),
  STRIPE_SECRET_KEY: text.optional(),
  STRIPE_WEBHOOK_SECRET: text.optional(),
  STRIPE_API_BASE: url.optional(),
  S3_ENDPOINT: url.optional(),
  S3_BUCKET: text.optional(),
  S3_REGION: text.optional(),
  S3_ACCESS_KEY_ID: text.optional(),
  S3_SECRET_ACCESS_KEY: text.optional(),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
  /** web: serve and run jobs; web-only: serve; worker: run jobs; first-admin: give the first administrator a role, then end. */
  PROCESS: z.enum(["web", "web-only", "worker", "first-admin"]).default("web"),
})

/** The name of every setting that the product reads. */
export const settingNames = Object.keys(schema.shape)

export type Env = Omit<z.output<typeof schema>, "PUBLIC_URL" | "SESSION_SECRET" | "DEMO"> & {
  PUBLIC_URL: string
  SESSION_SECRET: string
  DEMO: boolean
}

/** A wrong or missing setting. Its message names the variable and says what to do. */
export class EnvProblem extends Error {}

/**
 * Reads and checks the environment once, at start.
 * @throws EnvProblem with one sentence that names the first wrong variable.
 */
export function readEnv(source: Record<string, string | undefined> = process.env): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ""))
  const parsed = schema.safeParse(given)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    throw new EnvProblem(`${String(issue?.path[0] ?? "The environment")} has a wrong value: ${issue?.message ?? "unknown"}.`)
  }
  const env = parsed.data
  const demo = env.DEMO ?? env.DATABASE_URL === undefined
  if (!demo) requireForRealUse(env)
  return {
    ...env,
    DEMO: demo,
    PUBLIC_URL: env.PUBLIC_URL ?? `http://${env.HOST}:${env.PORT}`,
    SESSION_SECRET: env.SESSION_SECRET ?? keptSecret(env.DATA_DIR),
  }
}

function requireForRealUse(env: z.output<typeof schema>) {
  const needed = ["PUBLIC_URL", "SESSION_SECRET", "RESEND_API_KEY", "MAIL_FROM_AUI", "MAIL_FROM_UM6P", "MAIL_FROM_ALLIANCE"] as const
  const missing = needed.find((name) => env[name] === undefined)
  if (missing) throw new EnvProblem(`${missing} is missing: it must be set when DEMO is 0.`)
}

/** The demonstration makes its own secret once and keeps it, so that a restart signs nobody out. */
function keptSecret(dataDir: string): string {
  const file = path.join(dataDir, "session-secret")
  if (existsSync(file)) return readFileSync(file, "utf8").trim()
  mkdirSync(dataDir, { recursive: true })
  // Several processes may start at once: the first whole file stands, and all of them read it.
  const draft = `${file}.${process.pid}`
  writeFileSync(draft, randomBytes(32).toString("hex"), { mode: 0o600 })
  try {
    linkSync(draft, file)
  } catch (error) {
    if (!existsSync(file)) throw error
  } finally {
    rmSync(draft, { force: true })
  }
  return readFileSync(file, "utf8").trim()
}
