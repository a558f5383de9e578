import { uuidAt } from "#app/platform/clock.server.ts"
import type { Ctx } from "#app/platform/ctx.server.ts"
import type { University } from "#app/platform/prisma-client/enums.ts"

/** What was written by then may commit a little later, and clocks of two machines differ. */
const marginMs = 10_000
/** Longer ago than this, or more of them, is "much". */
const longestMs = 12 * 60 * 60_000
const mostEvents = 2_000
const mostLeads = 60

/**
 * Ids of a university's leads that something has happened to since: to the lead, its person, or by an enquiry or an RSVP of
 * theirs, as it is told to open desks (`platform/desk-news.server.ts`). Null when it is more than a page can take in by name.
 */
export async function movedLeads(ctx: Ctx, { university, since }: { university: University; since: Date }): Promise<string[] | null> {
  if (ctx.now().getTime() - since.getTime() > longestMs) return null
  const from = uuidAt(new Date(Math.max(0, since.getTime() - marginMs)), new Uint8Array(10))
  const told = await ctx.db.event.findMany({
    where: { id: { gte: from }, thing: { in: ["lead", "person", "enquiry", "rsvp"] } },
    orderBy: { id: "asc" },
    take: mostEvents + 1,
    select: { thing: true, thingId: true, facts: true },
  })
  if (told.length > mostEvents) return null
  const leads = told.flatMap(({ thing, thingId }) => (thing === "lead" ? [thingId] : []))
  const people = told.flatMap(({ thing, thingId, facts }) => {
    if (thing !== "enquiry" && thing !== "rsvp") return thing === "person" ? [thingId] : []
    const personId = facts !== null && typeof facts === "object" && !Array.isArray(facts) ? facts["personId"] : null
    return typeof personId === "string" ? [personId] : []
  })
  if (leads.length + people.length === 0) return []
  const moved = await ctx.db.lead.findMany({
    where: { university, OR: [{ id: { in: [...new Set(leads)] } }, { personId: { in: [...new Set(people)] } }] },
    take: mostLeads + 1,
    select: { id: true },
  })
  return moved.length > mostLeads ? null : moved.map(({ id }) => id)
}
