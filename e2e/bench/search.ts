import { createServer } from "vite"
import type * as Run from "./search-run.ts"
import type { Report } from "./report.ts"

/*
 * The search of programmes and of questions at 5,000 and 20,000: on PostgreSQL when TEST_DATABASE_URL is set, and on
 * the embedded database. The product's own verbs are asked, loaded as the development server loads them.
 */
export async function measureSearch(report: Report): Promise<void> {
  const vite = await createServer({
    configFile: false,
    logLevel: "error",
    server: { middlewareMode: true, hmr: false, ws: false, watch: null },
    appType: "custom",
  })
  try {
    const { runSearches } = (await vite.ssrLoadModule("/e2e/bench/search-run.ts")) as typeof Run
    await runSearches(report, process.env["TEST_DATABASE_URL"] ?? null)
  } finally {
    await vite.close()
  }
}
