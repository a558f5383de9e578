import { setTimeout } from "node:timers/promises"
import { beforeEach, describe, expect, test } from "vitest"
import { aStaff, must } from "#app/testing/builders.ts"
import { isConcurrent } from "#app/testing/test-database.ts"
import { testCtx, type TestCtx } from "#app/testing/test-ctx.ts"
import { addAwaitedEvent } from "./add-awaited-event.server.ts"
import { addTask } from "./add-task.server.ts"
import { advanceLead } from "./advance-lead.server.ts"
import { assignLead } from "./assign-lead.server.ts"
import { assignNewLeads } from "./assign-new-leads.server.ts"
import { beginContact } from "./begin-contact.server.ts"
import { changeAwaitedEvent } from "./change-awaited-event.server.ts"
import { changeTask } from "./change-task.server.ts"
import { closeLead } from "./close-lead.server.ts"
import { type Collided, findLastChange } from "./find-last-change.server.ts"
import { finishTask } from "./finish-task.server.ts"
import { findBegun, listMentions, readLeadWork } from "./lead-work-queries.server.ts"
import { makeEnquiry, type EnquiryInput } from "./make-enquiry.server.ts"
import { markEventHappened } from "./mark-event-happened.server.ts"
import { moveLead } from "./move-lead.server.ts"
import { noteLead } from "./note-lead.server.ts"
import { readMention } from "./read-mention.server.ts"
import { recordContact } from "./record-contact.server.ts"
import { reopenLead } from "./reopen-lead.server.ts"
import { saveAssignmentRule } from "./save-assignment-rule.server.ts"
import { shareNote } from "./share-note.server.ts"
import { snoozeLead } from "./snooze-lead.server.ts"
import { tagLead } from "./tag-lead.server.ts"
import { takeContactBack } from "./take-contact-back.server.ts"
import { tellContact } from "./tell-contact.server.ts"
import { undoLeadMove } from "./undo-lead-move.server.ts"
import { wakeLead } from "./wake-lead.server.ts"
import { wakeLeads } from "./wake-leads.server.ts"

type Staff = Awaited<ReturnType<typeof aStaff>>
let ctx: TestCtx
let officer: Staff
let other: Staff
let leadId: string
let number = 0

const asks = (more: Partial<EnquiryInput> = {}): EnquiryInput => ({
  givenName: "Awa",
  familyName: "Diop",
  email: `awa.work${number}@example.org`,
  phone: "",
  country: "SN",
  birthYear: 2000,
  level: "master",
  fields: [],
  message: "",
  consents: [],
  university: "AUI",
  ...more,
})

beforeEach(async () => {
  number++
  ctx ??= await testCtx()
  // Each on a Monday of its own, at noon.
  ctx.setNow(new Date(Date.UTC(2026, 10, 23, 12) + number * 7 * 86_400_000))
  must(await makeEnquiry(ctx, asks()))
  const lead = await ctx.db.lead.findFirstOrThrow({
    where: { university: "AUI", person: { contacts: { some: { value: `awa.work${number}@example.org` } } } },
  })
  leadId = lead.id
  officer ??= await aStaff(ctx, "officer", "AUI")
  other ??= await aStaff(ctx, "outreach", "AUI")
})

const lead = () => ctx.db.lead.findUniqueOrThrow({ where: { id: leadId } })
/** Two verbs on the lead that wait for one who holds it, in their order, and go on together when it is let go. */
async function atOnce<One, Other>(first: () => Promise<One>, second: () => Promise<Other>): Promise<[One, Other]> {
  const begun = await ctx.transaction(async (tx) => {
    await tx.db.$queryRaw`select 1 from lead where id = ${leadId}::uuid for update`
    const one = first()
    await setTimeout(300)
    const other = second()
    await setTimeout(300)
    return { both: Promise.all([one, other]) }
  })
  return begun.both
}
const inHours = (hours: number) => new Date(ctx.now().getTime() + hours * 3_600_000)

test("who asks is to be answered within the working hours of the university, on either road", async () => {
  // Eight working hours are a day of them.
  expect((await lead()).answerDueAt).toEqual(inHours(24))
  must(await recordContact(officer, { leadId, channel: "call", result: "reached", words: "" }))
  expect((await lead()).answerDueAt).toBeNull()
  ctx.advance({ hours: 1 })
  must(await makeEnquiry(ctx, asks({ message: "Another question" })))
  expect((await lead()).answerDueAt).toEqual(inHours(24))
  ctx.advance({ hours: 1 })
  must(await makeEnquiry(ctx, asks({ message: "Still there?" })))
  expect((await lead()).answerDueAt, "who waits already goes on waiting").toEqual(inHours(23))
})

test("a list and a registration wait for no answer", async () => {
  must(await makeEnquiry(ctx, asks({ email: `list${number}@example.org`, kind: "import" })))
  const listed = await ctx.db.lead.findFirstOrThrow({ where: { person: { contacts: { some: { value: `list${number}@example.org` } } } } })
  expect(listed.answerDueAt).toBeNull()
})

