import { createServer } from "vite"
import type * as Run from "./campaign-run.ts"
import type { Report } from "./report.ts"

/*
 * A campaign as the job of the product sends it, to a vendor on this machine: on PostgreSQL when TEST_DATABASE_URL is
 * set (to 100,000 people), else on the embedded database (to 20,000). Mails are laid out by React, so the product's
 * own modules are loaded as the development server loads them.
 */
export async function measureCampaign(report: Report): Promise<void> {
  const vite = await createServer({
    configFile: false,
    logLevel: "error",
    server: { middlewareMode: true, hmr: false, ws: false, watch: null },
    appType: "custom",
  })
  try {
    const { runCampaigns } = (await vite.ssrLoadModule("/e2e/bench/campaign-run.ts")) as typeof Run
    await runCampaigns(report, process.env["TEST_DATABASE_URL"] ?? null)
  } finally {
    await vite.close()
  }
}
