import { createHash } from "node:crypto"
import path from "node:path"
import { setTimeout } from "node:timers/promises"
import { PGlite } from "@electric-sql/pglite"
import { pg_trgm } from "@electric-sql/pglite/contrib/pg_trgm"
import { PrismaPg } from "@prisma/adapter-pg"
import type { Db as QueueDb } from "pg-boss"
import pg from "pg"
import { lockDataDir } from "./data-lock.server.ts"
import { embeddedPool } from "./embedded-connection.server.ts"
import { tidyEmbedded } from "./embedded-upkeep.server.ts"
import { EnvProblem } from "./env.server.ts"
import { migrate } from "./migrate.server.ts"
import { PrismaClient } from "./prisma-client/client.ts"

export type Db = Omit<PrismaClient, "$connect" | "$disconnect" | "$on" | "$transaction" | "$extends">

export type Database = {
  kind: "pglite" | "postgres"
  prisma: PrismaClient
  /** How the queue reaches the same database. */
  queue: { db: QueueDb; backend: "pglite" } | { connectionString: string }
  isReachable(): Promise<boolean>
  /** Does the work while no other process on this database is at it; whoever comes meanwhile waits. */
  alone<Result>(work: () => Promise<Result>): Promise<Result>
  /** Calls `heard` with what any process notifies on the channel, a name of ours. Gives the way to stop. */
  listen(channel: string, heard: (text: string) => void): Promise<() => Promise<void>>
  /** Gives back the room of rows that are gone, and counts what is there: without it the planner guesses, and reads whole tables. */
  tidy(): Promise<void>
  close(): Promise<void>
}

/**
 * Opens PGlite, in memory when `dataDir` is null or from a snapshot of an earlier `dumpDataDir`. Who opens many gives the
 * module that all of them share: it is compiled once.
 */
export async function openPglite(
  dataDir: string | null,
  snapshot?: Blob,
  wasm?: WebAssembly.Module,
): Promise<Database & { pglite: PGlite }> {
  const lock = dataDir === null ? null : lockDataDir(dataDir)
  try {
    const pglite = await PGlite.create({
      ...(dataDir === null ? {} : { dataDir: path.join(dataDir, "pglite") }),
      ...(snapshot === undefined ? {} : { loadDataDir: snapshot }),
      ...(wasm === undefined ? {} : { pgliteWasmModule: wasm }),
      extensions: { pg_trgm },
    })
    const pool = embeddedPool(pglite)
    const heardBy = new Map<string, Set<(text: string) => void>>()
    pool.on("connect", (client) => {
      client.on("notification", ({ channel, payload }) => {
        for (const heard of heardBy.get(channel) ?? []) heard(payload ?? "")
      })
    })
    async function listen(channel: string, heard: (text: string) => void): Promise<() => Promise<void>> {
      heardBy.set(channel, (heardBy.get(channel) ?? new Set()).add(heard))
      await pool.query(`listen ${pg.escapeIdentifier(channel)}`)
      return async () => {
        heardBy.get(channel)?.delete(heard)
      }
    }
    if (snapshot === undefined) await migrate(new PrismaPg(pool))
    const prisma = new PrismaClient({ adapter: new PrismaPg(pool, { statementNameGenerator: nameOfPrepared }) })
    return {
      kind: "pglite",
      pglite,
      prisma,
      queue: {
        backend: "pglite",
        db: {
          executeSql: (text, values) => execute(pool, text, values),
          async listen(channel, heard, hearsAgain) {
            const close = await listen(channel, heard)
            hearsAgain()
            return { close }
          },
        },
      },
      isReachable: () =>
        pool.query("select 1").then(
          () => true,
          () => false,
        ),
      // The lock of its folder keeps other processes away.
      alone: (work) => work(),
      listen,
      tidy: () => tidyEmbedded(pool),
      async close() {
        await prisma.$disconnect()
        await pool.end()
        if (!pglite.closed) await pglite.close()
        lock?.release()
      },
    }
  } catch (error) {
    lock?.release()
    throw error
  }
}

/** One statement, or several without values. What fails among several leaves no transaction open: the next to ask gets the same session. */
async function execute(pool: pg.Pool, text: string, values?: unknown[]): Promise<{ rows: unknown[] }> {
  const client = await pool.connect()
  try {
    const results: pg.QueryResult | pg.QueryResult[] = await client.query(text, values)
    return { rows: [results].flat().flatMap(({ rows }) => rows) }
  } catch (error) {
    await client.query("rollback")
    throw error
  } finally {
    client.release()
  }
}

