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

test("in a rush it waits until few have been left for a moment", async () => {
  const traffic = new Traffic()
  const { end } = answers(traffic, 5)
  const waiting = traffic.calm(150)
  expect(await isCalm(waiting)).toBe(false)
  end(0)
  await vi.advanceTimersByTimeAsync(60)
  expect(await isCalm(waiting)).toBe(false)
  end(1)
  expect(await isCalm(waiting)).toBe(false)
  await vi.advanceTimersByTimeAsync(40)
  expect(await isCalm(waiting)).toBe(true)
})

test("the moment between two answers of a rush is no calm", async () => {
  const traffic = new Traffic()
  const first = answers(traffic, 5)
  for (let place = 0; place < 5; place++) first.end(place)
  await Promise.all(first.all)
  const waiting = traffic.calm(150)
  await vi.advanceTimersByTimeAsync(10)
  expect(await isCalm(waiting)).toBe(false)
  answers(traffic, 5)
  await vi.advanceTimersByTimeAsync(100)
  expect(await isCalm(waiting)).toBe(false)
  await vi.advanceTimersByTimeAsync(40)
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
  await vi.advanceTimersByTimeAsync(20)
  expect(await isCalm(traffic.calm(150))).toBe(true)
})
