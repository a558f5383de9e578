import { startPlatform } from "./jobs/start-platform.server.ts"
import { EnvProblem, readEnv, type Env } from "./platform/env.server.ts"
import { DataDirLocked } from "./platform/data-lock.server.ts"
import { serve } from "./server.ts"

/* The built server: `npm start` and `npm run worker` come here; PROCESS says which of them it is. */

async function start(): Promise<{ stop(): Promise<void> }> {
  const env = readEnv()
  if (env.PROCESS === "worker") return startWorker(env)
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
  return startPlatform(env)
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
