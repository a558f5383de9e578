import { afterEach, beforeEach, expect, test, vi } from "vitest"
import { noPace, PaceKeeper } from "./pace.server.ts"

beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "performance"] }))
afterEach(() => void vi.useRealTimers())

/** The milliseconds at which calls go out, when each is answered at once. */
async function callsWithin(keeper: PaceKeeper, ms: number, answer: (call: number) => Parameters<PaceKeeper["heard"]>): Promise<number[]> {
  const began = performance.now()
  const at: number[] = []
  let isOver = false
  const lane = async () => {
    while (!isOver) {
      await keeper.turn()
      if (isOver) return
      at.push(Math.round(performance.now() - began))
      const reply = answer(at.length)
      await new Promise((resolve) => setTimeout(resolve, 20))
      keeper.heard(...reply)
    }
  }
  void Promise.all([lane(), lane(), lane(), lane()])
  await vi.advanceTimersByTimeAsync(ms)
  isOver = true
  return at
}

test("a vendor that allows ten calls a second gets nearly ten, and never eleven", async () => {
  const at = await callsWithin(new PaceKeeper(), 10_000, (call) => [
    { ...noPace, limit: 10, remaining: 9 - (call % 10), resetSeconds: 1 },
    false,
  ])
  expect(at.length).toBeGreaterThanOrEqual(95)
  const windows = Map.groupBy(at, (ms) => Math.floor(ms / 1000))
  expect(Math.max(...[...windows.values()].map((calls) => calls.length))).toBeLessThanOrEqual(10)
})

test("told to wait, everybody waits", async () => {
  const at = await callsWithin(new PaceKeeper(), 5_000, (call) => [
    { ...noPace, limit: 100, retryAfterSeconds: call === 5 ? 3 : null },
    call === 5,
  ])
  const pause = at.find((ms, index) => ms - (at[index - 1] ?? ms) >= 2_900)
  expect(pause).toBeDefined()
})

test("a used-up window longer than a second is waited for", async () => {
  const at = await callsWithin(new PaceKeeper(), 61_000, (call) => [
    { ...noPace, limit: 100, remaining: call === 3 ? 0 : 50, resetSeconds: 60 },
    false,
  ])
  expect(at.some((ms, index) => ms - (at[index - 1] ?? ms) >= 55_000)).toBe(true)
})

test("while faults follow each other the calls grow rarer, and the first good answer ends that", async () => {
  const at = await callsWithin(new PaceKeeper(), 4_000, (call) => [noPace, call <= 6])
  expect(at.slice(0, 6).at(-1)).toBeGreaterThan(300)
  expect(at.length).toBeGreaterThan(50)
})
