import { createServer } from "vite"
import type * as Run from "./leads-run.ts"
import type { Report } from "./report.ts"

/*
 * The desk at a million leads (BENCH_LEADS says another number), on PostgreSQL: list, filters, next pages, counts, search
 * and the check for doubles, in the database and as whole requests to the built server. Beside each statement stands the
 * best one that we can write by hand, asked in the same round.
 */
export async function measureLeads(report: Report): Promise<void> {
  const postgres = process.env["TEST_DATABASE_URL"]
  if (postgres === undefined) throw new Error("This bench needs PostgreSQL: TEST_DATABASE_URL")
  const vite = await createServer({
    configFile: false,
    logLevel: "error",
    server: { middlewareMode: true, hmr: false, ws: false, watch: null },
    appType: "custom",
  })
  try {
    const { runLeads } = (await vite.ssrLoadModule("/e2e/bench/leads-run.ts")) as typeof Run
    await runLeads(report, { postgres, leads: Number(process.env["BENCH_LEADS"] ?? 1_000_000) })
  } finally {
    await vite.close()
  }
}
