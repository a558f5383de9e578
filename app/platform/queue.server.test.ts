import { tmpdir } from "node:os"
import type { PgBoss } from "pg-boss"
import { afterAll, beforeAll, expect, test } from "vitest"
import { testSettings } from "#app/testing/test-ctx.ts"
import { isConcurrent, testDatabase } from "#app/testing/test-database.ts"
import { systemClock } from "./clock.server.ts"
import { enqueueWith, makeCtx, type Ctx } from "./ctx.server.ts"
import { openLog } from "./log.server.ts"
import { openQueue, startWork } from "./queue.server.ts"
import { openStorage } from "./storage.server.ts"

/* The real queue on the database of this run: PGlite, or PostgreSQL with TEST_ON=postgres. */

const log = openLog("silent")
let boss: PgBoss
let ctx: Ctx
const done: unknown[] = []
const rounds: unknown[] = []
let failures = 0

beforeAll(async () => {
  const database = await testDatabase()
  const jobs = [
    { name: "thing.do", retryLimit: 3 },
    { name: "thing.together", retryLimit: 3 },
    { name: "thing.fail", retryLimit: 2 },
  ]
  boss = await openQueue(database, log, jobs)
  ctx = makeCtx({
    prisma: database.prisma,
    clock: systemClock,
    enqueue: enqueueWith(boss),
    reactsTo: new Set(),
    settings: { ...testSettings },
    outside: { mailer: null, gateway: null, storage: openStorage(tmpdir()) },
    actor: { kind: "anonymous" },
    language: "en",
  })
  await startWork(boss, log, [
    { name: "thing.do", retryLimit: 3, concurrency: 1, most: 1, handle: async (all) => void done.push(...all) },
    { name: "thing.together", retryLimit: 3, concurrency: 1, most: 20, handle: async (all) => void rounds.push(all) },
    {
      name: "thing.fail",
      retryLimit: 2,
      concurrency: 1,
      most: 1,
      handle: async () => {
        failures++
        if (failures < 2) throw new Error("not yet")
      },
    },
  ])
})
afterAll(() => boss.stop({ graceful: true, timeout: 5000 }))

const suppress = (email: string) => ({
  data: { id: ctx.id(), email, reason: "bounced", createdAt: ctx.now() },
  select: { id: true } as const,
})

test("a job is done once its transaction has committed, and one that was rolled back never was", async () => {
  const broken = ctx.transaction(async (tx) => {
    await tx.db.suppression.create(suppress("rolled-back@example.org"))
    await tx.enqueue("thing.do", { from: "rolled back" })
    throw new Error("changed my mind")
  })
  await expect(broken).rejects.toThrow("changed my mind")
  await ctx.transaction(async (tx) => {
    await tx.db.suppression.create(suppress("committed@example.org"))
    await tx.enqueue("thing.do", { from: "committed" })
  })
  await expect.poll(() => done, { timeout: 10_000 }).toEqual([{ from: "committed" }])
  expect(await ctx.db.suppression.findMany({ select: { email: true } })).toEqual([{ email: "committed@example.org" }])
  const [counted] = await ctx.db.$queryRaw<{ count: bigint }[]>`select count(*) as count from queue.job where name = 'thing.do'`
  expect(Number(counted?.count)).toBe(1)
})

test("a job that fails is tried again", async () => {
  await ctx.transaction((tx) => tx.enqueue("thing.fail", {}))
  await expect.poll(() => failures, { timeout: 15_000 }).toBe(2)
})

test.runIf(!isConcurrent())("a job of a process that died is taken up when the embedded database opens again", async () => {
  const jobs = [{ name: "thing.cut", retryLimit: 3 }]
  const again: unknown[] = []
  const died = await openQueue(await testDatabase(), log, jobs)
  await died.send("thing.cut", { from: "before" })
  expect(await died.fetch("thing.cut")).toHaveLength(1)
  await died.stop({ graceful: false })

  const next = await openQueue(await testDatabase(), log, jobs)
  await startWork(next, log, [
    { name: "thing.cut", retryLimit: 3, concurrency: 1, most: 1, handle: async (all) => void again.push(...all) },
  ])
  // Far sooner than a process that may still live is given up.
  await expect.poll(() => again, { timeout: 10_000 }).toEqual([{ from: "before" }])
  await next.stop({ graceful: true, timeout: 5000 })
})

test("a job that waits for its time is not done before it", async () => {
  done.length = 0
  await ctx.transaction(async (tx) => {
    await tx.enqueue("thing.do", { from: "tomorrow" }, { startAfter: new Date(Date.now() + 24 * 3_600_000) })
    await tx.enqueue("thing.do", { from: "now" })
  })
  await expect.poll(() => done, { timeout: 10_000 }).toEqual([{ from: "now" }])
})

test("jobs that came together are done one right after the other", async () => {
  done.length = 0
  const numbers = Array.from({ length: 30 }, (_, number) => ({ number }))
  await ctx.transaction(async (tx) => {
    for (const data of numbers) await tx.enqueue("thing.do", data)
  })
  await expect.poll(() => done.length, { timeout: 8_000 }).toBe(30)
})

test("of a kind that is done together, those that wait are one run, each of them once", async () => {
  const numbers = Array.from({ length: 25 }, (_, number) => ({ number }))
  await ctx.transaction(async (tx) => {
    for (const data of numbers) await tx.enqueue("thing.together", data)
  })
  await expect.poll(() => rounds.flat().length, { timeout: 8_000 }).toBe(25)
  expect(new Set(rounds.flat())).toEqual(new Set(numbers))
  expect(rounds.length).toBe(2)
})
