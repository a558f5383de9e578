import type { Ctx } from "#app/platform/ctx.server.ts"
import { importThing } from "./import-thing.ts"
import { addressesOf } from "#app/domain/people/lock-people.server.ts"
import { holdPeople, takeBack } from "./take-back.server.ts"

/** People of one transaction. */
const chunk = 500
const sliceMs = 5 * 60_000

/**
 * Takes back what is left of an import, person by person, or as much as a run may. The traces of what is taken back go with it,
 * so that it can be killed anywhere and run again; those of people who stay as they are stay, and say who they are.
 */
export async function workUndo(ctx: Ctx, importId: string): Promise<void> {
  const startedAt = ctx.now().getTime()
  let after = "00000000-0000-0000-0000-000000000000"
  for (;;) {
    if (ctx.now().getTime() - startedAt > sliceMs) return ctx.transaction((tx) => tx.enqueue("import.undo", { importId }))
    const people = await ctx.db.$queryRaw<{ personId: string; rows: number }[]>`
      select person_id as "personId", count(*)::int as rows from import_trace
      where import_id = ${importId}::uuid and person_id > ${after}::uuid group by 1 order by 1 limit ${chunk}`
    const last = people.at(-1)
    if (last === undefined) break
    const personIds = people.map(({ personId }) => personId)
    const addresses = await addressesOf(ctx.db, personIds)
    const outcome = await ctx.transaction(async (tx) => {
      if (!(await holdPeople(tx, { personIds, addresses }))) return "again" as const
      // One run at a time: another waits for this row, and then finds these people taken back.
      const [list] = await tx.db.$queryRaw<
        { id: string }[]
      >`select id from lead_import where id = ${importId}::uuid and state = 'undoing' for update`
      if (list === undefined) return "gone" as const
      await takeBack(ctx, tx, { importId, personIds })
      const rows = people.reduce((sum, person) => sum + person.rows, 0)
      await tx.db.leadImport.update({
        where: { id: importId },
        data: { progress: { increment: rows }, movedAt: ctx.now() },
        select: { id: true },
      })
      return "taken" as const
    })
    if (outcome === "gone") return
    if (outcome === "taken") after = last.personId
  }
  await ctx.transaction(async (tx) => {
    const [counted] = await tx.db.$queryRaw<{ kept: number }[]>`
      select count(distinct person_id)::int as kept from import_trace where import_id = ${importId}::uuid`
    const kept = counted?.kept ?? 0
    const { count } = await tx.db.leadImport.updateMany({
      where: { id: importId, state: "undoing" },
      data: { state: "undone", kept, movedAt: ctx.now() },
    })
    if (count === 0) return
    const list = await tx.db.leadImport.findUniqueOrThrow({ where: { id: importId } })
    await tx.record("import.undone", importThing(list), { kept })
  })
}
