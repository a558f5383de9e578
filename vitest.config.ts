import { defineConfig } from "vitest/config"

export default defineConfig({
  test: {
    include: ["app/**/*.test.ts", "app/**/*.test.tsx", "prisma/**/*.test.ts", "e2e/stand-ins/**/*.test.ts"],
    globalSetup: ["app/testing/global-setup.ts"],
    setupFiles: ["app/testing/setup.ts"],
    // Each file has its own database. The files of one process share what they import, as the product's requests do.
    pool: "forks",
    isolate: false,
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
})
