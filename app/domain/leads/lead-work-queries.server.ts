import type { Ctx } from "#app/platform/ctx.server.ts"
import type { University } from "#app/platform/prisma-client/enums.ts"
import { roleMay } from "#app/domain/people/permissions.ts"
import { findAnswerClock } from "./answer-clocks.server.ts"
import { textFact } from "./event-facts.ts"

const nameOf = ({ givenName, familyName }: { givenName: string; familyName: string }) => `${givenName} ${familyName}`.trim()

/** The names of some of the staff, by their ids. */
async function namesOf(ctx: Ctx, ids: readonly (string | null)[]): Promise<Map<string, string>> {
  const known = [...new Set(ids.filter((id) => id !== null))]
  const people = await ctx.db.person.findMany({ where: { id: { in: known } }, select: { id: true, givenName: true, familyName: true } })
  return new Map(people.map((person) => [person.id, nameOf(person)]))
}

/** What there is to do about a lead of the university and what was done by hand; `personId` is whom the lead is of. */
export async function readLeadWork(
  ctx: Ctx,
  { university, leadId, personId }: { university: University; leadId: string; personId: string },
) {
  const tasks = await ctx.db.leadTask.findMany({
    where: { leadId, lead: { university } },
    orderBy: [{ doneAt: { sort: "desc", nulls: "first" } }, { dueAt: { sort: "asc", nulls: "last" } }, { id: "asc" }],
    take: 40,
  })
  const recorded = await ctx.db.recordedContact.findMany({
    where: { leadId, lead: { university } },
    orderBy: { id: "desc" },
    take: 100,
    select: { id: true, words: true, takenBackAt: true },
  })
  const other = await ctx.db.lead.findFirst({
    where: { personId, university: { not: university }, setAsideBy: null },
    select: { id: true, university: true },
  })
  const notes = await ctx.db.note.findMany({
    where: {
      thing: "lead",
      OR: [{ thingId: leadId, university }, ...(other === null ? [] : [{ thingId: other.id, isShared: true }])],
    },
    orderBy: { id: "desc" },
    take: 100,
    include: { author: { select: { givenName: true, familyName: true } }, mentions: true },
  })
  const names = await namesOf(ctx, [
    ...tasks.flatMap(({ ownerId, doneById }) => [ownerId, doneById]),
    ...notes.flatMap((note) => note.mentions.map((mention) => mention.personId)),
  ])
  return { tasks, recorded, other: other?.university ?? null, notes, names, clock: await findAnswerClock(ctx, university) }
}

export type LeadWork = Awaited<ReturnType<typeof readLeadWork>>

/** Who may be named in a note of the university. */
export async function listColleagues(ctx: Ctx, university: University): Promise<{ id: string; name: string }[]> {
  const staff = await ctx.db.staff.findMany({
    where: { university, isActive: true },
    select: { role: true, person: { select: { id: true, givenName: true, familyName: true } } },
    orderBy: { createdAt: "asc" },
  })
  const known = new Map(staff.flatMap(({ role, person }) => (roleMay(role, "leads.read") ? [[person.id, nameOf(person)] as const] : [])))
  return [...known].map(([id, name]) => ({ id, name }))
}

/** Tags in use at the university, the latest used first. */
export async function listTags(ctx: Ctx, university: University): Promise<string[]> {
  const rows = await ctx.db.leadTag.findMany({ where: { university }, orderBy: { usedAt: "desc" }, take: 40, select: { label: true } })
  return rows.map(({ label }) => label)
}

/** One task of a lead of the university, still open. */
export function findTask(ctx: Ctx, { university, leadId, taskId }: { university: University; leadId: string; taskId: string }) {
  return ctx.db.leadTask.findFirst({ where: { id: taskId, leadId, lead: { university, setAsideBy: null } } })
}

