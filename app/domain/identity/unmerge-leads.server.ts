import type { Ctx, Tx } from "#app/platform/ctx.server.ts"
import type { LeadStage, University } from "#app/platform/prisma-client/enums.ts"
import { advanceLeads } from "#app/domain/leads/advance-lead.server.ts"
import { nextAction } from "#app/domain/leads/copy-next-task.server.ts"
import { textFact } from "#app/domain/leads/event-facts.ts"
import { leadStages } from "#app/domain/leads/lead-states.ts"
import type { Step } from "./merge-step.ts"

/*
 * What becomes of leads when two who were made one are two again. A lead stands where the application of its own candidate
 * has brought it: what an application has moved since the merge goes back where the application goes away, and goes on
 * where it comes to.
 */

type Claims = { hasStarted: boolean; at: ReadonlySet<University> }

/** Whose each application and each enquiry is once they are two. */
export type Shares = {
  mergeId: string
  keptId: string
  awayId: string
  steps: readonly Step[]
  /** Rows of the kept person that go to the other one: by the steps, or because they came by what is the other one's. */
  goes: ReadonlySet<string>
}

/**
 * Before the steps are taken back: what applications that the kept person does not keep have moved since the merge stands
 * again where the merge left it, so that the steps find what they left.
 */
export async function rewindStages(tx: Tx, shares: Shares): Promise<void> {
  const { mergeId, keptId, steps, goes } = shares
  const claims = await claimsOf(tx, shares)
  const leads = await tx.db.lead.findMany({
    where: { personId: keptId, setAsideBy: null },
    select: { id: true, university: true, stage: true, stageBefore: true },
  })
  for (const lead of leads) {
    const own = goes.has(lead.id) ? claims.away : claims.kept
    const fits = (stage: LeadStage) => (stage === "applied" ? own.at.has(lead.university) : stage !== "applying" || own.hasStarted)
    const stood = lead.stage === "closed" ? (lead.stageBefore ?? "new") : lead.stage
    if (fits(stood)) continue
    const events = await tx.db.event.findMany({
      where: { thing: "lead", thingId: lead.id, type: "lead.advanced", id: { gt: mergeId } },
      orderBy: { id: "desc" },
      select: { facts: true },
    })
    let stage: LeadStage = stood
    let closed: { stageBefore: LeadStage | null; closedReason: string | null } | null = null
    for (const { facts } of events) {
      if (fits(stage) || textFact(facts, "to") !== stage) break
      const from = stageFact(facts, "from") ?? "new"
      const before = stageFact(facts, "stageBefore")
      // A lead that is closed by hand since stays closed: what it would reopen to is what it stood at.
      stage = from === "closed" && lead.stage === "closed" ? (before ?? "new") : from
      if (stage === "closed") closed = { stageBefore: before, closedReason: textFact(facts, "closedReason") }
    }
    if (lead.stage === "closed") {
      const joined = steps.find(({ id, field }) => id === lead.id && field === "stage")
      if (joined?.became === stage) stage = stageOf(joined.was) ?? stage
      await tx.db.lead.update({ where: { id: lead.id }, data: { stageBefore: stage === "closed" ? "new" : stage }, select: { id: true } })
    } else await tx.db.lead.update({ where: { id: lead.id }, data: { stage, ...closed }, select: { id: true } })
  }
}

/** Once everything is with whom it belongs to: leads go on by what has been started and placed since the merge. */
export async function advanceAgain(ctx: Ctx, tx: Tx, { mergeId, keptId, awayId }: Shares): Promise<void> {
  for (const personId of [keptId, awayId]) {
    const applications = await tx.db.application.findMany({
      where: { personId },
      select: { id: true, choices: { where: { university: { not: null } }, select: { university: true, placedAt: true } } },
    })
    const merge = await tx.db.merge.findUniqueOrThrow({ where: { id: mergeId }, select: { createdAt: true } })
    if (applications.some(({ id }) => id > mergeId))
      await advanceLeads(ctx, tx, { personId, to: "applying", universities: ["AUI", "UM6P"] })
    const placed = new Set<University>()
    for (const { university, placedAt } of applications.flatMap(({ choices }) => choices))
      if (university !== null && placedAt !== null && placedAt >= merge.createdAt) placed.add(university)
    await advanceLeads(ctx, tx, { personId, to: "applied", universities: [...placed] })
  }
}

