import { addAwaitedEvent } from "#app/domain/leads/add-awaited-event.server.ts"
import { addTask } from "#app/domain/leads/add-task.server.ts"
import { assignLead } from "#app/domain/leads/assign-lead.server.ts"
import { assignNewLeads } from "#app/domain/leads/assign-new-leads.server.ts"
import { noteAbsence } from "#app/domain/leads/note-absence.server.ts"
import { noteLead } from "#app/domain/leads/note-lead.server.ts"
import { recordContact } from "#app/domain/leads/record-contact.server.ts"
import { saveAssignmentRule } from "#app/domain/leads/save-assignment-rule.server.ts"
import { snoozeLead } from "#app/domain/leads/snooze-lead.server.ts"
import { tagLead } from "#app/domain/leads/tag-lead.server.ts"
import type { Ctx, StaffActor } from "#app/platform/ctx.server.ts"
import type { Outcome } from "#app/platform/outcome.ts"
import type { StaffRole, University } from "#app/platform/prisma-client/enums.ts"

const dayMs = 86_400_000

type Parts = {
  ctx: Ctx
  staff: (role: StaffRole, university: University) => StaffActor
  at: (daysAgo: number) => void
  must: <Value>(outcome: Outcome<Value>, what: string) => Value
}

/** What has been done by hand: most of the older questions answered, some things planned, some leads asleep, some notes that name a colleague. */
export async function seedLeadWork({ ctx, staff, at, must }: Parts): Promise<void> {
  // Whoever came before there were rules is nobody's until somebody takes them.
  await assignNewLeads(ctx)
  at(0.06)
  const now = ctx.now()
  for (const university of ["AUI", "UM6P"] as const) {
    const [outreach, officer, head] = [staff("outreach", university), staff("officer", university), staff("head", university)]
    const actors = { outreach: ctx.as(outreach), officer: ctx.as(officer), head: ctx.as(head) }
    const anybody = { rule: null, countries: [], mostOpen: 150 }
    must(await saveAssignmentRule(actors.head, { ...anybody, languages: ["ar"], members: [officer.personId] }), "rule")
    must(await saveAssignmentRule(actors.head, { ...anybody, languages: [], members: [outreach.personId, officer.personId] }), "rule")

    const waiting = await ctx.db.lead.findMany({
      where: { university, stage: { not: "closed" }, answerDueAt: { lt: new Date(now.getTime() - 4 * dayMs) } },
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
      select: { id: true },
    })
    for (const [index, { id: leadId }] of waiting.entries()) {
      if (index % 12 === 5) continue
      const by = index % 3 === 0 ? actors.officer : actors.outreach
      must(await recordContact(by, { leadId, channel: "email", result: "sent", words: "" }), "answer")
    }

    const open = await ctx.db.lead.findMany({
      where: { university, stage: { in: ["contacted", "qualified"] }, snoozedUntil: null },
      orderBy: [{ activeAt: "desc" }, { id: "desc" }],
      take: 16,
      select: { id: true },
    })
    const planned = [
      ["Send the list of scholarships for the master's", -1],
      ["Call back: the father asks about housing", 0.2],
      ["Ask for the transcript of the last year", 2],
      ["Invite to the open session", 6],
    ] as const
    for (const [index, { id: leadId }] of open.entries()) {
      const plan = planned[index]
      if (plan !== undefined) {
        must(await assignLead(actors.outreach, { leadId, ownerId: outreach.personId }), "owner")
        const dueAt = new Date(now.getTime() + plan[1] * dayMs)
        must(await addTask(actors.outreach, { leadId, text: plan[0], dueAt, ownerId: null }), "task")
      }
      if (index === 1)
        must(
          await recordContact(actors.outreach, { leadId, channel: "call", result: "no_answer", words: "Rang twice, nobody there." }),
          "call",
        )
      if (index % 5 === 0)
        must(await tagLead(actors.officer, { leadId, seen: [], wanted: index === 0 ? ["Scholarship", "Fair"] : ["Scholarship"] }), "tags")
      if (index === 2)
        must(
          await noteLead(actors.officer, {
            leadId,
            text: `@${head.name} the average is just below the rule. May we go on?`,
          }),
          "mention",
        )
      if (index === 3)
        must(await noteLead(actors.head, { leadId, text: `@${officer.name} please call before the end of the week.` }), "mention")
      if (index === 8) must(await snoozeLead(actors.outreach, { leadId, until: new Date(now.getTime() + 9 * dayMs) }), "sleep")
    }
  }
  // Nobody has announced a day: it is to be confirmed, and none stands here.
  const awaited = [
    ["CM", "Résultats du baccalauréat au Cameroun", "Results of the Baccalauréat in Cameroon", "نتائج البكالوريا في الكاميرون"],
    ["SN", "Résultats du baccalauréat au Sénégal", "Results of the Baccalauréat in Senegal", "نتائج البكالوريا في السنغال"],
  ] as const
  for (const [country, nameFr, nameEn, nameAr] of awaited) {
    const by = ctx.as(staff("officer", "AUI"))
    const { eventId } = must(
      await addAwaitedEvent(by, { country, nameFr, nameEn, nameAr, expectedOn: null, isConfirmed: false, isOwn: false }),
      "awaited",
    )
    const [lead] = await ctx.db.lead.findMany({
      where: { university: "AUI", country, stage: { in: ["contacted", "qualified", "new"] }, snoozedUntil: null },
      orderBy: { id: "asc" },
      take: 1,
      select: { id: true },
    })
    if (lead !== undefined) must(await snoozeLead(by, { leadId: lead.id, eventId }), "sleep")
  }
  const away = staff("outreach", "UM6P")
  const today = new Date(now.toISOString().slice(0, 10))
  must(await noteAbsence(ctx.as(away), { personId: away.personId, from: today, until: new Date(today.getTime() + 5 * dayMs) }), "absence")
}