/** Opens PostgreSQL 15 or later and brings its tables up to date. */
export async function openPostgres(connectionString: string, options: { migrate?: boolean; max?: number } = {}): Promise<Database> {
  const factory = new PrismaPg(
    {
      connectionString,
      max: options.max ?? 10,
      onConnect: withoutCompiling,
      idleTimeoutMillis: keptMs,
      // What lies between drops a connection on which nothing goes for some minutes, and tells nobody.
      keepAlive: true,
      keepAliveInitialDelayMillis: 60_000,
    },
    { statementNameGenerator: nameOfPrepared },
  )
  if (options.migrate !== false) {
    // Several processes may start at once: one applies, the others wait for it.
    const locker = new pg.Client({ connectionString })
    await locker.connect().catch((error: NodeJS.ErrnoException) => {
      throw new EnvProblem(`DATABASE_URL names a database that lets nobody in: ${error.message || error.code}.`)
    })
    // The schema engine keeps what it opens: a pool of its own can be ended.
    const pool = new pg.Pool({ connectionString, max: 2 })
    try {
      await locker.query("select pg_advisory_lock(7041776)")
      await migrate(new PrismaPg(pool))
    } finally {
      await pool.end()
      await locker.end()
    }
  }
  const prisma = new PrismaClient({ adapter: factory })
  return {
    kind: "postgres",
    prisma,
    queue: { connectionString },
    isReachable: () =>
      prisma.$queryRaw`select 1`.then(
        () => true,
        () => false,
      ),
    async alone(work) {
      // The lock lives as long as its connection: a process that dies leaves none behind.
      const locker = new pg.Client({ connectionString, keepAlive: true })
      await locker.connect()
      try {
        await locker.query("select pg_advisory_lock(7041777)")
        return await work()
      } finally {
        await locker.end()
      }
    },
    listen: (channel, heard) => listenTo(connectionString, channel, heard),
    // PostgreSQL does it by itself (autovacuum).
    tidy: async () => {},
    close: () => prisma.$disconnect(),
  }
}

/** A new connection knows no table and has planned nothing: whoever comes after a quiet minute would wait for that. */
const keptMs = 10 * 60_000

/**
 * PostgreSQL compiles each statement that it takes for dear: some 30 ms, for what then takes one. The pool hands a
 * connection out when what this returns is done, which its types do not say.
 */
function withoutCompiling(client: pg.ClientBase): unknown {
  return client.query("set jit = off")
}

const againMs = 2_000

/** Listens on a connection of its own. When that breaks, another is tried until one holds; what was said meanwhile is not heard. */
async function listenTo(connectionString: string, channel: string, heard: (text: string) => void): Promise<() => Promise<void>> {
  let isOver = false
  let client = await connect()
  async function connect(): Promise<pg.Client> {
    const next = new pg.Client({ connectionString, keepAlive: true })
    // A broken connection says so by an error, and then ends.
    next.on("error", () => {})
    await next.connect()
    next.on("notification", ({ payload }) => heard(payload ?? ""))
    next.once("end", () => void connectAgain())
    await next.query(`listen ${channel}`)
    return next
  }
  async function connectAgain(): Promise<void> {
    await setTimeout(againMs, undefined, { ref: false })
    if (isOver) return
    await connect().then(
      (next) => {
        client = next
        if (isOver) return next.end()
      },
      () => connectAgain(),
    )
  }
  return async () => {
    isOver = true
    await client.end()
  }
}

/**
 * A statement that begins with this comment is planned once on each connection and kept there under its own name. It is
 * for the few long ones that come often and whose best plan is the same for all values.
 */
const preparedMark = "/* prepared */"
const unnamed = ""

function nameOfPrepared({ sql }: { sql: string }): string {
  return sql.trimStart().startsWith(preparedMark) ? createHash("sha256").update(sql).digest("base64url") : unnamed
}

/** The text of a unique constraint or index that a write ran into, or null when the error is another. */
export function uniqueViolation(error: unknown): string | null {
  if (typeof error !== "object" || error === null || !("code" in error) || error.code !== "P2002") return null
  return JSON.stringify("meta" in error ? error.meta : {})
}
