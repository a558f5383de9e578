import { setTimeout as sleep } from "node:timers/promises"
import { expect, test } from "vitest"
import { hearContentMoved, tellContentMoved } from "./content-news.server.ts"
import { openPostgres } from "./db.server.ts"
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

test("what one process publishes is heard at once by every process on the database, and by none before it commits", async () => {
  const database = await testDatabase()
  const heard: number[] = []
  const stop = await hearContentMoved(database, (version) => heard.push(version))
  await database.prisma.$transaction(async (tx) => {
    await tellContentMoved(tx, 7)
    expect(heard).toEqual([])
  })
  await expect.poll(() => heard, { timeout: 1_000, interval: 10 }).toEqual([7])
  await stop()
  await tellContentMoved(database.prisma, 8)
  expect(heard).toEqual([7])
})

test.runIf(isConcurrent())("a second process hears it too, also after its connection was cut", async () => {
  const database = await testDatabase()
  if (!("connectionString" in database.queue)) throw new Error("PostgreSQL is reached by an address")
  const other = await openPostgres(database.queue.connectionString, { migrate: false })
  const heard: number[] = []
  const stop = await hearContentMoved(other, (version) => heard.push(version))
  await tellContentMoved(database.prisma, 11)
  await expect.poll(() => heard, { timeout: 1_000, interval: 10 }).toEqual([11])
  await database.prisma.$executeRaw`
    select pg_terminate_backend(pid) from pg_stat_activity where query = 'listen content_version' and datname = current_database()`
  await expect
    .poll(() => tellContentMoved(database.prisma, 12).then(() => heard.includes(12)), { timeout: 10_000, interval: 200 })
    .toBe(true)
  await stop()
  await other.close()
})

test.runIf(!isConcurrent())(
  "a database that nobody tends counts the rows of tables that have changed, and keeps no opinion of those without any",
  async () => {
    const { prisma, tidy } = await testDatabase()
    await prisma.$executeRaw`create table filled (n int primary key)`
    await prisma.$executeRaw`create table unused (n int primary key)`
    const planned = async () => {
      const rows = await prisma.$queryRaw<{ table: string; count: number }[]>`
        select relname as "table", reltuples::int as count from pg_class where relname in ('filled', 'unused') order by relname`
      return rows.map(({ table, count }) => `${table} ${count}`)
    }
    const write = (from: number, count: number) => prisma.$executeRaw`
      insert into filled select n from generate_series(${from}::int, ${from + count - 1}::int) as n`
    await tidy()
    expect(await planned()).toEqual(["filled -1", "unused -1"])
    await write(0, 10)
    await tidy()
    expect(await planned()).toEqual(["filled 10", "unused -1"])
    await write(10, 20)
    await tidy()
    expect(await planned()).toEqual(["filled 10", "unused -1"])
    await write(30, 70)
    await tidy()
    expect(await planned()).toEqual(["filled 100", "unused -1"])
    await prisma.$executeRaw`delete from filled where n >= 10`
    await tidy()
    expect(await planned()).toEqual(["filled 10", "unused -1"])
    await prisma.$executeRaw`drop table filled`
    await prisma.$executeRaw`drop table unused`
  },
)

test.runIf(!isConcurrent())(
  "what fails in the embedded database leaves nothing open behind it: the next to ask gets the same session",
  async () => {
    const { prisma, queue } = await testDatabase()
    if (!("db" in queue)) throw new Error("PGlite is reached by itself")
    await expect(queue.db.executeSql("begin; create table half (n int); select 1 / 0; commit")).rejects.toThrow("division by zero")
    expect((await queue.db.executeSql("select 7 as n; select 8 as n")).rows).toEqual([{ n: 7 }, { n: 8 }])
    await expect(prisma.$queryRaw`select ${"no number"}::text::int`).rejects.toThrow("invalid input syntax")
    await expect(prisma.$transaction((tx) => tx.$executeRaw`insert into half values (1)`)).rejects.toThrow("does not exist")
    expect(await prisma.$queryRaw`select ${["a", 'b"', "c,d"]}::text[] as list, ${null}::int as none`).toEqual([
      { list: ["a", 'b"', "c,d"], none: null },
    ])
  },
)

test("of two transactions begun at once neither sees the other's half", async () => {
  const { prisma } = await testDatabase()
  await prisma.$executeRaw`create table pair (n int)`
  const seen = await Promise.all(
    [1, 2, 3, 4].map((n) =>
      prisma.$transaction(async (tx) => {
        await tx.$executeRaw`insert into pair values (${n})`
        await sleep(5)
        await tx.$executeRaw`insert into pair values (${n})`
        const rows = await tx.$queryRaw<{ count: number }[]>`select count(*)::int % 2 as count from pair`
        return rows[0]?.count
      }),
    ),
  )
  await prisma.$executeRaw`drop table pair`
  expect(seen).toEqual([0, 0, 0, 0])
})

test.runIf(isConcurrent())("no connection has a statement compiled: it takes longer than the statement", async () => {
  const { prisma } = await testDatabase()
  const several = Array.from(
    { length: 5 },
    () => prisma.$queryRaw<{ jit: string }[]>`select current_setting('jit') as jit, pg_sleep(0.05)::text`,
  )
  expect((await Promise.all(several)).map(([row]) => row?.jit)).toEqual(Array(5).fill("off"))
})
