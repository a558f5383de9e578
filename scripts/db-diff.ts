// npm run db:diff -- NAME: writes prisma/migrations/<time>_NAME/migration.sql, the step from the schema of the last
// migration to today's. The schema a migration leads to is kept beside it, so that no database is needed to compare.
import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs"
import path from "node:path"
import { PGlite } from "@electric-sql/pglite"
import { PrismaPg } from "@prisma/adapter-pg"
import { embeddedPool } from "../app/platform/embedded-connection.server.ts"
import { readSchemaFiles, schemaDiff } from "../app/platform/migrate.server.ts"

const name = process.argv[2]
if (!name || !/^[a-z0-9-]+$/.test(name)) {
  console.error("Say what the migration does, in kebab-case: npm run db:diff -- add-event-table")
  process.exit(1)
}

const migrations = path.resolve("prisma/migrations")
mkdirSync(migrations, { recursive: true })
const last = readdirSync(migrations, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .sort()
  .at(-1)
const lastSchema = last === undefined ? null : path.join(migrations, last, "schema")
const from = lastSchema !== null && existsSync(lastSchema) ? readSchemaFiles(lastSchema) : []
const to = readSchemaFiles()

const pglite = await PGlite.create()
const pool = embeddedPool(pglite)
const sql = await schemaDiff(new PrismaPg(pool), from, to)
await pool.end()
await pglite.close()

if (sql.trim() === "" || sql.includes("empty migration")) {
  console.log("The schema has not changed since the last migration.")
} else {
  const folder = path.join(
    migrations,
    `${new Date()
      .toISOString()
      .replace(/[^0-9]/g, "")
      .slice(0, 14)}_${name}`,
  )
  mkdirSync(path.join(folder, "schema"), { recursive: true })
  writeFileSync(path.join(folder, "migration.sql"), sql)
  for (const file of to) writeFileSync(path.join(folder, "schema", file.path), file.content)
  console.log(`Wrote ${path.relative(process.cwd(), folder)}/migration.sql: read it before you commit it.`)
}
