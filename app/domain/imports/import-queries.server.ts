import type { Ctx } from "#app/platform/ctx.server.ts"
import type { LeadImport } from "#app/platform/prisma-client/client.ts"
import type { University } from "#app/platform/prisma-client/enums.ts"
import type { Fault } from "./list-row.server.ts"
import { rowsOf } from "./rows-of.server.ts"

const pageSize = 30
const shownFaults = 20
const shownKept = 50

/** Imports of a university, the latest first. */
export async function listImports(
  ctx: Ctx,
  { university, after }: { university: University; after: string | null },
): Promise<{ rows: (LeadImport & { by: string })[]; next: string | null }> {
  const found = await ctx.db.leadImport.findMany({
    where: { university, state: { not: "dropped" } },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: pageSize + 1,
    ...(after === null ? {} : { cursor: { id: after }, skip: 1 }),
  })
  const rows = found.slice(0, pageSize)
  const names = await namesOf(
    ctx,
    rows.map(({ byId }) => byId),
  )
  return {
    rows: rows.map((row) => ({ ...row, by: names.get(row.byId) ?? "" })),
    next: found.length > pageSize ? (rows.at(-1)?.id ?? null) : null,
  }
}

/** Lists that wait for somebody: to say their columns, or to take them in. */
export async function countWaitingImports(ctx: Ctx): Promise<number> {
  const { actor } = ctx
  if (actor.kind !== "staff" || actor.university === null) return 0
  return ctx.db.leadImport.count({ where: { university: actor.university, state: { in: ["read", "mapped", "checked", "failed"] } } })
}

/** Partners whose lists the university has taken in, for the form that asks for one. */
export async function listPartners(ctx: Ctx, { university }: { university: University }): Promise<string[]> {
  const found = await ctx.db.leadImport.findMany({
    where: { university },
    distinct: ["partner"],
    orderBy: { partner: "asc" },
    take: 200,
    select: { partner: true },
  })
  return found.map(({ partner }) => partner)
}

export type DeskImport = LeadImport & {
  by: string
  /** An earlier import of the same file, which was taken in and not undone. */
  sameFile: { id: string; doneAt: Date | null } | null
}

/** An import of the university; null when it has none of that id. */
export async function findDeskImport(
  ctx: Ctx,
  { university, importId }: { university: University; importId: string },
): Promise<DeskImport | null> {
  const found = await ctx.db.leadImport.findFirst({ where: { id: importId, university } })
  if (found === null) return null
  const sameFile = await ctx.db.leadImport.findFirst({
    where: { university, fileHash: found.fileHash, id: { not: found.id }, state: { in: ["done", "running"] } },
    orderBy: { createdAt: "desc" },
    select: { id: true, doneAt: true },
  })
  return { ...found, by: (await namesOf(ctx, [found.byId])).get(found.byId) ?? "", sameFile }
}

/** The first rows of a list with something wrong in them. */
export async function firstFaults(ctx: Ctx, list: LeadImport): Promise<{ line: number; isRefused: boolean; fault: Fault; cell: string }[]> {
  if (list.fileKey === null || list.refused + list.reduced === 0) return []
  const found: Awaited<ReturnType<typeof firstFaults>> = []
  for await (const rows of rowsOf(ctx, list, { size: 500 })) {
    for (const { record, row, faults } of rows)
      for (const fault of faults)
        found.push({
          line: record.line,
          isRefused: row === null,
          fault,
          cell: fault.column === null ? "" : (record.cells[fault.column] ?? ""),
        })
    if (found.length >= shownFaults) break
  }
  return found.slice(0, shownFaults)
}

/** People whom undoing an import left as they are, with their lead at the university. */
export async function keptPeople(ctx: Ctx, list: LeadImport): Promise<{ name: string; leadId: string | null }[]> {
  const traces = await ctx.db.importTrace.findMany({
    where: { importId: list.id },
    distinct: ["personId"],
    orderBy: { line: "asc" },
    take: shownKept,
    select: { personId: true },
  })
  const people = await ctx.db.person.findMany({
    where: { id: { in: traces.map(({ personId }) => personId) } },
    select: { givenName: true, familyName: true, leads: { where: { university: list.university }, select: { id: true } } },
  })
  return people.map((person) => ({ name: `${person.givenName} ${person.familyName}`.trim(), leadId: person.leads[0]?.id ?? null }))
}

async function namesOf(ctx: Ctx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const people = await ctx.db.person.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, givenName: true, familyName: true },
  })
  return new Map(people.map(({ id, givenName, familyName }) => [id, `${givenName} ${familyName}`.trim()]))
}
