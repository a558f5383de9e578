import { setTimeout as sleep } from "node:timers/promises"
import { expect, test } from "vitest"
import { isConcurrent, testDatabase } from "#app/testing/test-database.ts"

test("what one process does alone gives its result and its error", async () => {
  const database = await testDatabase()
  expect(await database.alone(async () => 7)).toBe(7)
  await expect(database.alone(() => Promise.reject(new Error("no")))).rejects.toThrow("no")
  expect(await database.alone(async () => 8)).toBe(8)
})

test.runIf(isConcurrent())("of two at once the second begins when the first has ended", async () => {
  const database = await testDatabase()
  const seen: string[] = []
  const work = (name: string) => () =>
    sleep(50)
      .then(() => seen.push(`${name} begins`))
      .then(() => sleep(100))
      .then(() => seen.push(`${name} ends`))
  await Promise.all([database.alone(work("a")), database.alone(work("b"))])
  expect(seen[1]?.[0]).toBe(seen[0]?.[0])
  expect(seen).toHaveLength(4)
})