test("a contact that reached them answers and moves a new lead on; nobody there does neither", async () => {
  must(await recordContact(officer, { leadId, channel: "call", result: "no_answer", words: "Rang twice." }))
  expect(await lead()).toMatchObject({ stage: "new", version: 1 })
  expect((await lead()).answerDueAt).not.toBeNull()
  must(await recordContact(officer, { leadId, channel: "whatsapp", result: "sent", words: "" }))
  expect(await lead()).toMatchObject({ stage: "contacted", answerDueAt: null, version: 2 })
  expect((await recordContact(officer, { leadId, channel: "email", result: "no_answer", words: "" })).refused?.code).toBe("field.choice")
})

test("a contact written down by mistake is taken back: the answer is due again", async () => {
  const { answerDueAt } = await lead()
  const { contactId } = must(await recordContact(officer, { leadId, channel: "call", result: "reached", words: "" }))
  must(await undoLeadMove(officer, { leadId }))
  expect(await lead()).toMatchObject({ stage: "new", answerDueAt })
  expect((await ctx.db.recordedContact.findUniqueOrThrow({ where: { id: contactId } })).takenBackAt).not.toBeNull()
})

describe("a press on a number", () => {
  const phone = () => `+2217751${String(40_000 + number).slice(-5)}`
  const told = () => ctx.db.event.findMany({ where: { thingId: leadId, type: { startsWith: "lead.contact" } }, orderBy: { id: "asc" } })
  beforeEach(async () => {
    must(await makeEnquiry(ctx, asks({ phone: phone(), message: "Please call me" })))
  })

  test("writes the chat down as one that was written in: once, however often it is pressed, and words are added to it", async () => {
    const contactId = ctx.id()
    const press = () => beginContact(officer, { leadId, contactId, channel: "whatsapp", number: phone() })
    await Promise.all([press(), press()].map(async (one) => must(await one)))
    must(await press())
    expect(await ctx.db.recordedContact.count({ where: { leadId } })).toBe(1)
    expect(await lead()).toMatchObject({ stage: "contacted", answerDueAt: null })
    expect((await told()).map(({ facts }) => facts)).toMatchObject([{ channel: "whatsapp", result: "sent", isFirstAnswer: true }])
    must(await tellContact(officer, { leadId, contactId, result: "sent", words: "Sent the dates." }))
    expect(await ctx.db.recordedContact.findUnique({ where: { id: contactId } })).toMatchObject({
      result: "sent",
      words: "Sent the dates.",
    })
    expect((await tellContact(officer, { leadId, contactId, result: "wrong_number", words: "" })).refused?.code).toBe("changed-meanwhile")
    expect((await tellContact(other, { leadId, contactId, result: "sent", words: "" })).refused?.code).toBe("not-found")
  })

  test("is taken back where nothing was written: the answer is due again, and the same press begins nothing any more", async () => {
    const { answerDueAt } = await lead()
    const contactId = ctx.id()
    must(await beginContact(officer, { leadId, contactId, channel: "whatsapp", number: phone() }))
    must(await undoLeadMove(officer, { leadId }))
    expect(await lead()).toMatchObject({ stage: "new", answerDueAt })
    const again = await beginContact(officer, { leadId, contactId, channel: "whatsapp", number: phone() })
    expect(again.refused?.code).toBe("changed-meanwhile")
    expect((await tellContact(officer, { leadId, contactId, result: "sent", words: "" })).refused?.code).toBe("not-found")
  })

  test("begins a call, which answers nothing until somebody says that it reached them", async () => {
    const { answerDueAt } = await lead()
    const contactId = ctx.id()
    must(await beginContact(officer, { leadId, contactId, channel: "call", number: phone() }))
    expect(await lead()).toMatchObject({ stage: "new", answerDueAt })
    expect(await findBegun(ctx, { leadId, byId: officer.actor.personId, contactId: null })).toMatchObject({ id: contactId })
    expect((await tellContact(officer, { leadId, contactId, result: "sent", words: "" })).refused?.code).toBe("field.choice")
    must(await tellContact(officer, { leadId, contactId, result: "reached", words: "Will apply." }))
    expect(await lead()).toMatchObject({ stage: "contacted", answerDueAt: null })
    expect(await findBegun(ctx, { leadId, byId: officer.actor.personId, contactId: null })).toBeNull()
    expect((await told()).map(({ facts }) => facts)).toMatchObject([
      { result: "begun", isFirstAnswer: false },
      { result: "reached", isFirstAnswer: true },
    ])
    must(await undoLeadMove(officer, { leadId }))
    expect(await lead()).toMatchObject({ stage: "new", answerDueAt })
  })

  test("is told and taken back at the same moment: the one waits for the other", async () => {
    if (!isConcurrent()) return
    const contactId = ctx.id()
    must(await beginContact(officer, { leadId, contactId, channel: "call", number: phone() }))
    const [back, tell] = await atOnce(
      () => takeContactBack(officer, { leadId, contactId }),
      () => tellContact(officer, { leadId, contactId, result: "reached", words: "" }),
    )
    expect([back.refused?.code, tell.refused?.code]).toEqual([undefined, "not-found"])
  })

  test("reaches a number of the candidate alone, by who works the lead", async () => {
    const press = { leadId, contactId: ctx.id(), channel: "call", number: phone() } as const
    expect((await beginContact(officer, { ...press, number: "+212600000000" })).refused?.code).toBe("not-found")
    expect((await beginContact(await aStaff(ctx, "officer", "UM6P"), press)).refused?.code).toBe("not-found")
    expect((await beginContact(await aStaff(ctx, "director", "AUI"), press)).refused?.code).toBe("not-allowed")
    expect((await tellContact(await aStaff(ctx, "reviewer", "AUI"), { ...press, result: "sent", words: "" })).refused?.code).toBe(
      "not-allowed",
    )
    expect(await ctx.db.recordedContact.count({ where: { leadId } })).toBe(0)
  })
})