/**
 * Leads that were made since the merge, at a university where nothing that stays with the kept person has come: they go
 * with what has.
 */
export async function laterLeads(tx: Tx, shares: Shares): Promise<string[]> {
  const { mergeId, keptId, awayId, goes } = shares
  const claims = await claimsOf(tx, shares)
  const enquiries = await tx.db.enquiry.findMany({ where: { personId: keptId }, select: { id: true, universities: true } })
  const staying = new Set([...claims.kept.at, ...enquiries.filter(({ id }) => !goes.has(id)).flatMap(({ universities }) => universities)])
  const going = new Set([...claims.away.at, ...enquiries.filter(({ id }) => goes.has(id)).flatMap(({ universities }) => universities)])
  const theirs = await tx.db.lead.findMany({ where: { personId: awayId }, select: { university: true } })
  const leads = await tx.db.lead.findMany({ where: { personId: keptId, id: { gt: mergeId } }, select: { id: true, university: true } })
  return leads.flatMap(({ id, university }) =>
    going.has(university) && !staying.has(university) && !theirs.some((lead) => lead.university === university) ? [id] : [],
  )
}

/**
 * A lead that was set aside is on the lists again. Who asked since the merge and goes with it is not overlooked there: it
 * is awake, and unseen and waiting for an answer where the joined lead was.
 */
export async function tellOfLater(tx: Tx, { keptId, awayId, steps }: Shares, enquiryIds: readonly string[]): Promise<void> {
  const back = new Set(steps.flatMap(({ id, field }) => (field === "set_aside_by" ? [id] : [])))
  const enquiries = await tx.db.enquiry.findMany({
    where: { id: { in: [...enquiryIds] }, personId: awayId },
    select: { universities: true, createdAt: true },
  })
  const leads = await tx.db.lead.findMany({ where: { personId: awayId, id: { in: [...back] } } })
  for (const lead of leads) {
    const asked = enquiries.filter(({ universities }) => universities.includes(lead.university))
    if (asked.length === 0) continue
    const joined = await tx.db.lead.findFirst({ where: { personId: keptId, university: lead.university } })
    const last = Math.max(lead.activeAt.getTime(), ...asked.map(({ createdAt }) => createdAt.getTime()))
    const dues = [lead.answerDueAt, joined?.answerDueAt ?? null].flatMap((due) => (due === null ? [] : [due.getTime()]))
    await tx.db.lead.update({
      where: { id: lead.id },
      data: {
        activeAt: new Date(last),
        snoozedUntil: null,
        snoozedFor: "",
        seenAt: joined?.seenAt === null ? null : lead.seenAt,
        answerDueAt: dues.length === 0 ? null : new Date(Math.min(...dues)),
        ...(lead.stage === "closed" ? { stage: lead.stageBefore ?? "new", stageBefore: null, closedReason: null } : {}),
      },
      select: { id: true },
    })
  }
}

/** Tasks have gone back to their leads, and some were done meanwhile: each lead's next action is of its own tasks. */
export async function nextActionsAgain(tx: Tx, { steps }: Shares): Promise<void> {
  const leadIds = new Set(steps.flatMap(({ thing, was, became }) => (thing === "lead_task" ? [was, became] : [])))
  for (const id of leadIds) if (id !== null) await tx.db.lead.updateMany({ where: { id }, data: await nextAction(tx, id) })
}

async function claimsOf(tx: Tx, { keptId, awayId, goes }: Shares): Promise<{ kept: Claims; away: Claims }> {
  const applications = await tx.db.application.findMany({
    where: { personId: { in: [keptId, awayId] } },
    select: { id: true, personId: true, choices: { select: { university: true } } },
  })
  const of = (isAway: boolean): Claims => {
    const own = applications.filter(({ id, personId }) => (personId === awayId || goes.has(id)) === isAway)
    const at = own.flatMap(({ choices }) => choices.flatMap(({ university }) => (university === null ? [] : [university])))
    return { hasStarted: own.length > 0, at: new Set(at) }
  }
  return { kept: of(false), away: of(true) }
}

function stageFact(facts: unknown, name: string): LeadStage | null {
  return stageOf(textFact(facts, name))
}

function stageOf(text: string | null): LeadStage | null {
  return leadStages.find((stage) => stage === text) ?? null
}
