import type { Ctx, StaffActor } from "#app/platform/ctx.server.ts"
import { universityOf } from "#app/domain/people/permissions.ts"
import type { MergeThing } from "./merge-tables.ts"

export type MergeFile = {
  id: string
  at: Date
  undoneAt: Date | null
  byName: string
  undoneByName: string | null
  keptName: string
  awayName: string
  /** Their lead at the reader's university, where there is one. */
  leadId: string | null
  /** How many rows of each kind went from the one to the other. */
  moved: Partial<Record<MergeThing, number>>
  /** Fields of the person that were taken from the other: what they were and what they became. */
  changed: { field: string; was: string | null; became: string | null }[]
  /** A later merge into the same person, which is taken back first; null when this is the last one. */
  laterId: string | null
}

const ofPerson = ["given_name", "family_name", "birth_date", "birth_year", "language", "country", "city", "school"]
/** What both universities share; what is a university's own is not told of here. */
const shared: readonly MergeThing[] = ["contact", "enquiry", "application"]

/** A merge as the desk sees it; null where the university has no lead of either person, at the time or now. */
export async function readMerge(ctx: Ctx & { actor: StaffActor }, mergeId: string): Promise<MergeFile | null> {
  const university = universityOf(ctx.actor)
  const leads = { where: { university }, select: { id: true, setAsideBy: true } } as const
  const merge = await ctx.db.merge.findUnique({
    where: { id: mergeId },
    include: {
      kept: { select: { givenName: true, familyName: true, mergedIntoId: true, leads } },
      away: { select: { givenName: true, familyName: true, leads } },
      by: { select: { givenName: true, familyName: true } },
      steps: { orderBy: { position: "asc" } },
    },
  })
  if (merge === null || merge.kept.leads.length + merge.away.leads.length === 0) return null
  const undoneBy =
    merge.undoneById === null
      ? null
      : await ctx.db.person.findUnique({ where: { id: merge.undoneById }, select: { givenName: true, familyName: true } })
  const later = await ctx.db.merge.findFirst({
    where: {
      undoneAt: null,
      OR: [{ keptId: merge.keptId, id: { gt: mergeId } }, ...(merge.kept.mergedIntoId === null ? [] : [{ awayId: merge.keptId }])],
    },
    orderBy: { id: "desc" },
    select: { id: true },
  })
  const moved: MergeFile["moved"] = {}
  for (const thing of shared) {
    const count = merge.steps.filter((step) => step.thing === thing && step.field === "person_id" && step.was !== step.became).length
    if (count > 0) moved[thing] = count
  }
  return {
    id: mergeId,
    at: merge.createdAt,
    undoneAt: merge.undoneAt,
    byName: nameOf(merge.by),
    undoneByName: undoneBy === null ? null : nameOf(undoneBy),
    keptName: nameOf(merge.kept),
    awayName: nameOf(merge.away),
    leadId: merge.kept.leads.find(({ setAsideBy }) => setAsideBy === null)?.id ?? null,
    moved,
    changed: merge.steps.flatMap(({ thing, thingId, field, was, became }) =>
      thing === "person" && thingId === merge.keptId && ofPerson.includes(field) && was !== became ? [{ field, was, became }] : [],
    ),
    laterId: later?.id ?? null,
  }
}

/** Names stand in sentences: each keeps its own direction. */
function nameOf(person: { givenName: string; familyName: string }): string {
  return `\u2068${`${person.givenName} ${person.familyName}`.trim()}\u2069`
}
