import { defineConfig } from "vitest/config"

export default defineConfig({
  test: {
    include: ["app/**/*.test.ts", "app/**/*.test.tsx", "prisma/**/*.test.ts", "e2e/stand-ins/**/*.test.ts"],
    globalSetup: ["app/testing/global-setup.ts"],
    setupFiles: ["app/testing/setup.ts"],
    // Each file has its own process and its own database.
    pool: "forks",
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
})
