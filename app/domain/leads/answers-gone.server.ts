import type { Tx } from "#app/platform/ctx.server.ts"
import type { LeadStage } from "#app/platform/prisma-client/enums.ts"
import { isAnswer } from "./contact-results.ts"
import { earlier } from "./earlier.ts"
import { instantFact, textFact } from "./event-facts.ts"

type Stands = { stage: LeadStage; answerDueAt: Date | null }

/** What answers a candidate besides a contact, by the type of its event, and what takes that back. */
const answering = ["lead.moved", "lead.closed"]
const taking = ["lead.move-undone", "lead.change-undone", "lead.reopened"]

/**
 * What a lead becomes where contacts were taken back and no answer stands behind them, neither another contact nor a move or a
 * closing by hand: each gives back what it answered, and the first that moved the lead on gives back its being new, whatever
 * the order in which they were taken back. What has come since stays: of two answers that are due the sooner is, and a lead
 * that something else has brought on stays there. `withoutId` is the event of a move or a closing that is being undone.
 * The caller holds the lead, and has marked what it takes back.
 */
export async function withoutGoneAnswers(
  tx: Tx,
  { leadId, stands, withoutId }: { leadId: string; stands: Stands; withoutId?: string },
): Promise<Stands> {
  const events = await tx.db.event.findMany({
    where: { thing: "lead", thingId: leadId, actorKind: "staff", type: { in: ["lead.contacted", ...answering, ...taking] } },
    orderBy: { id: "asc" },
    select: { id: true, type: true, facts: true },
  })
  const contacts = await tx.db.recordedContact.findMany({ where: { leadId }, select: { id: true, takenBackAt: true } })
  const gone = new Set(contacts.flatMap(({ id, takenBackAt }) => (takenBackAt === null ? [] : [id])))
  // The answers that stand, and among them those contacts that are gone.
  let answers: { id: string; type: string; facts: unknown; isGone: boolean }[] = []
  for (const { id, type, facts } of events) {
    if (type === "lead.contacted") {
      if (isAnswer(textFact(facts, "result"))) answers.push({ id, type, facts, isGone: gone.has(textFact(facts, "contactId") ?? "") })
    } else if (answering.includes(type)) {
      if (id !== withoutId) answers.push({ id, type, facts, isGone: false })
    } else {
      const undone = type === "lead.reopened" ? "lead.closed" : (textFact(facts, "what") ?? "lead.moved")
      const last = answering.includes(undone) ? answers.findLast((answer) => answer.type === undone) : undefined
      answers = answers.filter((answer) => answer !== last)
    }
  }
  return answers.slice(answers.findLastIndex(({ isGone }) => !isGone) + 1).reduceRight<Stands>(({ stage, answerDueAt }, { facts }) => {
    const isMoved = textFact(facts, "from") === "new" && textFact(facts, "to") === stage
    return { stage: isMoved ? "new" : stage, answerDueAt: earlier(answerDueAt, instantFact(facts, "answerDueAt")) }
  }, stands)
}
