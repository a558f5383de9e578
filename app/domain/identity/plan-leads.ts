import { earlier } from "#app/domain/leads/earlier.ts"
import { leadStages } from "#app/domain/leads/lead-states.ts"
import type { LeadStage, University } from "#app/platform/prisma-client/enums.ts"
import type { Dossier, LeadRow } from "./dossier.server.ts"
import type { Step, StepValue } from "./merge-step.ts"

type Set = (thing: Step["thing"], id: string, field: string, was: StepValue, became: StepValue) => void
export type PlannedLead = { id: string; university: University; from: LeadStage; to: LeadStage; isSetAside: boolean }

/**
 * What becomes of the leads: one that stands alone at its university follows the person. Of two at one university the kept
 * person's stays, takes over what the other had got further with, its notes, tasks and recorded contacts; the other is set aside as it is. The same
 * rule at both universities, each for its own: nobody chooses for the other.
 */
export function planLeads({ kept, away, mergeId, set }: { kept: Dossier; away: Dossier; mergeId: string; set: Set }): PlannedLead[] {
  const planned: PlannedLead[] = []
  for (const theirs of away.leads) {
    const ours = kept.leads.find(({ university }) => university === theirs.university)
    if (ours === undefined) {
      set("lead", theirs.id, "person_id", away.id, kept.id)
      planned.push({ id: theirs.id, university: theirs.university, from: theirs.stage, to: theirs.stage, isSetAside: false })
      continue
    }
    set("lead", theirs.id, "set_aside_by", null, mergeId)
    for (const note of away.notes.filter(({ leadId }) => leadId === theirs.id)) set("note", note.id, "thing_id", theirs.id, ours.id)
    for (const task of theirs.tasks) set("lead_task", task.id, "lead_id", theirs.id, ours.id)
    for (const contact of theirs.recorded) set("recorded_contact", contact.id, "lead_id", theirs.id, ours.id)
    const joined = joinLeads(ours, theirs)
    for (const [field, was, became] of joined.fields) {
      const [a, b] = [String(was instanceof Date ? was.getTime() : was), String(became instanceof Date ? became.getTime() : became)]
      if (a !== b) set("lead", ours.id, field, was, became)
    }
    planned.push({ id: ours.id, university: ours.university, from: ours.stage, to: joined.stage, isSetAside: false })
    planned.push({ id: theirs.id, university: theirs.university, from: theirs.stage, to: theirs.stage, isSetAside: true })
  }
  return planned
}

/** Of two leads of one human at one university: the stage that is further, an open one before a closed one. */
export function joinedStage(ours: Pick<LeadRow, "stage">, theirs: Pick<LeadRow, "stage">): "ours" | "theirs" {
  if (theirs.stage === "closed") return "ours"
  if (ours.stage === "closed") return "theirs"
  return leadStages.indexOf(theirs.stage) > leadStages.indexOf(ours.stage) ? "theirs" : "ours"
}

function joinLeads(ours: LeadRow, theirs: LeadRow): { stage: LeadStage; fields: [field: string, was: StepValue, became: StepValue][] } {
  const further = joinedStage(ours, theirs) === "theirs" ? theirs : ours
  const action = isNextBefore(theirs, ours) ? theirs : ours
  // What sleeps is woken by what is awake.
  const asleep = [ours, theirs].every(({ snoozedUntil, snoozedFor }) => snoozedUntil !== null || snoozedFor !== "") ? ours : null
  const isOlder = theirs.createdAt < ours.createdAt
  const isLater = theirs.activeAt > ours.activeAt
  return {
    stage: further.stage,
    fields: [
      ["stage", ours.stage, further.stage],
      ["stage_before", ours.stageBefore, further.stageBefore],
      ["closed_reason", ours.closedReason, further.closedReason],
      ["owner_id", ours.ownerId, ours.ownerId ?? theirs.ownerId],
      ["next_action", ours.nextAction, action.nextAction],
      ["due_at", ours.dueAt, action.dueAt],
      ["snoozed_until", ours.snoozedUntil, asleep?.snoozedUntil ?? null],
      ["snoozed_for", ours.snoozedFor, asleep?.snoozedFor ?? ""],
      ["answer_due_at", ours.answerDueAt, earlier(ours.answerDueAt, theirs.answerDueAt)],
      ["to_assign", ours.toAssign, ours.toAssign && theirs.toAssign],
      ["tags", ours.tags, [...new Set([...ours.tags, ...theirs.tags])]],
      ["country", ours.country, ours.country ?? theirs.country],
      ["level", ours.level, ours.level ?? theirs.level],
      ["fields", ours.fields, ours.fields.length > 0 ? ours.fields : theirs.fields],
      ["first_source", ours.firstSource, isOlder ? theirs.firstSource : ours.firstSource],
      ["last_source", ours.lastSource, isLater ? theirs.lastSource : ours.lastSource],
      ["seen_at", ours.seenAt, theirs.seenAt === null ? null : ours.seenAt],
      ["active_at", ours.activeAt, isLater ? theirs.activeAt : ours.activeAt],
    ],
  }
}

/** What is due first is next; what has no time comes after what has one, and nothing after anything. */
function isNextBefore(one: LeadRow, other: LeadRow): boolean {
  if (one.nextAction === "") return false
  if (other.nextAction === "") return true
  return one.dueAt !== null && (other.dueAt === null || one.dueAt < other.dueAt)
}