describe("what was done by hand is undone", () => {
  /** The minute's round gives the lead to a colleague. */
  async function givenByRule(): Promise<string> {
    const head = await aStaff(ctx, "head", "AUI")
    await ctx.db.lead.updateMany({ where: { id: { not: leadId } }, data: { toAssign: false } })
    await ctx.db.assignmentRule.deleteMany()
    const rule = { rule: null, languages: [], countries: [], mostOpen: undefined, members: [head.actor.personId] }
    must(await saveAssignmentRule(head, rule))
    expect(await assignNewLeads(ctx)).toBe(1)
    return head.actor.personId
  }

  test("and who has asked something since is waited for", async () => {
    must(await recordContact(officer, { leadId, channel: "call", result: "reached", words: "" }))
    must(await moveLead(officer, { leadId, from: "contacted", to: "qualified" }))
    ctx.advance({ hours: 1 })
    must(await makeEnquiry(ctx, asks({ message: "Another question" })))
    const { answerDueAt } = await lead()
    expect(answerDueAt).not.toBeNull()
    must(await undoLeadMove(officer, { leadId }))
    expect(await lead()).toMatchObject({ stage: "contacted", answerDueAt })
  })

  test("and of an older and a newer question the sooner is due", async () => {
    const { answerDueAt } = await lead()
    must(await recordContact(officer, { leadId, channel: "call", result: "reached", words: "" }))
    ctx.advance({ hours: 1 })
    must(await makeEnquiry(ctx, asks({ message: "Another question" })))
    must(await undoLeadMove(officer, { leadId }))
    expect(await lead()).toMatchObject({ stage: "new", answerDueAt })
  })

  test("and a question that comes at the same moment is kept", async () => {
    if (!isConcurrent()) return
    for (const words of ["", "Once more."]) must(await recordContact(officer, { leadId, channel: "call", result: "reached", words }))
    const answerDueAt = inHours(5)
    const undoing = await ctx.transaction(async (tx) => {
      await tx.db.lead.update({ where: { id: leadId }, data: { answerDueAt } })
      const begun = undoLeadMove(officer, { leadId })
      await Promise.race([begun, setTimeout(300)])
      return { begun }
    })
    must(await undoing.begun)
    expect(await lead()).toMatchObject({ stage: "contacted", answerDueAt })
  })

  test("and a question that came at the moment of the answer is due again", async () => {
    if (!isConcurrent()) return
    const phone = `+2217753${String(40_000 + number).slice(-5)}`
    must(await makeEnquiry(ctx, asks({ phone })))
    const begun = ctx.id()
    must(await beginContact(officer, { leadId, contactId: begun, channel: "call", number: phone }))
    const answers: (() => Promise<{ refused?: { code: string } }>)[] = [
      () => tellContact(officer, { leadId, contactId: begun, result: "reached", words: "" }),
      () => recordContact(officer, { leadId, channel: "email", result: "sent", words: "" }),
      () => beginContact(officer, { leadId, contactId: ctx.id(), channel: "whatsapp", number: phone }),
      () => moveLead(officer, { leadId, from: "new", to: "qualified" }),
      () => closeLead(officer, { leadId, from: "new", reason: "no-answer" }),
    ]
    for (const [place, answer] of answers.entries()) {
      await ctx.db.lead.update({ where: { id: leadId }, data: { answerDueAt: null } })
      const answerDueAt = inHours(5 + place)
      const { outcome } = await ctx.transaction(async (tx) => {
        await tx.db.lead.update({ where: { id: leadId }, data: { answerDueAt } })
        const answering = answer()
        await setTimeout(300)
        return { outcome: answering }
      })
      expect((await outcome).refused).toBeUndefined()
      expect((await lead()).answerDueAt).toBeNull()
      must(await undoLeadMove(officer, { leadId }))
      expect(await lead(), String(place)).toMatchObject({ stage: "new", answerDueAt })
    }
  })

  test("though a rule has given the lead to a colleague since", async () => {
    must(await moveLead(officer, { leadId, from: "new", to: "qualified" }))
    const ownerId = await givenByRule()
    must(await undoLeadMove(officer, { leadId }))
    expect(await lead()).toMatchObject({ stage: "new", ownerId })
    expect((await undoLeadMove(officer, { leadId })).refused?.code, "once").toBe("leads.nothing-to-undo")
  })

  test("though a colleague has taken the lead since; not where the colleague has moved it themselves", async () => {
    must(await moveLead(officer, { leadId, from: "new", to: "contacted" }))
    must(await assignLead(other, { leadId, ownerId: other.actor.personId, from: null }))
    must(await undoLeadMove(officer, { leadId }))
    expect(await lead()).toMatchObject({ stage: "new", ownerId: other.actor.personId })
    must(await moveLead(officer, { leadId, from: "new", to: "contacted" }))
    must(await closeLead(other, { leadId, from: "contacted", reason: "elsewhere" }))
    expect((await undoLeadMove(officer, { leadId })).refused?.code).toBe("leads.nothing-to-undo")
    must(await reopenLead(other, { leadId }))
    expect((await undoLeadMove(officer, { leadId })).refused?.code).toBe("leads.nothing-to-undo")
  })

  test("though a colleague has called since and reached nobody, or has only begun to, or takes such a call back", async () => {
    const { answerDueAt } = await lead()
    const move = async () => must(await moveLead(officer, { leadId, from: "new", to: "qualified" }))
    const call = async (result: "no_answer" | "wrong_number" | "reached") =>
      must(await recordContact(other, { leadId, channel: "call", result, words: "" }))
    await move()
    must(await takeContactBack(other, { leadId, contactId: (await call("no_answer")).contactId }))
    await call("wrong_number")
    const phone = `+2217752${String(40_000 + number).slice(-5)}`
    await ctx.db.contact.create({
      data: { id: ctx.id(), personId: (await lead()).personId, kind: "phone", value: phone, typed: phone, createdAt: ctx.now() },
    })
    must(await beginContact(other, { leadId, contactId: ctx.id(), channel: "call", number: phone }))
    must(await undoLeadMove(officer, { leadId }))
    expect(await lead()).toMatchObject({ stage: "new", answerDueAt })
    await move()
    const { contactId } = await call("reached")
    expect((await undoLeadMove(officer, { leadId })).refused?.code, "they have reached the candidate").toBe("leads.nothing-to-undo")
    must(await takeContactBack(other, { leadId, contactId }))
    expect((await undoLeadMove(officer, { leadId })).refused?.code).toBe("leads.nothing-to-undo")
  })

  test("and whoever moved or closed a lead that was contacted before finds it new again where that contact has gone", async () => {
    const { answerDueAt } = await lead()
    const onward = [
      () => moveLead(other, { leadId, from: "contacted", to: "qualified" }),
      () => closeLead(other, { leadId, from: "contacted", reason: "no-answer" }),
    ]
    for (const act of onward) {
      const { contactId } = must(await recordContact(officer, { leadId, channel: "call", result: "reached", words: "" }))
      must(await act())
      must(await takeContactBack(officer, { leadId, contactId }))
      expect((await lead()).answerDueAt, "what was done by hand answers too").toBeNull()
      must(await undoLeadMove(other, { leadId }))
      expect(await lead()).toMatchObject({ stage: "new", answerDueAt })
    }
    const { facts } = await ctx.db.event.findFirstOrThrow({ where: { thingId: leadId, type: "lead.move-undone" } })
    expect(facts, "and so the journal says").toEqual({ from: "qualified", to: "new" })
  })

  test("but nobody who has asked since is put to sleep again, and no sleep that has ended by itself comes back", async () => {
    must(await snoozeLead(officer, { leadId, until: inHours(48) }))
    must(await wakeLead(officer, { leadId }))
    ctx.advance({ hours: 1 })
    must(await makeEnquiry(ctx, asks({ message: "Are you there?" })))
    expect((await undoLeadMove(officer, { leadId })).refused?.code).toBe("changed-meanwhile")
    expect((await lead()).snoozedUntil).toBeNull()
    must(await snoozeLead(officer, { leadId, until: inHours(1) }))
    ctx.advance({ hours: 2 })
    await wakeLeads(ctx)
    expect((await undoLeadMove(officer, { leadId })).refused?.code).toBe("changed-meanwhile")
  })

  test("and a contact is taken back by itself, whatever else was done meanwhile", async () => {
    const { answerDueAt } = await lead()
    const { contactId } = must(await recordContact(officer, { leadId, channel: "whatsapp", result: "sent", words: "" }))
    await givenByRule()
    must(await assignLead(officer, { leadId, ownerId: officer.actor.personId }))
    expect((await takeContactBack(other, { leadId, contactId })).refused?.code).toBe("not-found")
    must(await takeContactBack(officer, { leadId, contactId }))
    expect(await lead()).toMatchObject({ stage: "new", answerDueAt, ownerId: officer.actor.personId })
    expect((await ctx.db.recordedContact.findUniqueOrThrow({ where: { id: contactId } })).takenBackAt).toEqual(ctx.now())
    expect((await takeContactBack(officer, { leadId, contactId })).refused?.code, "once").toBe("leads.nothing-to-undo")
    const late = must(await recordContact(officer, { leadId, channel: "call", result: "reached", words: "" }))
    ctx.advance({ hours: 73 })
    expect((await takeContactBack(officer, { leadId, contactId: late.contactId })).refused?.code).toBe("leads.nothing-to-undo")
  })

  test("and a contact that is taken back leaves the lead answered where a colleague has answered too, or an application has come", async () => {
    const asked = (await lead()).answerDueAt
    const mine = must(await recordContact(officer, { leadId, channel: "whatsapp", result: "sent", words: "" }))
    const theirs = must(await recordContact(other, { leadId, channel: "call", result: "reached", words: "" }))
    must(await takeContactBack(officer, { leadId, contactId: mine.contactId }))
    expect(await lead()).toMatchObject({ stage: "contacted", answerDueAt: null })
    must(await takeContactBack(other, { leadId, contactId: theirs.contactId }))
    expect(await lead(), "when both are gone, nobody has answered").toMatchObject({ stage: "new", answerDueAt: asked })
    ctx.advance({ hours: 1 })
    must(await makeEnquiry(ctx, asks({ message: "Another question" })))
    const { answerDueAt, personId } = await lead()
    const third = must(await recordContact(officer, { leadId, channel: "call", result: "reached", words: "" }))
    must(await moveLead(officer, { leadId, from: "contacted", to: "qualified" }))
    must(await undoLeadMove(officer, { leadId }))
    await advanceLead(ctx, { personId, to: "applying", universities: ["AUI"] })
    must(await takeContactBack(officer, { leadId, contactId: third.contactId }))
    expect(await lead()).toMatchObject({ stage: "applying", answerDueAt })
  })

  test("and of contacts that are all taken back, in whatever order, no wait is lost: what each had answered is due again", async () => {
    const { answerDueAt } = await lead()
    const answer = async (who: Staff) => must(await recordContact(who, { leadId, channel: "call", result: "reached", words: "" }))
    const first = await answer(officer)
    ctx.advance({ hours: 1 })
    must(await makeEnquiry(ctx, asks({ message: "Another question" })))
    const later = (await lead()).answerDueAt
    const [second, third] = [await answer(other), await answer(officer)]
    must(await takeContactBack(other, { leadId, contactId: second.contactId }))
    must(await takeContactBack(officer, { leadId, contactId: third.contactId }))
    expect(await lead(), "the first stands").toMatchObject({ stage: "contacted", answerDueAt: later })
    must(await takeContactBack(officer, { leadId, contactId: first.contactId }))
    expect(await lead()).toMatchObject({ stage: "new", answerDueAt })
    // As a holiday does that is announced the evening before.
    const moved = { answerDueAt: inHours(72) }
    await ctx.db.lead.update({ where: { id: leadId }, data: moved })
    must(await takeContactBack(officer, { leadId, contactId: (await answer(officer)).contactId }))
    expect(await lead(), "what was given back was given back once").toMatchObject({ stage: "new", ...moved })
  })

  test("and a lead whose contact went while it was closed is new when it is reopened, and waited for", async () => {
    const { answerDueAt } = await lead()
    const { contactId } = must(await recordContact(officer, { leadId, channel: "call", result: "reached", words: "" }))
    must(await closeLead(other, { leadId, from: "contacted", reason: "no-answer" }))
    must(await takeContactBack(officer, { leadId, contactId }))
    expect(await lead(), "it is closed, whoever called").toMatchObject({ stage: "closed", answerDueAt: null })
    must(await reopenLead(other, { leadId }))
    expect(await lead()).toMatchObject({ stage: "new", answerDueAt })
  })

  test("and a lead that was closed in its sleep sleeps on, by either road, until its time", async () => {
    const until = inHours(48)
    const close = async () => must(await closeLead(officer, { leadId, from: "new", reason: "no-answer" }))
    must(await snoozeLead(officer, { leadId, until }))
    await close()
    expect((await lead()).snoozedUntil).toBeNull()
    must(await reopenLead(officer, { leadId }))
    expect(await lead()).toMatchObject({ stage: "new", snoozedUntil: until })
    await close()
    must(await undoLeadMove(officer, { leadId }))
    expect(await lead()).toMatchObject({ stage: "new", snoozedUntil: until })
    await close()
    ctx.advance({ hours: 49 })
    must(await reopenLead(officer, { leadId }))
    expect(await lead()).toMatchObject({ stage: "new", snoozedUntil: null })
  })
})

