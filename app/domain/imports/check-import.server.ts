import type { Ctx } from "#app/platform/ctx.server.ts"
import type { Refusal } from "#app/platform/outcome.ts"
import { BrokenList } from "#app/domain/lists/read-list.server.ts"
import { addressesOf } from "#app/domain/people/join-rule.ts"
import { Nearby } from "#app/domain/people/nearby.server.ts"
import { importThing } from "./import-thing.ts"
import { mostRows } from "./import-limits.ts"
import { RepeatedAddresses } from "./repeated-addresses.ts"
import { rowsOf } from "./rows-of.server.ts"

/** Rows that are looked up together. */
const chunk = 1_000

/**
 * Reads a list whole, as taking it in would, and writes nothing but what came out: who is new, who is joined to somebody known,
 * who may be somebody known, which rows are refused. A list that breaks off or is too long fails, so that none is taken in by half.
 * What an earlier mapping began ends without a word.
 */
export async function checkImport(ctx: Ctx, { importId, mappedTimes }: { importId: string; mappedTimes: number }): Promise<void> {
  const mine = { id: importId, state: "mapped" as const, mappedTimes }
  const list = await ctx.db.leadImport.findFirst({ where: mine })
  if (list === null) return
  const counts = { rows: 0, fresh: 0, joined: 0, suggested: 0, refused: 0, reduced: 0 }
  const repeated = new RepeatedAddresses()
  const nearby = new Nearby()
  const now = ctx.now()
  try {
    // Only whose address comes again has to be remembered: a first reading says which those are.
    for await (const rows of rowsOf(ctx, list, { size: chunk })) {
      counts.rows += rows.length
      if (counts.rows > mostRows) return await fail({ code: "imports.too-many-rows", details: { max: mostRows } })
      for (const { row } of rows)
        if (row !== null) for (const { kind, value } of addressesOf({ ...row, language: list.language })) repeated.add(`${kind} ${value}`)
    }
    counts.rows = 0
    for await (const rows of rowsOf(ctx, list, { size: chunk })) {
      counts.rows += rows.length
      const whole = rows.flatMap(({ row }) => (row === null ? [] : [{ ...row, language: list.language }]))
      counts.refused += rows.length - whole.length
      counts.reduced += rows.filter(({ row, faults }) => row !== null && faults.length > 0).length
      await nearby.look(ctx.db, whole)
      for (const row of whole) {
        const { isNew, close } = nearby.join(row, `${row.line}`, now)
        if (isNew) counts.fresh++
        else counts.joined++
        if (close.length > 0) counts.suggested++
      }
      nearby.rest((address) => repeated.has(address))
      const { count } = await ctx.db.leadImport.updateMany({
        where: mine,
        data: { progress: counts.rows, rows: counts.rows, movedAt: ctx.now() },
      })
      if (count === 0) return
    }
  } catch (error) {
    if (!(error instanceof BrokenList)) throw error
    return fail(error.refusal)
  }
  if (counts.rows === 0) return fail({ code: "lists.empty" })
  await ctx.transaction(async (tx) => {
    const { count } = await tx.db.leadImport.updateMany({
      where: mine,
      data: { ...counts, progress: 0, state: "checked", movedAt: ctx.now() },
    })
    if (count === 1) await tx.record("import.checked", importThing(list), counts)
  })

  async function fail({ code, details = {} }: Refusal): Promise<void> {
    await ctx.transaction(async (tx) => {
      const { count } = await tx.db.leadImport.updateMany({
        where: mine,
        data: { state: "failed", problem: { code, details }, movedAt: ctx.now() },
      })
      if (count === 1 && list !== null) await tx.record("import.failed", importThing(list), { code })
    })
  }
}
