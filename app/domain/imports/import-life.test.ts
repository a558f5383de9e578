import { beforeEach, expect, test } from "vitest"
import { aStaff, must } from "#app/testing/builders.ts"
import { aCheckedList, anImport, fairList } from "#app/testing/lists.ts"
import { testCtx, type TestCtx } from "#app/testing/test-ctx.ts"
import { undoImport } from "./undo-import.server.ts"

let ctx: TestCtx
let officer: Awaited<ReturnType<typeof aStaff>>

beforeEach(async () => {
  ctx ??= await testCtx({ now: "2026-11-26T12:00:00Z" })
  officer ??= await aStaff(ctx, "outreach", "AUI")
})

const counts = { dakar: [240, 235, 2, 3, 1, "SN"], kano: [300, 298, 1, 1, 0, "NG"], tunis: [160, 158, 1, 1, 0, "TN"] } as const

test.each(["dakar", "kano", "tunis"] as const)(
  "the list of the fair of %s is taken in as its counts say, and undone without a trace",
  async (name) => {
    const before = await everything()
    const checked = await aCheckedList(ctx, officer, fairList(name))
    const of = (list: typeof checked) => [list.rows, list.fresh, list.joined, list.refused, list.reduced, list.country]
    expect([checked.state, ...of(checked)]).toEqual(["checked", ...counts[name]])
    const list = await anImport(ctx, officer, fairList(name))
    expect([list.state, ...of(list)]).toEqual(["done", ...counts[name]])
    must(await undoImport(officer, { importId: list.id }))
    await ctx.runJobs()
    const undone = await ctx.db.leadImport.findUniqueOrThrow({ where: { id: list.id } })
    expect([undone.state, undone.kept]).toEqual(["undone", 0])
    expect(await everything()).toEqual(before)
  },
)

/** Everything that is known of people, as rows. */
async function everything() {
  const tables = ["person", "contact", "enquiry", "lead", "consent", "duplicate_suggestion", "guardian", "import_trace"]
  const found: Record<string, unknown> = {}
  for (const table of tables)
    found[table] = await ctx.db.$queryRawUnsafe(`select to_jsonb(t) as row from ${table} t order by to_jsonb(t)::text`)
  return found
}