/** How a lead of the university stands, for what is saved by hand. Null when it is not theirs. */
export function findStanding(ctx: Ctx, { university, leadId }: { university: University; leadId: string }) {
  return ctx.db.lead.findFirst({
    where: { id: leadId, university, setAsideBy: null },
    select: {
      stage: true,
      ownerId: true,
      snoozedUntil: true,
      snoozedFor: true,
      tags: true,
      language: true,
      owner: { select: { givenName: true, familyName: true } },
      person: {
        select: {
          givenName: true,
          familyName: true,
          contacts: { orderBy: { createdAt: "asc" }, select: { kind: true, value: true, typed: true } },
          enquiries: { orderBy: { createdAt: "desc" }, take: 1, select: { reference: true } },
        },
      },
    },
  })
}

/** A contact that somebody has begun; without an id, their call of which nobody knows yet how it went. Null when there is none of theirs. */
export function findBegun(ctx: Ctx, { leadId, byId, contactId }: { leadId: string; byId: string; contactId: string | null }) {
  return ctx.db.recordedContact.findFirst({
    where: { leadId, byId, takenBackAt: null, ...(contactId === null ? { result: "begun" } : { id: contactId }) },
    orderBy: { id: "desc" },
    select: { id: true, channel: true, result: true, words: true, createdAt: true },
  })
}

/** Events that leads of the university may wait for, with how many of its own do. */
export async function listAwaited(ctx: Ctx, university: University, { isOpen }: { isOpen: boolean }) {
  const events = await ctx.db.awaitedEvent.findMany({
    where: { OR: [{ university: null }, { university }], ...(isOpen ? { happenedAt: null } : {}) },
    orderBy: [{ happenedAt: { sort: "desc", nulls: "first" } }, { expectedOn: { sort: "asc", nulls: "last" } }, { id: "asc" }],
    take: 200,
  })
  const waiting = await ctx.db.lead.groupBy({
    by: ["snoozedFor"],
    where: { university, snoozedFor: { in: events.map(({ id }) => id) } },
    _count: { _all: true },
  })
  const counts = new Map(waiting.map((row) => [row.snoozedFor, row._count._all]))
  return events.map((event) => ({ ...event, waiting: counts.get(event.id) ?? 0 }))
}

/** The notes that name somebody and that they have not read yet, the latest first. */
export async function listMentions(ctx: Ctx, { university, personId }: { university: University; personId: string }) {
  const mentions = await ctx.db.mention.findMany({
    where: { personId, readAt: null, note: { university, thing: "lead" } },
    orderBy: { createdAt: "desc" },
    take: 20,
    select: {
      noteId: true,
      note: { select: { thingId: true, text: true, createdAt: true, author: { select: { givenName: true, familyName: true } } } },
    },
  })
  const leads = await ctx.db.lead.findMany({
    where: { id: { in: mentions.map(({ note }) => note.thingId) }, university },
    select: { id: true, person: { select: { givenName: true, familyName: true } } },
  })
  const names = new Map(leads.map(({ id, person }) => [id, nameOf(person)]))
  return mentions.flatMap(({ noteId, note }) => {
    const name = names.get(note.thingId)
    return name === undefined ? [] : [{ noteId, leadId: note.thingId, name, text: note.text, at: note.createdAt, by: nameOf(note.author) }]
  })
}

/** The last sharing out of leads by somebody, for its undoing; null when there is none of the last 72 hours. */
export async function findOwnShare(ctx: Ctx, { university, personId }: { university: University; personId: string }) {
  const last = await ctx.db.event.findFirst({
    where: { actorId: personId, university, thing: "share" },
    orderBy: { id: "desc" },
    select: { type: true, thingId: true, createdAt: true, facts: true },
  })
  if (last?.type !== "leads.shared-out" || ctx.now().getTime() - last.createdAt.getTime() > 72 * 3_600_000) return null
  return { shareId: last.thingId, at: last.createdAt, fromId: textFact(last.facts, "fromId") }
}
