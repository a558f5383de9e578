import { randomBytes } from "node:crypto"
import pg from "pg"

/** An empty database on the PostgreSQL at `postgres`, and how to be rid of it. */
export async function throwAwayDatabase(postgres: string): Promise<{ url: string; drop(): Promise<void> }> {
  const name = `rihla_bench_${randomBytes(5).toString("hex")}`
  const admin = new pg.Client({ connectionString: postgres })
  await admin.connect()
  await admin.query(`create database ${name}`)
  const url = new URL(postgres)
  url.pathname = `/${name}`
  return {
    url: url.toString(),
    drop: async () => {
      await admin.query(`drop database if exists ${name} with (force)`)
      await admin.end()
    },
  }
}