test("moving on and closing answer too; reopening makes it due again", async () => {
  const { answerDueAt } = await lead()
  must(await closeLead(officer, { leadId, from: "new", reason: "no-answer" }))
  expect((await lead()).answerDueAt).toBeNull()
  must(await reopenLead(officer, { leadId }))
  expect((await lead()).answerDueAt).toEqual(answerDueAt)
  must(await moveLead(officer, { leadId, from: "new", to: "qualified" }))
  expect((await lead()).answerDueAt).toBeNull()
  must(await undoLeadMove(officer, { leadId }))
  expect(await lead()).toMatchObject({ stage: "new", answerDueAt })
})

test("the open task that is due first is the next action", async () => {
  const later = must(await addTask(officer, { leadId, text: "Send the list of schemes", dueAt: inHours(48), ownerId: null }))
  must(await addTask(officer, { leadId, text: "Some day", dueAt: null, ownerId: null }))
  const sooner = must(await addTask(officer, { leadId, text: "Call back", dueAt: inHours(3), ownerId: other.actor.personId }))
  expect(await lead()).toMatchObject({ nextAction: "Call back", dueAt: inHours(3), version: 3 })
  must(await finishTask(other, { leadId, taskId: sooner.taskId, isDone: true }))
  expect(await lead()).toMatchObject({ nextAction: "Send the list of schemes", dueAt: inHours(48) })
  expect((await finishTask(officer, { leadId, taskId: sooner.taskId, isDone: true })).refused?.code).toBe("changed-meanwhile")
  must(await finishTask(officer, { leadId, taskId: sooner.taskId, isDone: false }))
  expect(await lead()).toMatchObject({ nextAction: "Call back" })
  must(await changeTask(officer, { leadId, taskId: later.taskId, version: 0, text: "Send it", dueAt: inHours(1), ownerId: null }))
  expect(await lead()).toMatchObject({ nextAction: "Send it", dueAt: inHours(1) })
})

