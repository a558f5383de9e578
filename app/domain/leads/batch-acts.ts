import { foldName } from "#app/platform/text.ts"
import type { LeadStage } from "#app/platform/prisma-client/enums.ts"
import { type CloseReason, mayLeadMove } from "./lead-states.ts"
import { mostTags } from "./tag-words.ts"

/** One verb for many leads, with what it is given; it does to each what the verb of one lead does. */
export type BatchAct =
  | { verb: "qualify" }
  | { verb: "close"; reason: CloseReason }
  | { verb: "assign"; ownerId: string | null }
  | { verb: "tag"; tag: string }
  /** Until then; with an awaited event until that has happened, and then at the latest. */
  | { verb: "snooze"; until: Date; eventId?: string }

export const batchVerbs = ["qualify", "close", "assign", "tag", "snooze"] as const satisfies readonly BatchAct["verb"][]

/** Why a lead is left out: its stage does not lead there, it is so already, it is done, it is not there (any more). */
export const leftOutWhys = ["stage", "same", "asleep", "gone"] as const
export type LeftOut = (typeof leftOutWhys)[number]

export type BatchLead = {
  stage: LeadStage
  ownerId: string | null
  toAssign: boolean
  tags: readonly string[]
  snoozedUntil: Date | null
  snoozedFor: string
  answerDueAt: Date | null
}

/** Why an act leaves a lead out; null when it is done to it. */
export function leavesOut(act: BatchAct, lead: BatchLead): LeftOut | null {
  switch (act.verb) {
    case "qualify":
      if (lead.stage === "qualified") return "same"
      return mayLeadMove(lead.stage, "qualified") ? null : "stage"
    case "close":
      return lead.stage === "closed" ? "same" : null
    case "assign":
      return lead.ownerId === act.ownerId ? "same" : null
    case "tag":
      if (lead.tags.some((tag) => foldName(tag) === foldName(act.tag))) return "same"
      return lead.tags.length < mostTags ? null : "stage"
    case "snooze":
      if (lead.stage === "closed" || lead.stage === "applied") return "asleep"
      if (lead.snoozedFor !== (act.eventId ?? "")) return null
      return act.eventId !== undefined || lead.snoozedUntil?.getTime() === act.until.getTime() ? "same" : null
  }
}

/** The event of one lead, as the verb of one lead writes it, with the batch beside: so that the one can be undone alone too. */
export function batchEvent(
  act: BatchAct,
  lead: BatchLead,
  batch: string,
): { type: string; facts: Record<string, string | boolean | null> } {
  const answerDueAt = lead.answerDueAt?.toISOString() ?? null
  const sleepBefore = { untilBefore: lead.snoozedUntil?.toISOString() ?? null, forBefore: lead.snoozedFor }
  switch (act.verb) {
    case "qualify":
      return { type: "lead.moved", facts: { from: lead.stage, to: "qualified", answerDueAt, batch } }
    case "close":
      return {
        type: "lead.closed",
        facts: { from: lead.stage, reason: act.reason, answerDueAt, ...sleepBefore, toAssign: lead.toAssign, batch },
      }
    case "assign":
      return { type: "lead.assigned", facts: { ownerId: act.ownerId, before: lead.ownerId, toAssign: lead.toAssign, batch } }
    case "tag":
      return { type: "lead.tagged", facts: { batch } }
    case "snooze":
      return { type: "lead.snoozed", facts: { until: act.until.toISOString(), eventId: act.eventId ?? null, ...sleepBefore, batch } }
  }
}
