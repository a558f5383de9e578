import { beforeEach, describe, expect, test } from "vitest"
import { aStaff, must } from "#app/testing/builders.ts"
import { isConcurrent } from "#app/testing/test-database.ts"
import { testCtx, type TestCtx } from "#app/testing/test-ctx.ts"
import { advanceLead } from "./advance-lead.server.ts"
import { unconfirmedWeekdays, workingMinutes } from "./answer-clock.ts"
import { findAnswerClock, forgetAnswerClocks } from "./answer-clocks.server.ts"
import { assignLead } from "./assign-lead.server.ts"
import { assignNewLeads } from "./assign-new-leads.server.ts"
import { closeLead } from "./close-lead.server.ts"
import { timeOfDay } from "./day-field.ts"
import { makeEnquiry } from "./make-enquiry.server.ts"
import { moveAssignmentRule } from "./move-assignment-rule.server.ts"
import { moveLead } from "./move-lead.server.ts"
import { noteAbsence } from "./note-absence.server.ts"
import { noteHoliday } from "./note-holiday.server.ts"
import { reassignLeads } from "./reassign-leads.server.ts"
import { removeAbsence } from "./remove-absence.server.ts"
import { reopenLead } from "./reopen-lead.server.ts"
import { saveAnswerClock } from "./save-answer-clock.server.ts"
import { saveAssignmentRule } from "./save-assignment-rule.server.ts"
import { undoLeadMove } from "./undo-lead-move.server.ts"
import { undoShare } from "./undo-share.server.ts"

type Staff = Awaited<ReturnType<typeof aStaff>>
let ctx: TestCtx
let head: Staff
let nadia: Staff
let salma: Staff
let idriss: Staff
let number = 0

const anybody = { rule: null, languages: [], countries: [], mostOpen: undefined }
const idOf = ({ actor }: Staff) => actor.personId

beforeEach(async () => {
  ctx ??= await testCtx({ now: "2026-11-23T12:00:00Z" })
  ctx.setNow("2026-11-23T12:00:00Z")
  await ctx.db.assignmentRule.deleteMany()
  await ctx.db.absence.deleteMany()
  await ctx.db.holiday.deleteMany()
  await ctx.db.answerClock.deleteMany()
  forgetAnswerClocks(ctx)
  await ctx.db.person.deleteMany({ where: { leads: { some: {} } } })
  head ??= await aStaff(ctx, "head", "AUI")
  nadia ??= await aStaff(ctx, "outreach", "AUI")
  salma ??= await aStaff(ctx, "officer", "AUI")
  idriss ??= await aStaff(ctx, "officer", "AUI")
})

async function ask(language: "fr" | "en" | "ar" = "fr", country = "SN"): Promise<string> {
  const email = `asks${++number}@example.org`
  must(
    await makeEnquiry(ctx.inLanguage(language), {
      givenName: "Awa",
      familyName: `Number ${number}`,
      email,
      phone: "",
      country,
      birthYear: null,
      level: null,
      fields: [],
      message: "",
      consents: [],
      university: "AUI",
    }),
  )
  const lead = await ctx.db.lead.findFirstOrThrow({ where: { person: { contacts: { some: { value: email } } } }, select: { id: true } })
  return lead.id
}

const ownerOf = async (id: string) => (await ctx.db.lead.findUniqueOrThrow({ where: { id } })).ownerId
const loads = async () => {
  const rows = await ctx.db.lead.groupBy({ by: ["ownerId"], _count: { _all: true } })
  return new Map(rows.map((row) => [row.ownerId, row._count._all]))
}

test("new leads are given out by language and country, in turn, and each once", async () => {
  must(await saveAssignmentRule(head, { ...anybody, languages: ["ar"], members: [idOf(idriss)] }))
  must(await saveAssignmentRule(head, { ...anybody, countries: ["SN"], members: [idOf(nadia), idOf(salma)] }))
  const arabic = await ask("ar")
  const senegal = [await ask(), await ask(), await ask()]
  const kenya = await ask("en", "KE")
  expect(await assignNewLeads(ctx)).toBe(4)
  expect(await ownerOf(arabic)).toBe(idOf(idriss))
  expect(await Promise.all(senegal.map(ownerOf))).toEqual([idOf(nadia), idOf(salma), idOf(nadia)])
  expect(await ownerOf(kenya)).toBeNull()
  const next = await ask()
  expect(await assignNewLeads(ctx)).toBe(1)
  expect(await ownerOf(next), "the turn goes on where it stood").toBe(idOf(salma))
  expect(await ctx.events(next)).toEqual(["lead.assigned"])
})