test("of two who each finish a task at the same moment none leaves a next action behind", async () => {
  if (!isConcurrent()) return
  for (let round = 0; round < 10; round++) {
    const one = must(await addTask(officer, { leadId, text: "Call", dueAt: inHours(1), ownerId: null }))
    const two = must(await addTask(officer, { leadId, text: "Write", dueAt: inHours(2), ownerId: null }))
    const outcomes = await Promise.all([
      finishTask(officer, { leadId, taskId: one.taskId, isDone: true }),
      finishTask(other, { leadId, taskId: two.taskId, isDone: true }),
    ])
    for (const outcome of outcomes) must(outcome)
    expect(await lead()).toMatchObject({ nextAction: "", dueAt: null })
  }
})

test("two who add a task at the same moment both do", async () => {
  if (!isConcurrent()) return
  const add = (who: Staff, hours: number) => addTask(who, { leadId, text: `In ${hours}`, dueAt: inHours(hours), ownerId: null })
  for (const outcome of await Promise.all([add(officer, 3), add(other, 1), add(officer, 2)])) must(outcome)
  expect(await lead()).toMatchObject({ nextAction: "In 1" })
})

test("of two who change one task the second is told, and nothing of the first is lost", async () => {
  const { taskId } = must(await addTask(officer, { leadId, text: "Call", dueAt: null, ownerId: null }))
  const change = (who: Staff, text: string, version = 0) => changeTask(who, { leadId, taskId, version, text, dueAt: null, ownerId: null })
  const outcomes = isConcurrent()
    ? await Promise.all([change(officer, "Call at noon"), change(other, "Call at night")])
    : [await change(officer, "Call at noon"), await change(other, "Call at night")]
  expect(outcomes.filter(({ refused }) => refused?.code === "changed-meanwhile")).toHaveLength(1)
  const stands = (await lead()).nextAction
  expect(stands).toBe(outcomes[0]?.refused === undefined ? "Call at noon" : "Call at night")
  must(await change(other, "Call at night, saved anyway", 1))
  expect((await lead()).nextAction).toBe("Call at night, saved anyway")
})

