import type { Tx } from "#app/platform/ctx.server.ts"
import type { LeadStage } from "#app/platform/prisma-client/enums.ts"
import { isAnswer } from "./contact-results.ts"
import { earlier } from "./earlier.ts"
import { instantFact, textFact } from "./event-facts.ts"

type Stands = { stage: LeadStage; answerDueAt: Date | null }

/** What answers a candidate besides a contact, by the type of its event, and what takes that back. */
const answering = ["lead.moved", "lead.closed"]
const taking = ["lead.move-undone", "lead.change-undone", "lead.reopened"]

type Answer = { id: string; type: string; facts: unknown; isGone: boolean }
/** What is being taken back: a contact, or the event of a move or a closing. */
type Going = { contactId: string; eventId?: undefined } | { eventId: string; contactId?: undefined }

/**
 * What a lead becomes with an answer that is being taken back, where contacts were taken back and no answer stands behind them,
 * neither another contact nor a move or a closing by hand: each gives back what it answered, once, and the first that moved
 * the lead on gives back its being new, whatever the order in which they were taken back. What has come since stays: of two
 * answers that are due the sooner is, and a lead that something else has brought on stays there. The caller holds the lead, and
 * has written nothing of the taking back to its journal.
 */
export async function withoutGoneAnswers(
  tx: Tx,
  { leadId, stands, going }: { leadId: string; stands: Stands; going: Going },
): Promise<Stands> {
  const events = await tx.db.event.findMany({
    where: { thing: "lead", thingId: leadId, actorKind: "staff", type: { in: ["lead.contacted", ...answering, ...taking] } },
    orderBy: { id: "asc" },
    select: { id: true, type: true, facts: true },
  })
  const answers: Answer[] = []
  for (const { id, type, facts } of events) {
    if (taking.includes(type)) {
      const what = type === "lead.reopened" ? "lead.closed" : (textFact(facts, "what") ?? "lead.moved")
      const contactId = textFact(facts, "contactId")
      letGo(({ type: answer, facts: of }) => answer === what && textFact(of, "contactId") === contactId)
      takeGone()
    } else if (type !== "lead.contacted" || isAnswer(textFact(facts, "result"))) answers.push({ id, type, facts, isGone: false })
  }
  letGo(({ id, facts }) => (going.eventId === undefined ? textFact(facts, "contactId") === going.contactId : id === going.eventId))
  return takeGone().reduce<Stands>(({ stage, answerDueAt }, { facts }) => {
    const isMoved = textFact(facts, "from") === "new" && textFact(facts, "to") === stage
    return { stage: isMoved ? "new" : stage, answerDueAt: earlier(answerDueAt, instantFact(facts, "answerDueAt")) }
  }, stands)

  /** The last answer of a kind stands no longer: a contact has its place until none stands behind it, a move has none. */
  function letGo(isIt: (answer: Answer) => boolean): void {
    const place = answers.findLastIndex(isIt)
    const answer = answers[place]
    if (answer === undefined) return
    if (answer.type === "lead.contacted") answer.isGone = true
    else answers.splice(place, 1)
  }

  /** Those behind which none stands, the last one first: they have given back what they answered. */
  function takeGone(): Answer[] {
    return answers.splice(answers.findLastIndex(({ isGone }) => !isGone) + 1).toReversed()
  }
}