test("what an officer has taken, or freed by hand, is left alone", async () => {
  must(await saveAssignmentRule(head, { ...anybody, members: [idOf(nadia)] }))
  const taken = await ask()
  must(await assignLead(salma, { leadId: taken, ownerId: idOf(salma), from: null }))
  const freed = await ask()
  must(await assignLead(salma, { leadId: freed, ownerId: idOf(salma), from: null }))
  must(await assignLead(salma, { leadId: freed, ownerId: null, from: idOf(salma) }))
  expect(await assignNewLeads(ctx)).toBe(0)
  expect([await ownerOf(taken), await ownerOf(freed)]).toEqual([idOf(salma), null])
})

test("who is closed before their turn takes nobody's, and has one when reopened", async () => {
  must(await saveAssignmentRule(head, { ...anybody, members: [idOf(nadia), idOf(salma)] }))
  const closed = [await ask(), await ask(), await ask()]
  for (const leadId of closed) must(await closeLead(idriss, { leadId, from: "new", reason: "not-a-candidate" }))
  // Of an older one nothing says that it waited; it is not looked at again and again either.
  await ctx.db.lead.update({ where: { id: closed[1] ?? "" }, data: { toAssign: true } })
  expect(await assignNewLeads(ctx)).toBe(0)
  expect(await Promise.all(closed.map(ownerOf))).toEqual([null, null, null])
  expect(await ctx.db.lead.count({ where: { id: { in: closed }, toAssign: true } })).toBe(0)
  const open = await ask()
  expect(await assignNewLeads(ctx)).toBe(1)
  expect(await ownerOf(open), "the turn is still the first's").toBe(idOf(nadia))
  must(await reopenLead(idriss, { leadId: closed[0] ?? "" }))
  must(await undoLeadMove(idriss, { leadId: closed[1] ?? "" }))
  const { personId } = await ctx.db.lead.findUniqueOrThrow({ where: { id: closed[2] ?? "" } })
  await advanceLead(ctx, { personId, to: "applied", universities: ["AUI"] })
  expect(await assignNewLeads(ctx)).toBe(3)
  expect(await Promise.all(closed.map(ownerOf))).toEqual([idOf(salma), idOf(nadia), idOf(salma)])
})

test("who was given or freed by hand before the closing is left alone when reopened", async () => {
  must(await saveAssignmentRule(head, { ...anybody, members: [idOf(nadia)] }))
  const freed = await ask()
  must(await assignLead(salma, { leadId: freed, ownerId: idOf(salma), from: null }))
  must(await assignLead(salma, { leadId: freed, ownerId: null, from: idOf(salma) }))
  must(await closeLead(salma, { leadId: freed, from: "new", reason: "no-answer" }))
  must(await reopenLead(salma, { leadId: freed }))
  expect(await assignNewLeads(ctx)).toBe(0)
  expect(await ownerOf(freed)).toBeNull()
})

test("whoever takes a lead that waited for a rule and undoes it leaves it waiting again; one that did not wait stays nobody's", async () => {
  const [waits, free] = [await ask(), await ask()]
  await ctx.db.lead.update({ where: { id: free }, data: { toAssign: false } })
  must(await saveAssignmentRule(head, { ...anybody, members: [idOf(nadia)] }))
  for (const leadId of [waits, free]) {
    must(await assignLead(salma, { leadId, ownerId: idOf(salma), from: null }))
    must(await undoLeadMove(salma, { leadId }))
  }
  expect(await assignNewLeads(ctx)).toBe(1)
  expect(await Promise.all([waits, free].map(ownerOf))).toEqual([idOf(nadia), null])
})

test("whoever is absent is given nothing until they are back, and nobody more than their limit", async () => {
  must(await saveAssignmentRule(head, { ...anybody, mostOpen: 1, members: [idOf(nadia), idOf(salma)] }))
  must(await noteAbsence(nadia, { personId: idOf(nadia), from: new Date("2026-11-20"), until: new Date("2026-11-23") }))
  const leads = [await ask(), await ask()]
  await assignNewLeads(ctx)
  expect(await Promise.all(leads.map(ownerOf))).toEqual([idOf(salma), null])
  ctx.advance({ days: 1 })
  const later = await ask()
  await assignNewLeads(ctx)
  expect(await ownerOf(later)).toBe(idOf(nadia))
})

