import { startPlatform } from "./jobs/start-platform.server.ts"
import { EnvProblem, readEnv, type Env } from "./platform/env.server.ts"
import { DataDirLocked } from "./platform/data-lock.server.ts"
import { serve } from "./server.ts"

/* The built server: `npm start` and `npm run worker` come here; PROCESS says which of them it is. */

async function start(): Promise<{ stop(): Promise<void> }> {
  const env = readEnv()
  if (env.PROCESS === "worker") return startWorker(env)
  const running = await serve(env, await import("virtual:react-router/server-build"))
  console.log(`Rihla is at ${running.url}`)
  return running
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
  const end = () => void running.stop().then(() => process.exit(0))
  process.once("SIGTERM", end)
  process.once("SIGINT", end)
} catch (error) {
  if (!(error instanceof EnvProblem || error instanceof DataDirLocked)) throw error
  console.error(error.message)
  process.exit(1)
}
