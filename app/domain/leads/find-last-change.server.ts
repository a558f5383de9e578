import type { Ctx } from "#app/platform/ctx.server.ts"
import type { Prisma } from "#app/platform/prisma-client/client.ts"
import type { LeadStage, University } from "#app/platform/prisma-client/enums.ts"
import { instantFact, textFact } from "./event-facts.ts"

/** What of a lead two may change at once, as it stands now. */
export type Collided =
  | { what: "stage"; now: LeadStage }
  | { what: "owner"; now: string | null }
  | { what: "sleep"; now: Date | null }
  | { what: "task"; taskId: string }

/** The events that change it. What was taken back says in `what` which of them. */
const changing = {
  stage: ["lead.moved", "lead.closed", "lead.reopened", "lead.advanced", "lead.joined", "lead.contacted", "lead.move-undone"],
  owner: ["lead.assigned"],
  sleep: ["lead.snoozed", "lead.woken", "lead.closed"],
  task: ["lead.task-added", "lead.task-changed", "lead.task-done", "lead.task-reopened"],
} as const
const takenBack = "lead.change-undone"

/**
 * Who made of a lead what it is now, as far as two have collided over it, and when: `name` is null where no member of staff did, but a rule or
 * something that the candidate has done. Null where nothing that is written down has made it so.
 */
export async function findLastChange(
  ctx: Ctx,
  { university, leadId, collided }: { university: University; leadId: string; collided: Collided },
): Promise<{ name: string | null; at: Date } | null> {
  const types: readonly string[] = changing[collided.what]
  const events = await ctx.db.event.findMany({
    where: {
      thing: "lead",
      thingId: leadId,
      university,
      OR: [{ type: { in: [...types] } }, ...types.map((type) => ({ type: takenBack, facts: { path: ["what"], equals: type } }))],
    },
    orderBy: { id: "desc" },
    take: 20,
    select: { type: true, actorKind: true, actorId: true, facts: true, createdAt: true },
  })
  const last = events.find((event) => isOf(collided, event))
  if (last === undefined || !ledHere(collided, last)) return null
  if (last.actorKind !== "staff" || last.actorId === null) return { name: null, at: last.createdAt }
  const person = await ctx.db.person.findUnique({ where: { id: last.actorId }, select: { givenName: true, familyName: true } })
  return person === null ? null : { name: `${person.givenName} ${person.familyName}`.trim(), at: last.createdAt }
}

type Happened = { type: string; facts: Prisma.JsonValue }

/** A contact, and taking one back, changes a stage only where it says to which, and what happens to a task is of that task. */
function isOf(collided: Collided, { type, facts }: Happened): boolean {
  if (collided.what === "task") return textFact(facts, "taskId") === collided.taskId
  const isContact = (type === takenBack ? textFact(facts, "what") : type) === "lead.contacted"
  return !isContact || textFact(facts, "to") !== null
}

/** Whether what happened left the lead as it is now: something that nobody wrote down may have come after it. */
function ledHere(collided: Collided, { type, facts }: Happened): boolean {
  if (type === takenBack) return true
  switch (collided.what) {
    case "stage":
      return (type === "lead.closed" ? "closed" : textFact(facts, "to")) === collided.now
    case "owner":
      return textFact(facts, "ownerId") === collided.now
    case "sleep":
      return instantFact(facts, "until")?.getTime() === collided.now?.getTime()
    case "task":
      return true
  }
}
