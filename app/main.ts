import { startPlatform } from "./jobs/start-platform.server.ts"
import { EnvProblem, readEnv, type Env } from "./platform/env.server.ts"
import { DataDirLocked } from "./platform/data-lock.server.ts"
import { serve } from "./server.ts"
import { sentence } from "./ui/sentence.ts"

/* The built server: `npm start`, `npm run worker` and `npm run first-admin` come here; PROCESS says which of them it is. */

async function start(): Promise<{ stop(): Promise<void> }> {
  const env = readEnv()
  if (env.PROCESS === "worker") return startWorker(env)
  if (env.PROCESS === "first-admin") return addFirstAdmin(env)
  const running = await serve(env, await import("virtual:react-router/server-build"))
  console.log(`Rihla is at ${env.PUBLIC_URL}${running.url === env.PUBLIC_URL ? "" : ` (listening on ${running.url})`}`)
  console.log(deskHint(env))
  return running
}

/** How to sign in at the desk, for whoever has just started the server. */
function deskHint(env: Env): string {
  const desk = `${env.PUBLIC_URL}/desk`
  if (!env.DEMO) return `Staff sign in at ${desk} with the six-digit code that is sent to their address.`
  return [
    `Staff sign in at ${desk}: the demonstration shows the code on the page. Addresses:`,
    "  outreach@ officer@ reviewer@ head@ campaigns@ director@   at aui.example or um6p.example",
    "  admin@rihla.example",
  ].join("\n")
}

/** Runs jobs and serves nothing. PGlite lives in one process, so a worker of its own needs PostgreSQL. */
async function startWorker(env: Env) {
  if (env.DATABASE_URL === undefined) {
    throw new EnvProblem("DATABASE_URL is missing: a worker of its own needs PostgreSQL. Without it the jobs run inside npm start.")
  }
  const platform = await startPlatform(env)
  console.log("Rihla's worker runs jobs, and serves nothing.")
  return platform
}

/** Lets the first administrator in; everybody else is added by them at the desk. */
async function addFirstAdmin(env: Env): Promise<never> {
  const [email = "", givenName = "", familyName = ""] = process.argv.slice(2)
  const { makeFirstAdmin } = await import("./domain/people/make-first-admin.server.ts")
  const platform = await startPlatform(env)
  const ctx = platform.ctxFor({ kind: "system", job: "first-admin" }, "en")
  const { refused } = await makeFirstAdmin(ctx, { email, givenName, familyName })
  await platform.stop()
  if (refused) {
    console.error(sentence(ctx.t, refused.code, refused.details))
    process.exit(1)
  }
  console.log(`${email} may now sign in at ${env.PUBLIC_URL}/desk and add the others.`)
  process.exit(0)
}

try {
  const running = await start()
  // A terminal and npm may both pass on the same Ctrl-C: the second one must not cut the drain short.
  let isEnding = false
  const end = () => {
    if (isEnding) return
    isEnding = true
    void running.stop().then(() => process.exit(0))
  }
  process.on("SIGTERM", end)
  process.on("SIGINT", end)
} catch (error) {
  if (!(error instanceof EnvProblem || error instanceof DataDirLocked)) throw error
  console.error(error.message)
  process.exit(1)
}
