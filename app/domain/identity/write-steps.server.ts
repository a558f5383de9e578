import { Prisma } from "#app/platform/prisma-client/client.ts"
import type { Tx } from "#app/platform/ctx.server.ts"
import type { Step } from "./merge-step.ts"
import { columnType } from "./merge-tables.ts"

/** A row was no longer as the plan had read it: the transaction is given up as a whole. */
export class Stale extends Error {}

/** Makes each field what the step says it becomes. Throws `Stale` where one is not what it was. */
export async function takeSteps(tx: Tx, steps: readonly Step[]): Promise<void> {
  for (const run of runsOf(steps.filter(({ was, became }) => was !== became))) {
    const count = await write(tx, run, "became", "was")
    if (count !== run.length) throw new Stale(`${run[0]?.thing}.${run[0]?.field}`)
  }
}

/**
 * Makes each field what it was before the step, in reverse order. What has changed since stays as it is, and so does an
 * address that has signed in somebody else since.
 */
export async function takeBackSteps(tx: Tx, steps: readonly Step[]): Promise<void> {
  const changing = steps.filter(({ was, became }) => was !== became)
  for (const run of runsOf([...changing].reverse())) await write(tx, run, "was", "became")
}

export async function keepSteps(tx: Tx, mergeId: string, steps: readonly Step[]): Promise<void> {
  const data = steps.map(({ id, ...step }, position) => ({ mergeId, position, thingId: id, ...step }))
  await tx.db.mergeStep.createMany({ data })
}

/** Neighbours of one table and column: one statement writes them. */
function runsOf(steps: readonly Step[]): Step[][] {
  const runs: Step[][] = []
  for (const step of steps) {
    const last = runs.at(-1)
    if (last?.[0]?.thing === step.thing && last[0].field === step.field) last.push(step)
    else runs.push([step])
  }
  return runs
}

/** How many rows were written: those that are what `from` says. */
async function write(tx: Tx, run: readonly Step[], to: "was" | "became", from: "was" | "became"): Promise<number> {
  const [first] = run
  if (first === undefined) return 0
  const type = columnType(first.thing, first.field)
  if (type === null) throw new Error(`A merge may not change ${first.thing}.${first.field}`)
  // Names come from the table of `merge-tables.ts`, never from what somebody typed.
  const [table, column, cast] = [Prisma.raw(`"${first.thing}"`), Prisma.raw(`"${first.field}"`), Prisma.raw(type)]
  const rows = JSON.stringify(run.map((step) => ({ id: step.id, next: step[to], last: step[from] })))
  const isTaken =
    first.field === "signs_in"
      ? Prisma.sql`and not (s.next = 'true' and exists (
          select 1 from contact o where o.kind = t.kind and o.value = t.value and o.signs_in and o.id <> t.id))`
      : Prisma.empty
  return tx.db.$executeRaw`
    update ${table} t set ${column} = s.next::${cast}
    from jsonb_to_recordset(${rows}::jsonb) as s(id uuid, next text, last text)
    where t.id = s.id and t.${column} is not distinct from s.last::${cast} ${isTaken}`
}
