import { cpSync, mkdtempSync, readdirSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import { PGlite } from "@electric-sql/pglite"
import { pg_trgm } from "@electric-sql/pglite/contrib/pg_trgm"
import { PrismaPg } from "@prisma/adapter-pg"
import { expect, test } from "vitest"
import { embeddedPool } from "#app/platform/embedded-connection.server.ts"
import { migrate } from "#app/platform/migrate.server.ts"

/* The step that gave rules their drafts, over rules of an installation that was there before. */

const all = path.resolve("prisma/migrations")

test("what held before rules had drafts holds after: of each rule the latest version, since when and by whom it was written", async () => {
  const before = mkdtempSync(path.join(tmpdir(), "rihla-migrations-"))
  const names = readdirSync(all).sort()
  const step = names.findIndex((name) => name.endsWith("_rule-versions"))
  for (const name of names.slice(0, step)) cpSync(path.join(all, name), path.join(before, name), { recursive: true })
  const pglite = await PGlite.create({ extensions: { pg_trgm } })
  const pool = embeddedPool(pglite)
  await migrate(new PrismaPg(pool), before)
  rmSync(before, { recursive: true })
  const id = (number: number) => `00000000-0000-7000-8000-00000000000${number}`
  await pool.query(`
    insert into person (id, given_name, family_name, name_folded, language, created_at)
    values ('${id(9)}', 'Salma', 'Head', 'salma head', 'en', '2026-01-01');
    insert into eligibility_rule (id, line, version, university, level, subject, names, treatment, minimum, among, standing, as_of, by_id, created_at)
    values
      ('${id(1)}', 'AUI/bachelor/every/result/bac20', 1, 'AUI', 'bachelor', 'result', 'bac20', 'direct', '10', '{}', 'board', '2026', null, '2026-01-01'),
      ('${id(2)}', 'AUI/bachelor/every/result/bac20', 2, 'AUI', 'bachelor', 'result', 'bac20', 'direct', '12', '{}', 'board', '2026', '${id(9)}', '2026-02-01'),
      ('${id(3)}', 'AUI/bachelor/every/result/cd-1', 1, 'AUI', 'bachelor', 'result', 'cd-1', 'none', '50', '{}', 'board', '2026', null, '2026-01-01')`)
  await migrate(new PrismaPg(pool), all)
  const { rows } = await pool.query(
    "select id, version, minimum, state, published_by_id, published_at = created_at as since, reviewed_at from eligibility_rule order by id",
  )
  await pool.end()
  await pglite.close()
  const kept = { since: true, reviewed_at: null }
  expect(rows).toEqual([
    { ...kept, id: id(1), version: 1, minimum: "10", state: "superseded", published_by_id: null },
    { ...kept, id: id(2), version: 2, minimum: "12", state: "published", published_by_id: id(9) },
    { ...kept, id: id(3), version: 1, minimum: "50", state: "published", published_by_id: null },
  ])
})
