import type { LeadStage } from "#app/platform/prisma-client/enums.ts"

/** What a lead needs, in the order of the list: what is late first, what is done last. */
export const leadNeeds = ["late", "unseen", "due", "new", "waiting", "done"] as const
export type LeadNeed = (typeof leadNeeds)[number]

export type NeedColumns = {
  stage: LeadStage
  seenAt: Date | null
  answerDueAt: Date | null
  dueAt: Date | null
  snoozedUntil: Date | null
  snoozedFor: string
}

/**
 * What a lead needs at a moment. `lead-sections.server.ts` says the same in SQL, and a test holds the two together.
 *
 * Done: applied or closed. Asleep (until a time, or for an event) waits, whatever else is true. Late: its answer was due.
 * Unseen: nobody has opened it. Due: its next action is due by the end of today in Morocco. New: nothing was done about
 * it and nothing is planned. All else waits.
 */
export function leadNeed(lead: NeedColumns, now: Date): LeadNeed {
  if (lead.stage === "applied" || lead.stage === "closed") return "done"
  if (isAsleep(lead, now)) return "waiting"
  if (lead.answerDueAt !== null && lead.answerDueAt < now) return "late"
  if (lead.seenAt === null) return "unseen"
  if (lead.dueAt !== null) return lead.dueAt < endOfToday(now) ? "due" : "waiting"
  return lead.stage === "new" ? "new" : "waiting"
}

/** Whether a lead is out of sight: until a time that has not come, or, without a time, until an event. */
export function isAsleep({ snoozedUntil, snoozedFor }: Pick<NeedColumns, "snoozedUntil" | "snoozedFor">, now: Date): boolean {
  return snoozedUntil === null ? snoozedFor !== "" : snoozedUntil > now
}

const clock = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Africa/Casablanca",
  hourCycle: "h23",
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
})

/** The midnight at which the day ends in Morocco, whose clock moves around Ramadan. */
export function endOfToday(now: Date): Date {
  const end = new Date(now.getTime() + 86_400_000 - sinceMidnight(now))
  // When the clock moved in between, the guess is an hour off.
  const past = sinceMidnight(end)
  return new Date(end.getTime() - (past > 43_200_000 ? past - 86_400_000 : past))
}

function sinceMidnight(at: Date): number {
  const [hours = 0, minutes = 0, seconds = 0] = clock.format(at).split(":").map(Number)
  return ((hours * 60 + minutes) * 60 + seconds) * 1000 + (at.getTime() % 1000)
}
