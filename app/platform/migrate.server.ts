import { readFileSync, readdirSync } from "node:fs"
import { createRequire } from "node:module"
import path from "node:path"
import { bindMigrationAwareSqlAdapterFactory, type SqlMigrationAwareDriverAdapterFactory } from "@prisma/driver-adapter-utils"
import * as engineJs from "@prisma/schema-engine-wasm/schema_engine_bg"

const noFilters = { externalTables: [], externalEnums: [] }
const lockfile = { path: "migration_lock.toml", content: 'provider = "postgresql"\n' }

type SchemaFile = { path: string; content: string }

let isLoaded = false

/** Prisma's schema engine as WebAssembly: it needs no native binary and works over any driver adapter. */
async function schemaEngine(adapter: SqlMigrationAwareDriverAdapterFactory, files: SchemaFile[]) {
  if (!isLoaded) {
    const js = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg")
    const { instance } = await WebAssembly.instantiate(readFileSync(js.replace(/\.js$/, ".wasm")), {
      "./schema_engine_bg.js": engineJs as unknown as WebAssembly.ModuleImports,
    })
    engineJs.__wbg_set_wasm(instance.exports)
    const start = instance.exports["__wbindgen_start"]
    if (typeof start === "function") start()
    isLoaded = true
  }
  return engineJs.SchemaEngine.new(
    { datamodels: files.map((file): [string, string] => [file.path, file.content]) },
    () => {},
    bindMigrationAwareSqlAdapterFactory(adapter),
  )
}

export function readSchemaFiles(folder = path.resolve("prisma/schema")): SchemaFile[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".prisma"))
    .sort()
    .map((name) => ({ path: name, content: readFileSync(path.join(folder, name), "utf8") }))
}

/** Applies the migrations that the database has not seen yet, in order. Running it again does nothing. */
export async function migrate(adapter: SqlMigrationAwareDriverAdapterFactory, folder = path.resolve("prisma/migrations")) {
  const migrationDirectories = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .map((name) => ({
      path: name,
      migrationFile: {
        path: "migration.sql",
        content: { tag: "ok" as const, value: readFileSync(path.join(folder, name, "migration.sql"), "utf8") },
      },
    }))
  const engine = await schemaEngine(adapter, readSchemaFiles())
  await engine.applyMigrations({
    migrationsList: { baseDir: folder, lockfile, shadowDbInitScript: "", migrationDirectories },
    filters: noFilters,
  })
}

/** The SQL that leads from one set of schema files to another; from nothing when `from` is empty. */
export async function schemaDiff(adapter: SqlMigrationAwareDriverAdapterFactory, from: SchemaFile[], to: SchemaFile[]) {
  const engine = await schemaEngine(adapter, to)
  const result = await engine.diff({
    from: from.length === 0 ? { tag: "empty" } : { tag: "schemaDatamodel", files: from },
    to: { tag: "schemaDatamodel", files: to },
    script: true,
    exitCode: null,
    filters: noFilters,
  })
  return result.stdout ?? ""
}