test("absences are entered by oneself or by a head", async () => {
  const days = { from: new Date("2026-12-01"), until: new Date("2026-12-05") }
  expect((await noteAbsence(salma, { personId: idOf(nadia), ...days })).refused?.code).toBe("not-allowed")
  const { absenceId } = must(await noteAbsence(head, { personId: idOf(nadia), ...days }))
  expect((await removeAbsence(salma, { absenceId })).refused?.code).toBe("not-allowed")
  const stranger = await aStaff(ctx, "head", "UM6P")
  expect((await removeAbsence(stranger, { absenceId })).refused?.code).toBe("not-found")
  expect((await noteAbsence(stranger, { personId: idOf(nadia), ...days })).refused?.code).toBe("leads.owner-elsewhere")
  must(await removeAbsence(nadia, { absenceId }))
  for (const [from, until] of [
    ["2026-12-05", "2026-12-01"],
    ["2026-10-01", "2026-10-05"],
    ["2026-12-01", "2028-12-01"],
  ] as const)
    expect((await noteAbsence(nadia, { personId: idOf(nadia), from: new Date(from), until: new Date(until) })).refused?.code).toMatch(
      /absence/,
    )
})

test("many at once are shared fairly: two rounds at the same moment give each lead once, and nobody more than one above another", async () => {
  must(await saveAssignmentRule(head, { ...anybody, members: [idOf(nadia), idOf(salma), idOf(idriss)] }))
  for (let index = 0; index < 20; index++) await ask()
  if (isConcurrent()) {
    const rounds = await Promise.all([assignNewLeads(ctx), assignNewLeads(ctx), assignNewLeads(ctx)])
    expect(rounds.reduce((sum, count) => sum + count, 0)).toBe(20)
  } else expect(await assignNewLeads(ctx)).toBe(20)
  expect([...(await loads()).values()].sort()).toEqual([6, 7, 7])
})

test("the leads of somebody who is away are shared out by the rules, or given to one, and given back by who did it", async () => {
  const leads = [await ask(), await ask(), await ask()]
  for (const leadId of leads) must(await assignLead(nadia, { leadId, ownerId: idOf(nadia) }))
  must(await saveAssignmentRule(head, { ...anybody, members: [idOf(salma), idOf(idriss)] }))
  expect((await reassignLeads(salma, { fromId: idOf(nadia), toId: null })).refused?.code).toBe("not-allowed")
  const shared = must(await reassignLeads(head, { fromId: idOf(nadia), toId: null }))
  expect(shared.count).toBe(3)
  await assignNewLeads(ctx)
  expect(await Promise.all(leads.map(ownerOf))).toEqual([idOf(salma), idOf(idriss), idOf(salma)])
  const [kept] = leads
  must(await assignLead(salma, { leadId: kept ?? "", ownerId: idOf(idriss) }))
  expect((await undoShare(await aStaff(ctx, "head", "AUI"), { shareId: shared.shareId })).refused?.code).toBe("leads.nothing-to-undo")
  expect(must(await undoShare(head, { shareId: shared.shareId })).count).toBe(2)
  expect(await Promise.all(leads.map(ownerOf))).toEqual([idOf(idriss), idOf(nadia), idOf(nadia)])
  expect((await undoShare(head, { shareId: shared.shareId })).refused?.code).toBe("leads.nothing-to-undo")
  must(await reassignLeads(head, { fromId: idOf(nadia), toId: idOf(salma) }))
  expect(await ownerOf(leads[1] ?? "")).toBe(idOf(salma))
})

test("a head orders, changes and removes rules; who read an older one is told", async () => {
  const first = must(await saveAssignmentRule(head, { ...anybody, members: [idOf(nadia), idOf(salma)] }))
  const second = must(await saveAssignmentRule(head, { ...anybody, languages: ["ar"], members: [idOf(idriss)] }))
  must(await moveAssignmentRule(head, { ruleId: second.ruleId, to: "up" }))
  const order = async () => (await ctx.db.assignmentRule.findMany({ orderBy: { position: "asc" } })).map(({ id }) => id)
  expect(await order()).toEqual([second.ruleId, first.ruleId])
  const rule = { id: first.ruleId, version: 0 }
  must(await saveAssignmentRule(head, { ...anybody, rule, members: [idOf(idriss), idOf(salma)] }))
  expect((await ctx.db.assignmentRule.findUniqueOrThrow({ where: { id: first.ruleId } })).memberIds).toEqual([idOf(salma), idOf(idriss)])
  expect((await saveAssignmentRule(head, { ...anybody, rule, members: [idOf(nadia)] })).refused?.code).toBe("changed-meanwhile")
  expect((await saveAssignmentRule(head, { ...anybody, members: [] })).refused?.code).toBe("leads.rule-members")
  expect((await saveAssignmentRule(salma, { ...anybody, members: [idOf(nadia)] })).refused?.code).toBe("not-allowed")
  const stranger = await aStaff(ctx, "head", "UM6P")
  expect((await moveAssignmentRule(stranger, { ruleId: first.ruleId, to: "away" })).refused?.code).toBe("not-found")
  must(await moveAssignmentRule(head, { ruleId: first.ruleId, to: "away" }))
  expect(await order()).toEqual([second.ruleId])
})