test("of two who take one lead at once the first has it, and the second is told", async () => {
  const take = (who: Staff) => assignLead(who, { leadId, ownerId: who.actor.personId, from: null })
  const outcomes = isConcurrent() ? await Promise.all([take(officer), take(other)]) : [await take(officer), await take(other)]
  expect(outcomes.filter(({ refused }) => refused?.code === "changed-meanwhile")).toHaveLength(1)
  const [first, second] = outcomes[0]?.refused === undefined ? [officer, other] : [other, officer]
  expect((await lead()).ownerId).toBe(first.actor.personId)
  expect((await undoLeadMove(second, { leadId })).refused?.code).toBe("leads.nothing-to-undo")
  must(await undoLeadMove(first, { leadId }))
  expect((await lead()).ownerId).toBeNull()
})

describe("who comes second is told who changed the same", () => {
  const nameOf = async (collided: Collided) => (await findLastChange(officer, { university: "AUI", leadId, collided }))?.name
  const stage = async () => ({ what: "stage", now: (await lead()).stage }) as const
  const owner = async () => ({ what: "owner", now: (await lead()).ownerId }) as const
  const sleep = async () => ({ what: "sleep", now: (await lead()).snoozedUntil }) as const

  test("and not who wrote a note, or changed something else, after them", async () => {
    must(await moveLead(other, { leadId, from: "new", to: "contacted" }))
    must(await noteLead(officer, { leadId, text: "Mine", isShared: false }))
    must(await assignLead(officer, { leadId, ownerId: officer.actor.personId }))
    must(await recordContact(officer, { leadId, channel: "call", result: "no_answer", words: "" }))
    expect(await nameOf(await stage())).toBe(other.actor.name)
    expect(await nameOf(await owner())).toBe(officer.actor.name)
    expect(await nameOf(await sleep())).toBeUndefined()
    const { contactId } = must(await recordContact(officer, { leadId, channel: "call", result: "reached", words: "" }))
    expect(await nameOf(await stage())).toBe(other.actor.name)
    must(await takeContactBack(officer, { leadId, contactId }))
    expect(await nameOf(await stage()), "nor who took back what had moved nothing").toBe(other.actor.name)
  })

  test("a contact that moved it on counts, and so does taking something back", async () => {
    const reach = () => recordContact(other, { leadId, channel: "call", result: "reached", words: "" })
    must(await takeContactBack(other, { leadId, contactId: must(await reach()).contactId }))
    expect(await nameOf({ what: "stage", now: "new" })).toBe(other.actor.name)
    must(await reach())
    expect(await nameOf(await stage())).toBe(other.actor.name)
    must(await closeLead(officer, { leadId, from: "contacted", reason: "no-answer" }))
    expect(await nameOf(await stage())).toBe(officer.actor.name)
    must(await reopenLead(other, { leadId }))
    expect(await nameOf(await stage())).toBe(other.actor.name)
    must(await assignLead(officer, { leadId, ownerId: other.actor.personId }))
    must(await undoLeadMove(officer, { leadId }))
    must(await snoozeLead(other, { leadId, until: inHours(24) }))
    expect(await nameOf(await owner())).toBe(officer.actor.name)
    expect(await nameOf(await sleep())).toBe(other.actor.name)
    must(await wakeLead(officer, { leadId }))
    expect(await nameOf(await sleep())).toBe(officer.actor.name)
  })

  test("a rule and a step of the candidate are nobody's, and what is written down nowhere is unknown", async () => {
    await ctx.db.lead.updateMany({ where: { id: { not: leadId } }, data: { toAssign: false } })
    const head = await aStaff(ctx, "head", "AUI")
    must(await saveAssignmentRule(head, { rule: null, languages: [], countries: [], mostOpen: undefined, members: [other.actor.personId] }))
    await assignNewLeads(ctx)
    expect(await findLastChange(officer, { university: "AUI", leadId, collided: await owner() })).toEqual({ name: null, at: ctx.now() })
    await ctx.db.assignmentRule.deleteMany()
    // Who asks again wakes their lead: no event of it says so.
    must(await snoozeLead(other, { leadId, until: inHours(24) }))
    must(await makeEnquiry(ctx, asks({ message: "Is there news?" })))
    expect(await sleep()).toMatchObject({ now: null })
    expect(await nameOf(await sleep())).toBeUndefined()
  })

  test("of two tasks it is the one that both changed", async () => {
    const at = { dueAt: null, ownerId: null }
    const { taskId } = must(await addTask(other, { leadId, text: "Call", ...at }))
    must(await addTask(officer, { leadId, text: "Write", ...at }))
    expect(await nameOf({ what: "task", taskId })).toBe(other.actor.name)
  })
})

