import { randomBytes } from "node:crypto"
import { writeFileSync, mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import pg from "pg"
import type { TestProject } from "vitest/node"
import { openPglite, openPostgres } from "../platform/db.server.ts"

declare module "vitest" {
  export interface ProvidedContext {
    /** A file with PGlite's data after all migrations; each test file starts from it. */
    snapshot: string
    /** PostgreSQL, when this run is on it: the server and a migrated database to copy. */
    postgres: { url: string; template: string } | null
  }
}

/** Migrates one database for the whole run; every test file works on a copy of its own. */
export default async function setup(project: TestProject) {
  const url = process.env["TEST_ON"] === "postgres" ? process.env["TEST_DATABASE_URL"] : undefined
  if (url !== undefined) {
    const template = `rihla_template_${randomBytes(5).toString("hex")}`
    const admin = new pg.Client({ connectionString: url })
    await admin.connect()
    await admin.query(`create database ${template}`)
    const database = await openPostgres(withDatabase(url, template))
    await database.close()
    project.provide("postgres", { url, template })
    project.provide("snapshot", "")
    return async () => {
      await admin.query(`drop database if exists ${template} with (force)`)
      await admin.end()
    }
  }
  const folder = mkdtempSync(path.join(tmpdir(), "rihla-test-"))
  const database = await openPglite(null)
  const dump = await database.pglite.dumpDataDir("none")
  const file = path.join(folder, "snapshot.tar")
  writeFileSync(file, Buffer.from(await dump.arrayBuffer()))
  await database.close()
  project.provide("snapshot", file)
  project.provide("postgres", null)
  return () => rmSync(folder, { recursive: true, force: true })
}

export function withDatabase(url: string, name: string): string {
  const changed = new URL(url)
  changed.pathname = `/${name}`
  return changed.toString()
}
