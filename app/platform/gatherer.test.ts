import { expect, test } from "vitest"
import { Gatherer } from "./gatherer.ts"

/** A gatherer whose rounds end when told. */
function held(most = 10) {
  const rounds: { items: readonly number[]; end: PromiseWithResolvers<void> }[] = []
  const gatherer = new Gatherer(async (items: readonly number[]) => {
    const end = Promise.withResolvers<void>()
    rounds.push({ items, end })
    await end.promise
    return items.map((item) => item * 2)
  }, most)
  return { gatherer, rounds }
}

test("who comes first goes alone and at once; who comes meanwhile goes with the others, and each gets the own answer", async () => {
  const { gatherer, rounds } = held()
  const first = gatherer.ask(1)
  const others = [gatherer.ask(2), gatherer.ask(3)]
  expect(rounds.map(({ items }) => items)).toEqual([[1]])
  rounds[0]?.end.resolve()
  expect(await first).toBe(2)
  await Promise.resolve()
  expect(rounds.map(({ items }) => items)).toEqual([[1], [2, 3]])
  rounds[1]?.end.resolve()
  expect(await Promise.all(others)).toEqual([4, 6])
})

test("a round is no larger than it may be, and nobody is left behind", async () => {
  const rounds: number[] = []
  const gatherer = new Gatherer(async (items: readonly number[]) => {
    rounds.push(items.length)
    return items
  }, 4)
  const all = Array.from({ length: 10 }, (_, index) => index)
  expect(await Promise.all(all.map((item) => gatherer.ask(item)))).toEqual(all)
  expect(Math.max(...rounds)).toBe(4)
  expect(await gatherer.ask(11)).toBe(11)
})

test("a fault stays with who brought it", async () => {
  const gatherer = new Gatherer(async (items: readonly number[]) => {
    if (items.includes(13)) throw new Error("thirteen")
    return items
  }, 10)
  const ended = await Promise.allSettled([1, 2, 13, 4].map((item) => gatherer.ask(item)))
  expect(ended.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled", "rejected", "fulfilled"])
})
