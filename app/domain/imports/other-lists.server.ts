import type { Ctx, Tx } from "#app/platform/ctx.server.ts"
import type { OtherRow } from "./row-change.ts"

export type OtherLists = {
  /** Lists that may still be taken back themselves. */
  ids: readonly string[]
  /** Their rows of each person, the earliest first. */
  rows: ReadonlyMap<string, OtherRow[]>
}

/**
 * The rows of other lists that are about the same people and that may still be taken back: what has been left to them is taken
 * back with them. A row counts while its enquiry stands.
 */
export async function otherLists(
  ctx: Ctx,
  tx: Tx,
  { importId, personIds }: { importId: string; personIds: readonly string[] },
): Promise<OtherLists> {
  const lists = await tx.db.leadImport.findMany({
    where: {
      id: { not: importId },
      OR: [{ state: { in: ["running", "undoing"] } }, { state: "done", undoUntil: { gt: ctx.now() } }],
    },
    select: { id: true },
  })
  const ids = lists.map(({ id }) => id)
  if (ids.length === 0) return { ids, rows: new Map() }
  const rows = await tx.db.$queryRaw<OtherRow[]>`
    select import_id as "importId", line, trace.person_id as "personId", enquiry_id as "enquiryId", change, universities::text[] as universities
    from import_trace trace join enquiry on enquiry.id = enquiry_id
    where import_id = any (${ids}::uuid[]) and trace.person_id = any (${[...personIds]}::uuid[])
    order by enquiry_id`
  return { ids, rows: Map.groupBy(rows, ({ personId }) => personId) }
}

/** Keeps what has been left to rows of other lists. */
export async function keepHeirs(tx: Tx, rows: readonly OtherRow[]): Promise<void> {
  if (rows.length === 0) return
  const heirs = rows.map(({ importId, line, change }) => ({ importId, line, change }))
  await tx.db.$executeRaw`
    update import_trace set change = heir.change
    from jsonb_to_recordset(${JSON.stringify(heirs)}::jsonb) as heir("importId" uuid, line int, change jsonb)
    where import_id = heir."importId" and import_trace.line = heir.line`
}

/** Leaves people whom one list made to the first of the other lists they are on: it is as if that one had made them. */
export async function leavePeople(tx: Tx, rows: readonly OtherRow[]): Promise<void> {
  if (rows.length === 0) return
  await tx.db.$executeRaw`
    update import_trace set is_new = true
    from jsonb_to_recordset(${JSON.stringify(rows.map(({ importId, line }) => ({ importId, line })))}::jsonb) as heir("importId" uuid, line int)
    where import_id = heir."importId" and import_trace.line = heir.line`
}

/** Of people who are gone, no list that was taken back before says any more that they stay. */
export async function forgetGone(tx: Tx, { importId, gone }: { importId: string; gone: readonly string[] }): Promise<void> {
  const undone = await tx.db.leadImport.findMany({
    where: { id: { not: importId }, OR: [{ state: "undoing" }, { state: "undone", kept: { gt: 0 } }] },
    select: { id: true },
  })
  if (undone.length === 0) return
  await tx.db.$executeRaw`
    with told as (
      delete from import_trace where import_id = any (${undone.map(({ id }) => id)}::uuid[]) and person_id = any (${[...gone]}::uuid[])
      returning import_id, person_id
    )
    update lead_import set kept = kept - told.people
    from (select import_id, count(distinct person_id)::int as people from told group by 1) as told
    where lead_import.id = told.import_id and state = 'undone'`
}
