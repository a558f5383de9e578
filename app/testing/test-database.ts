import { randomBytes } from "node:crypto"
import { openAsBlob } from "node:fs"
import { readFile } from "node:fs/promises"
import pg from "pg"
import { inject } from "vitest"
import { openPglite, openPostgres, type Database } from "../platform/db.server.ts"
import { withDatabase } from "./global-setup.ts"

/** Compiled for the first file of a process, and quick for those after it. */
let wasm: Promise<WebAssembly.Module> | null = null
let opened: Promise<{ database: Database; drop: () => Promise<void> }> | null = null

/** The database of this test file, copied from the migrated one when it is first asked for. */
export async function testDatabase(): Promise<Database> {
  opened ??= open()
  return (await opened).database
}

export async function closeTestDatabase() {
  if (opened === null) return
  const { database, drop } = await opened
  opened = null
  await database.close()
  await drop()
}

async function open() {
  const postgres = inject("postgres")
  if (postgres === null) {
    wasm ??= readFile(new URL("pglite.wasm", import.meta.resolve("@electric-sql/pglite"))).then((bytes) => WebAssembly.compile(bytes))
    const database = await openPglite(null, await openAsBlob(inject("snapshot")), await wasm)
    return { database, drop: async () => {} }
  }
  const name = `rihla_test_${randomBytes(6).toString("hex")}`
  const admin = new pg.Client({ connectionString: postgres.url })
  await admin.connect()
  await admin.query(`create database ${name} template ${postgres.template}`)
  const database = await openPostgres(withDatabase(postgres.url, name), { migrate: false })
  return {
    database,
    drop: async () => {
      await admin.query(`drop database if exists ${name} with (force)`)
      await admin.end()
    },
  }
}

/** Whether two transactions can truly run at once: PGlite has one connection. */
export function isConcurrent(): boolean {
  return inject("postgres") !== null
}
