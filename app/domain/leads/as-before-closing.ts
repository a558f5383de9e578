import { earlier } from "./earlier.ts"
import { instantFact, textFact, yesNoFact } from "./event-facts.ts"

type Closed = { answerDueAt: Date | null; ownerId: string | null; toAssign: boolean }

/**
 * What a closed lead becomes again with its stage, by the facts of its closing: who waited for an answer waits for it, a sleep
 * that is not over goes on, and a lead that is nobody's waits for a rule again, unless it did not wait for one.
 */
export function asBeforeClosing(lead: Closed, facts: unknown, now: Date) {
  const until = instantFact(facts, "untilBefore")
  const sleep =
    until !== null && until > now
      ? { snoozedUntil: until, snoozedFor: textFact(facts, "forBefore") ?? "" }
      : { snoozedUntil: null, snoozedFor: "" }
  return {
    stageBefore: null,
    closedReason: null,
    answerDueAt: earlier(lead.answerDueAt, instantFact(facts, "answerDueAt")),
    ...sleep,
    toAssign: lead.toAssign || (lead.ownerId === null && yesNoFact(facts, "toAssign") !== false),
  }
}
