import { afterEach, beforeEach, expect, test, vi } from "vitest"
import { Traffic } from "./traffic.server.ts"

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** So many answers, each under way until it is ended. */
function answers(traffic: Traffic, count: number) {
  const ends = Array.from({ length: count }, () => Promise.withResolvers<void>())
  const all = ends.map(({ promise }) => traffic.during(() => promise))
  return { end: (place: number) => ends[place]?.resolve(), all }
}

async function isCalm(waiting: Promise<void>): Promise<boolean> {
  let isDone = false
  void waiting.then(() => (isDone = true))
  await vi.advanceTimersByTimeAsync(0)
  return isDone
}

test("a job goes on at once while few are being answered", async () => {
  const traffic = new Traffic()
  answers(traffic, 3)
  expect(await isCalm(traffic.calm(150))).toBe(true)
})

test("in a rush it waits until few are left", async () => {
  const traffic = new Traffic()
  const { end } = answers(traffic, 5)
  const waiting = traffic.calm(150)
  expect(await isCalm(waiting)).toBe(false)
  end(0)
  expect(await isCalm(waiting)).toBe(false)
  end(1)
  expect(await isCalm(waiting)).toBe(true)
})

test("a rush that does not end holds it up for that long and no longer", async () => {
  const traffic = new Traffic()
  answers(traffic, 9)
  const waiting = traffic.calm(150)
  await vi.advanceTimersByTimeAsync(149)
  expect(await isCalm(waiting)).toBe(false)
  await vi.advanceTimersByTimeAsync(1)
  expect(await isCalm(waiting)).toBe(true)
})

test("an answer that broke is under way no longer", async () => {
  const traffic = new Traffic()
  const broken = Array.from({ length: 8 }, () => traffic.during(() => Promise.reject(new Error("broken"))))
  await Promise.allSettled(broken)
  expect(await isCalm(traffic.calm(150))).toBe(true)
})
