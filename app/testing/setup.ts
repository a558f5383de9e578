import { afterAll, afterEach, beforeEach, expect, vi } from "vitest"
import { closeTestDatabase } from "./test-database.ts"

/* An error on the console is a failure: nothing may go wrong unseen. */
beforeEach(() => {
  vi.spyOn(console, "error")
})
afterEach(() => {
  expect(vi.mocked(console.error)).not.toHaveBeenCalled()
  vi.mocked(console.error).mockRestore()
})
afterAll(closeTestDatabase)