test("tags are spelled as they were first, and two who write at once lose nothing", async () => {
  must(await tagLead(officer, { leadId, seen: [], wanted: ["Bourse Élite"] }))
  must(await tagLead(other, { leadId, seen: [], wanted: ["bourse elite", "Fair"] }))
  expect((await lead()).tags).toEqual(["Bourse Élite", "Fair"])
  must(await tagLead(other, { leadId, seen: ["Bourse Élite", "Fair"], wanted: ["Fair"] }))
  expect((await lead()).tags).toEqual(["Fair"])
  expect((await tagLead(officer, { leadId, seen: [], wanted: ["x".repeat(41)] })).refused?.code).toBe("leads.tag-long")
})

test("a lead sleeps until its time, or until its candidate asks again", async () => {
  must(await snoozeLead(officer, { leadId, until: inHours(24), from: null }))
  expect((await snoozeLead(other, { leadId, until: inHours(48), from: null })).refused?.code).toBe("changed-meanwhile")
  expect(await wakeLeads(ctx)).toBe(0)
  ctx.advance({ hours: 24 })
  expect(await wakeLeads(ctx)).toBe(1)
  expect(await lead()).toMatchObject({ snoozedUntil: null, seenAt: null })
  must(await snoozeLead(officer, { leadId, until: inHours(24) }))
  must(await makeEnquiry(ctx, asks({ message: "One more question" })))
  expect((await lead()).snoozedUntil).toBeNull()
  for (const until of [inHours(-1), inHours(24 * 500)])
    expect((await snoozeLead(officer, { leadId, until })).refused?.code).toMatch(/^leads.snooze/)
  must(await snoozeLead(officer, { leadId, until: inHours(24) }))
  must(await undoLeadMove(officer, { leadId }))
  expect((await lead()).snoozedUntil).toBeNull()
})

test("leads wait for the results of a country and wake when somebody says that they are out", async () => {
  const form = { nameFr: "Résultats", nameEn: "Results", nameAr: "النتائج", country: "CM", isConfirmed: true, isOwn: false }
  const { eventId } = must(await addAwaitedEvent(officer, { ...form, expectedOn: null }))
  expect((await ctx.db.awaitedEvent.findUniqueOrThrow({ where: { id: eventId } })).isConfirmed, "no day, nothing announced").toBe(false)
  must(await snoozeLead(officer, { leadId, eventId }))
  expect(await lead()).toMatchObject({ snoozedFor: eventId, snoozedUntil: inHours(180 * 24) })
  must(await changeAwaitedEvent(other, { eventId, expectedOn: new Date("2028-07-20"), isConfirmed: false }))
  expect(await lead()).toMatchObject({ snoozedUntil: new Date("2028-08-03T00:00:00Z") })
  const stranger = await aStaff(ctx, "officer", "UM6P")
  expect(must(await markEventHappened(stranger, { eventId }))).toEqual({ waking: 0 })
  expect((await markEventHappened(officer, { eventId })).refused?.code).toBe("changed-meanwhile")
  await ctx.runJobs()
  expect(await lead()).toMatchObject({ snoozedFor: "", snoozedUntil: null, seenAt: null })
  expect((await snoozeLead(officer, { leadId, eventId })).refused?.code).toBe("leads.awaited-unknown")
  const own = must(await addAwaitedEvent(stranger, { ...form, isOwn: true, expectedOn: null }))
  expect((await snoozeLead(officer, { leadId, eventId: own.eventId })).refused?.code).toBe("leads.awaited-unknown")
  for (const outcome of [
    await markEventHappened(officer, { eventId: own.eventId }),
    await changeAwaitedEvent(officer, { eventId: own.eventId, expectedOn: null, isConfirmed: false }),
  ])
    expect(outcome.refused?.code).toBe("not-found")
})

