import { defineConfig } from "@playwright/test"
import { findBrowser } from "./e2e/find-browser.ts"

const executablePath = findBrowser() ?? undefined

/* The built product in a real browser. Every worker has its own server, database and outbox (e2e/fixtures.ts). */
export default defineConfig({
  testDir: "e2e",
  testMatch: "**/*.spec.ts",
  globalSetup: "./e2e/demonstration.ts",
  outputDir: "test-results",
  workers: 2,
  fullyParallel: false,
  retries: 0,
  forbidOnly: true,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  reporter: "list",
  use: {
    viewport: { width: 360, height: 740 },
    actionTimeout: 15_000,
    navigationTimeout: 30_000,
    // A trace of each test costs as much again as the test: `--trace on` makes one where it is wanted.
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath,
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
      ],
    },
  },
  projects: [
    { name: "site", testMatch: "site/**/*.spec.ts" },
    { name: "desk", testMatch: "desk/**/*.spec.ts" },
    { name: "road", testMatch: /e2e\/[^/]+\.spec\.ts$/ },
  ],
})