describe("a feast that is announced the evening before", () => {
  const feast = new Date("2026-11-24")
  const dueOf = async (id: string) => (await ctx.db.lead.findUniqueOrThrow({ where: { id } })).answerDueAt
  const morocco = (day: string, hours: number) => timeOfDay(new Date(day), hours * 60)
  test("puts off what is due on it and after it, and nothing else; once, and back where it was none", async () => {
    ctx.setNow(morocco("2026-11-22", 12))
    const sunday = await ask()
    ctx.setNow(morocco("2026-11-23", 11))
    const monday = await ask()
    const answered = await ask()
    must(await moveLead(salma, { leadId: answered, from: "new", to: "contacted" }))
    const hours = async () => Promise.all([sunday, monday, answered].map(dueOf))
    const before = [morocco("2026-11-23", 17), morocco("2026-11-24", 11), null]
    expect(await hours()).toEqual(before)
    ctx.setNow(morocco("2026-11-23", 20))
    const evening = await ask()
    for (const name of ["Aïd", "Aïd al-Fitr"]) must(await noteHoliday(head, { day: feast, name }))
    expect(await hours()).toEqual([morocco("2026-11-23", 17), morocco("2026-11-25", 11), null])
    expect(await dueOf(evening)).toEqual(morocco("2026-11-25", 17))
    expect(await dueOf(await ask())).toEqual(morocco("2026-11-25", 17))
    const told = await ctx.db.event.findMany({ where: { type: "hours.holiday-changed" }, orderBy: { id: "desc" }, take: 2 })
    expect(told.map(({ facts }) => facts)).toMatchObject([
      { day: "2026-11-24", moved: 0 },
      { day: "2026-11-24", moved: 2 },
    ])
    for (let times = 0; times < 2; times++) must(await noteHoliday(head, { day: feast, name: null }))
    expect(await hours()).toEqual(before)
    expect(await dueOf(evening)).toEqual(morocco("2026-11-24", 17))
  })

  test("leaves who waits at the other university", async () => {
    const id = await ask()
    await ctx.db.lead.update({ where: { id }, data: { university: "UM6P" } })
    const due = await dueOf(id)
    must(await noteHoliday(head, { day: feast, name: "Aïd" }))
    expect(await dueOf(id)).toEqual(due)
  })

  test("is counted as a day off however long an answer is late", async () => {
    must(await noteHoliday(head, { day: feast, name: "Aïd" }))
    ctx.setNow("2027-03-01T12:00:00Z")
    const clock = await findAnswerClock(ctx, "AUI")
    expect(workingMinutes(clock, morocco("2026-11-23", 17), morocco("2026-11-25", 10))).toBe(60)
  })
})

test("working hours hold for whoever asks from then on, and holidays for whoever waits too", async () => {
  const dueOf = async (id: string) => (await ctx.db.lead.findUniqueOrThrow({ where: { id } })).answerDueAt?.toISOString()
  const before = await ask()
  const hours = { weekdays: unconfirmedWeekdays, withinMinutes: 120 }
  expect((await saveAnswerClock(salma, { version: 0, ...hours })).refused?.code).toBe("not-allowed")
  must(await saveAnswerClock(head, { version: 0, ...hours }))
  expect(await dueOf(await ask())).toBe("2026-11-23T14:00:00.000Z")
  must(await noteHoliday(head, { day: new Date("2026-11-23"), name: "A feast" }))
  expect(await dueOf(await ask())).toBe(timeOfDay(new Date("2026-11-24"), 11 * 60).toISOString())
  must(await noteHoliday(head, { day: new Date("2026-11-23"), name: null }))
  expect(await dueOf(before)).toBe("2026-11-24T12:00:00.000Z")
  expect((await saveAnswerClock(head, { version: 0, ...hours })).refused?.code).toBe("changed-meanwhile")
  must(await saveAnswerClock(head, { version: 1, ...hours, withinMinutes: 60 }))
  expect((await saveAnswerClock(head, { version: 1, ...hours })).refused?.code).toBe("changed-meanwhile")
  expect((await saveAnswerClock(head, { version: 2, ...hours, weekdays: [[], [], [], [], [], [], []] })).refused?.code).toBe(
    "leads.hours-none",
  )
})