test("a colleague who is named in a note finds it in their list and in their mail, and nothing of it leaves the desk", async () => {
  const head = await aStaff(ctx, "head", "AUI")
  const name = head.actor.name
  const { noteId } = must(await noteLead(officer, { leadId, text: `@${name} shall we offer a place to Awa?` }))
  const [mention] = await ctx.db.mention.findMany({ where: { noteId } })
  expect(mention).toMatchObject({ personId: head.actor.personId, readAt: null })
  const mail = await ctx.db.mail.findFirstOrThrow({ where: { personId: head.actor.personId, kind: "note-mentioned" } })
  expect(JSON.stringify(mail.props)).not.toMatch(/Awa|offer/)
  const mine = () => listMentions(ctx, { university: "AUI", personId: head.actor.personId })
  expect(await mine()).toMatchObject([{ noteId, leadId, by: officer.actor.name }])
  expect((await readMention(other, { noteId })).refused?.code).toBe("not-found")
  must(await readMention(head, { noteId }))
  must(await readMention(head, { noteId }))
  expect(await mine()).toEqual([])
})

test("a note is shared only where the other university knows the person, by its author or a head", async () => {
  const { noteId } = must(await noteLead(officer, { leadId, text: "Ours." }))
  expect((await shareNote(officer, { leadId, noteId, isShared: true })).refused?.code).toBe("leads.nobody-shares")
  expect((await noteLead(officer, { leadId, text: "Both?", isShared: true })).refused?.code).toBe("leads.nobody-shares")
  must(await makeEnquiry(ctx, asks({ university: "UM6P", message: "And you?" })))
  expect((await shareNote(other, { leadId, noteId, isShared: true })).refused?.code).toBe("leads.note-not-yours")
  must(await shareNote(officer, { leadId, noteId, isShared: true }))
  expect((await shareNote(officer, { leadId, noteId, isShared: true })).refused?.code).toBe("changed-meanwhile")
  const theirs = await ctx.db.lead.findFirstOrThrow({ where: { university: "UM6P", personId: (await lead()).personId } })
  must(await noteLead(officer, { leadId, text: "Never to be shared." }))
  const read = () => readLeadWork(ctx, { university: "UM6P", leadId: theirs.id, personId: theirs.personId })
  expect((await read()).notes.map(({ text }) => text)).toEqual(["Ours."])
  must(await shareNote(officer, { leadId, noteId, isShared: false }))
  expect(await read()).toMatchObject({ notes: [], tasks: [], recorded: [] })
})

test("the other university's officers find nothing, and who holds no such verb is told so", async () => {
  const stranger = await aStaff(ctx, "head", "UM6P")
  const director = await aStaff(ctx, "director", "AUI")
  const { taskId } = must(await addTask(officer, { leadId, text: "Call", dueAt: null, ownerId: null }))
  const { noteId } = must(await noteLead(officer, { leadId, text: "x" }))
  const before = await lead()
  for (const [actor, code] of [
    [stranger, "not-found"],
    [director, "not-allowed"],
    [ctx, "not-allowed"],
  ] as const) {
    for (const outcome of [
      await addTask(actor, { leadId, text: "x", dueAt: null, ownerId: null }),
      await changeTask(actor, { leadId, taskId, version: 0, text: "x", dueAt: null, ownerId: null }),
      await finishTask(actor, { leadId, taskId, isDone: true }),
      await tagLead(actor, { leadId, seen: [], wanted: ["x"] }),
      await snoozeLead(actor, { leadId, until: inHours(24) }),
      await wakeLead(actor, { leadId }),
      await recordContact(actor, { leadId, channel: "call", result: "reached", words: "" }),
      await takeContactBack(actor, { leadId, contactId: ctx.id() }),
      await shareNote(actor, { leadId, noteId, isShared: true }),
    ])
      expect(outcome.refused?.code).toBe(code)
  }
  expect(await lead()).toEqual(before)
})

test("what is to be done is given only to who works leads there", async () => {
  const stranger = await aStaff(ctx, "officer", "UM6P")
  const outcome = await addTask(officer, { leadId, text: "x", dueAt: null, ownerId: stranger.actor.personId })
  expect(outcome.refused?.code).toBe("leads.owner-elsewhere")
})
