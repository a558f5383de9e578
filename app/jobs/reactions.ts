import { advanceLead } from "#app/domain/leads/advance-lead.server.ts"
import { wakeForEvents } from "#app/domain/leads/wake-leads.server.ts"
import { openFees } from "#app/domain/payments/open-fees.server.ts"
import { placeApplication } from "#app/domain/placement/place-application.server.ts"
import { makeCheckedDue, makeDue } from "#app/domain/scoring/make-due.server.ts"
import type { Ctx, Facts } from "#app/platform/ctx.server.ts"

export type Reaction = (ctx: Ctx, event: { type: string; thing: string; thingId: string; facts: Facts }) => Promise<unknown>

const universities = ["AUI", "UM6P"] as const

/** What follows from what: the lower room records an event, the upper room's verb is called here. */
export const reactions: Record<string, readonly Reaction[]> = {
  // At the start nothing is known of where the choices will go: both desks learn that an application is under way.
  "application.started": [
    (ctx, event) => advanceLead(ctx, { personId: String(event.facts["personId"]), to: "applying", universities: ["AUI", "UM6P"] }),
  ],
  // Marking it is quick; those who wait for it may be many.
  "awaited.happened": [(ctx) => wakeForEvents(ctx)],
  // A new enquiry says itself that its leads are due; this is what else counts in a score.
  "contact.proved": [(ctx, event) => makeDue(ctx, { personId: event.thingId })],
  "contact.called": [(ctx, event) => makeDue(ctx, { personId: event.thingId })],
  "lead.contacted": [(ctx, event) => makeDue(ctx, { id: event.thingId })],
  "lead.change-undone": [(ctx, event) => makeDue(ctx, { id: event.thingId })],
  "lead.move-undone": [(ctx, event) => makeDue(ctx, { id: event.thingId })],
  "person.birth-said": [(ctx, event) => makeDue(ctx, { personId: event.thingId })],
  "rule.published": [ofUniversity],
  "catalogue.published": [ofProgramme],
  "catalogue.archived": [ofProgramme],
  "rsvp.withdrawn": [ofGuest],
  "attendance.came": [ofGuest],
  "attendance.missed": [ofGuest],
  "attendance.cleared": [ofGuest],
  "application.submitted": [(ctx, event) => placeApplication(ctx, { applicationId: event.thingId })],
  "choice.placed": [
    (ctx, event) => openFees(ctx, { applicationId: String(event.facts["applicationId"]) }),
    (ctx, event) => hasApplied(ctx, event.thingId),
  ],
}

async function ofGuest(ctx: Ctx, event: { facts: Facts }): Promise<void> {
  const personId = event.facts["personId"]
  if (typeof personId === "string") await makeDue(ctx, { personId })
}

async function ofUniversity(ctx: Ctx, event: { facts: Facts }): Promise<void> {
  const university = event.facts["university"]
  if (university === "AUI" || university === "UM6P") await makeCheckedDue(ctx, university)
}

/** What is open to somebody changes with the programmes there are: those of both universities count at each. */
async function ofProgramme(ctx: Ctx, { thing, thingId }: { thing: string; thingId: string }): Promise<void> {
  if (thing !== "programme") return
  const programme = await ctx.db.programme.findUnique({ where: { id: thingId }, select: { owner: true } })
  if (programme === null) return
  for (const university of universities)
    if (programme.owner === "JOINT" || programme.owner === university) await makeCheckedDue(ctx, university)
}

/** The university a choice has come to counts its candidate as one who applied; the other does not learn of it. */
async function hasApplied(ctx: Ctx, choiceId: string): Promise<void> {
  const choice = await ctx.db.choice.findUnique({
    where: { id: choiceId },
    select: { university: true, application: { select: { personId: true } } },
  })
  if (choice === null || choice.university === null) return
  await advanceLead(ctx, { personId: choice.application.personId, to: "applied", universities: [choice.university] })
}
