import fc from "fast-check"
import { beforeEach, describe, expect, test } from "vitest"
import type { LeadStage } from "#app/platform/prisma-client/enums.ts"
import { aStaff, must } from "#app/testing/builders.ts"
import { testCtx, type TestCtx } from "#app/testing/test-ctx.ts"
import { isConcurrent } from "#app/testing/test-database.ts"
import { advanceLead } from "./advance-lead.server.ts"
import { assignNewLeads } from "./assign-new-leads.server.ts"
import { type BatchAct, leavesOut } from "./batch-acts.ts"
import { readBatchAct } from "./batch-form.ts"
import { countBatch, findLeadBatch, hasTooMany, leadsOfDraft, mostInBatch, previewBatch } from "./batch-queries.server.ts"
import { changeAwaitedEvent } from "./change-awaited-event.server.ts"
import { draftLeadBatch } from "./draft-lead-batch.server.ts"
import { leadStages } from "./lead-states.ts"
import { type EnquiryInput, makeEnquiry } from "./make-enquiry.server.ts"
import { markEventHappened } from "./mark-event-happened.server.ts"
import { recordContact } from "./record-contact.server.ts"
import { reviveLeadBatches } from "./revive-lead-batches.server.ts"
import { runLeadBatch } from "./run-lead-batch.server.ts"
import { saveAssignmentRule } from "./save-assignment-rule.server.ts"
import { snoozeLead } from "./snooze-lead.server.ts"
import { startLeadBatch } from "./start-lead-batch.server.ts"
import { undoLeadBatch } from "./undo-lead-batch.server.ts"
import { undoLeadMove } from "./undo-lead-move.server.ts"

let ctx: TestCtx
let officer: Awaited<ReturnType<typeof aStaff>>

beforeEach(async () => {
  ctx ??= await testCtx()
  officer ??= await aStaff(ctx, "officer", "AUI")
})

type Start = { stage: LeadStage; isOwned?: boolean; tags?: string[] }

async function leads(starts: readonly Start[], university: "AUI" | "UM6P" = "AUI"): Promise<string[]> {
  const rows = starts.map((start) => ({ ...start, id: ctx.id(), personId: ctx.id() }))
  await ctx.db.person.createMany({
    data: rows.map(({ personId }) => ({ id: personId, givenName: "Awa", nameFolded: "awa", language: "fr", createdAt: ctx.now() })),
  })
  await ctx.db.lead.createMany({
    data: rows.map(({ id, personId, stage, isOwned = false, tags = [] }) => ({
      id,
      personId,
      university,
      stage,
      stageBefore: stage === "closed" ? "contacted" : null,
      ownerId: isOwned ? officer.actor.personId : null,
      tags,
      answerDueAt: stage === "new" ? ctx.now() : null,
      language: "fr",
      activeAt: ctx.now(),
      createdAt: ctx.now(),
    })),
  })
  return rows.map(({ id }) => id)
}

const draft = async (leadIds: readonly string[] | "all", filter = {}) => must(await draftLeadBatch(officer, { leadIds, filter })).batchId
const begin = async (leadIds: readonly string[], act: BatchAct) => {
  const batchId = await draft(leadIds)
  must(await startLeadBatch(officer, { batchId, act, reason: "After the fair" }))
  return batchId
}
const states = (ids: readonly string[]) =>
  ctx.db.lead.findMany({
    where: { id: { in: [...ids] } },
    orderBy: { id: "asc" },
    omit: { version: true, seenAt: true },
  })

test("who is left out is told before, with why, and only the others are changed, each with its event", async () => {
  const ids = await leads([{ stage: "new" }, { stage: "contacted" }, { stage: "qualified" }, { stage: "applied" }, { stage: "closed" }])
  const batchId = await draft(ids)
  const batch = await findLeadBatch(officer, batchId)
  if (batch === null) throw new Error("The draft is not there")
  const preview = await previewBatch(officer, batch, await leadsOfDraft(officer, batch), { verb: "qualify" })
  expect(preview.count).toBe(2)
  expect(preview.leftOut).toEqual(
    expect.arrayContaining([
      { why: "same", count: 1 },
      { why: "stage", count: 2 },
    ]),
  )
  must(await startLeadBatch(officer, { batchId, act: { verb: "qualify" }, reason: "After the fair" }))
  expect(await countBatch(officer, batchId)).toEqual({ done: 2, "left-out": 3 })
  const [first = "", , third = ""] = ids
  expect(await ctx.events(first)).toEqual(["lead.moved"])
  expect(await ctx.events(third)).toEqual([])
  expect(await ctx.db.lead.findUnique({ where: { id: first } })).toMatchObject({ stage: "qualified", answerDueAt: null, version: 1 })
  // One of them alone is undone as if it had been moved alone.
  must(await undoLeadMove(officer, { leadId: first }))
  expect(await ctx.db.lead.findUnique({ where: { id: first } })).toMatchObject({ stage: "new", answerDueAt: ctx.now() })
})

test("a batch that is undone leaves every lead as it was", async () => {
  const start = fc.record({ stage: fc.constantFrom(...leadStages), isOwned: fc.boolean(), tags: fc.constantFrom<string[]>([], ["vip"]) })
  const act = fc.constantFrom<BatchAct>(
    { verb: "qualify" },
    { verb: "close", reason: "no-answer" },
    { verb: "assign", ownerId: officer.actor.personId },
    { verb: "tag", tag: "Fair" },
    { verb: "snooze", until: new Date(ctx.now().getTime() + 86_400_000) },
  )
  await fc.assert(
    fc.asyncProperty(fc.array(start, { minLength: 1, maxLength: 8 }), act, async (starts, each) => {
      const ids = await leads(starts)
      const before = await states(ids)
      const batchId = await begin(ids, each)
      must(await undoLeadBatch(officer, { batchId }))
      expect(await states(ids)).toEqual(before)
      expect((await undoLeadBatch(officer, { batchId })).refused?.code).toBe("leads.nothing-to-undo")
    }),
    { numRuns: 12 },
  )
})

test("many sleep until an awaited event has happened, at the latest two weeks after its day, and wake with it", async () => {
  const soon = new Date(`${new Date(ctx.now().getTime() + 30 * 86_400_000).toISOString().slice(0, 10)}T00:00:00Z`)
  const awaited = async (university: "AUI" | "UM6P" | null, happenedAt: Date | null = null) => {
    const id = ctx.id()
    const name = { en: "Results", fr: "Résultats", ar: "النتائج" }
    await ctx.db.awaitedEvent.create({
      data: { id, university, name, expectedOn: soon, happenedAt, byId: officer.actor.personId, createdAt: ctx.now() },
    })
    return id
  }
  const eventId = await awaited("AUI")
  const ids = await leads([{ stage: "contacted" }, { stage: "qualified" }, { stage: "closed" }])
  const read = readBatchAct(new URLSearchParams({ verb: "snooze", awaited: eventId, until: "2030-01-01" }), ctx.now())
  if (read === null || "problem" in read) throw new Error("It is read")
  const batchId = await begin(ids, read.act)
  expect(await countBatch(officer, batchId)).toEqual({ done: 2, "left-out": 1 })
  const [first = ""] = ids
  expect(await ctx.db.lead.findUnique({ where: { id: first } })).toMatchObject({
    snoozedFor: eventId,
    snoozedUntil: new Date(soon.getTime() + 14 * 86_400_000),
  })
  expect(leavesOut(read.act, await ctx.db.lead.findUniqueOrThrow({ where: { id: first } }))).toBe("same")
  must(await markEventHappened(officer, { eventId }))
  await ctx.runJobs()
  expect(await ctx.db.lead.findUnique({ where: { id: first } })).toMatchObject({ snoozedFor: "", snoozedUntil: null })

  for (const other of [await awaited("UM6P"), await awaited("AUI", ctx.now()), ctx.id()]) {
    const outcome = await startLeadBatch(officer, {
      batchId: await draft(ids),
      act: { verb: "snooze", until: soon, eventId: other },
      reason: "Results",
    })
    expect(outcome.refused).toMatchObject({ code: "leads.awaited-unknown", field: "awaited" })
  }
  const far = new Date(ctx.now().getTime() + 401 * 86_400_000)
  const tooFar = await startLeadBatch(officer, { batchId: await draft(ids), act: { verb: "snooze", until: far }, reason: "Later" })
  expect(tooFar.refused).toMatchObject({ code: "leads.snooze-far", details: { max: 400 } })
})

test("a lead that somebody has worked on since keeps what they did", async () => {
  const [one = "", other = ""] = await leads([{ stage: "new" }, { stage: "new" }])
  const batchId = await begin([one, other], { verb: "close", reason: "no-answer" })
  await ctx.db.lead.update({ where: { id: one }, data: { stage: "contacted", version: { increment: 1 } } })
  must(await undoLeadBatch(officer, { batchId }))
  expect(await countBatch(officer, batchId)).toEqual({ kept: 1, undone: 1 })
  expect((await ctx.db.lead.findUniqueOrThrow({ where: { id: one } })).stage).toBe("contacted")
  expect((await ctx.db.lead.findUniqueOrThrow({ where: { id: other } })).stage).toBe("new")
})

describe("undoing a batch takes back what the batch did, and nothing that came of itself since:", () => {
  let number = 0
  const asks = async (more: Partial<EnquiryInput> = {}) => {
    const email = `since${number}@example.org`
    const said = { email, phone: "", country: "SN", birthYear: 2000, level: "master", fields: [], consents: [], university: "AUI" } as const
    must(await makeEnquiry(ctx, { givenName: "Awa", familyName: "Diop", message: "", ...said, ...more }))
    return ctx.db.lead.findFirstOrThrow({ where: { university: "AUI", person: { contacts: { some: { value: email } } } } })
  }
  const find = (id: string) => ctx.db.lead.findUniqueOrThrow({ where: { id } })
  const inDays = (days: number) => new Date(ctx.now().getTime() + days * 86_400_000)
  const everyAct = (): BatchAct[] => [
    { verb: "qualify" },
    { verb: "close", reason: "no-answer" },
    { verb: "assign", ownerId: officer.actor.personId },
    { verb: "tag", tag: "Fair" },
    { verb: "snooze", until: inDays(3) },
  ]
  beforeEach(() => void number++)

  test("an application has brought its lead further", async () => {
    for (const act of everyAct()) {
      number++
      const { id, personId } = await asks()
      const batchId = await begin([id], act)
      await advanceLead(ctx, { personId, to: "applied", universities: ["AUI"] })
      must(await undoLeadBatch(officer, { batchId }))
      expect([act.verb, (await find(id)).stage]).toEqual([act.verb, "applied"])
    }
  })

  test("a candidate has asked again: they are awake, and waited for", async () => {
    for (const act of everyAct()) {
      number++
      const { id } = await asks()
      must(await recordContact(officer, { leadId: id, channel: "call", result: "reached", words: "" }))
      must(await snoozeLead(officer, { leadId: id, until: inDays(2) }))
      const batchId = await begin([id], act)
      ctx.advance({ hours: 1 })
      const { answerDueAt } = await asks({ message: "A new question" })
      expect(answerDueAt).not.toBeNull()
      must(await undoLeadBatch(officer, { batchId }))
      expect([act.verb, await find(id)]).toMatchObject([act.verb, { stage: "contacted", snoozedUntil: null, answerDueAt }])
    }
  })

  test("who waits for two answers waits for the one that is due sooner", async () => {
    const { id, answerDueAt } = await asks()
    const batchId = await begin([id], { verb: "qualify" })
    ctx.advance({ hours: 1 })
    await asks({ message: "A new question" })
    must(await undoLeadBatch(officer, { batchId }))
    expect(await find(id)).toMatchObject({ stage: "new", answerDueAt })
  })

  test("a rule has given it to somebody", async () => {
    const head = await aStaff(ctx, "head", "AUI")
    await ctx.db.lead.updateMany({ data: { toAssign: false } })
    const rule = { rule: null, languages: [], countries: [], mostOpen: undefined, members: [head.actor.personId] }
    must(await saveAssignmentRule(head, rule))
    for (const act of everyAct().filter(({ verb }) => verb === "qualify" || verb === "tag" || verb === "snooze")) {
      number++
      const { id } = await asks()
      const batchId = await begin([id], act)
      expect(await assignNewLeads(ctx)).toBe(1)
      must(await undoLeadBatch(officer, { batchId }))
      expect([act.verb, await find(id)]).toMatchObject([act.verb, { ownerId: head.actor.personId, toAssign: false }])
    }
    await ctx.db.assignmentRule.deleteMany()
  })

  test("the day of the event they wait for has been moved, and they wait no longer for it", async () => {
    const eventId = ctx.id()
    const row = { id: eventId, university: "AUI", name: {}, byId: officer.actor.personId, createdAt: ctx.now() } as const
    await ctx.db.awaitedEvent.create({ data: { ...row, expectedOn: new Date("2027-03-01") } })
    const { id } = await asks()
    const batchId = await begin([id], { verb: "snooze", until: inDays(1), eventId })
    must(await changeAwaitedEvent(officer, { eventId, expectedOn: new Date("2027-04-01"), isConfirmed: false }))
    must(await undoLeadBatch(officer, { batchId }))
    expect(await find(id)).toMatchObject({ snoozedFor: "", snoozedUntil: null })
  })
})

test("a batch that closed sleeping leads gives them their sleep back where it is not over", async () => {
  const [one = "", other = ""] = await leads([{ stage: "contacted" }, { stage: "contacted" }])
  const inHours = (hours: number) => new Date(ctx.now().getTime() + hours * 3_600_000)
  const until = inHours(50)
  must(await snoozeLead(officer, { leadId: one, until }))
  must(await snoozeLead(officer, { leadId: other, until: inHours(10) }))
  const batchId = await begin([one, other], { verb: "close", reason: "no-answer" })
  ctx.advance({ hours: 20 })
  must(await undoLeadBatch(officer, { batchId }))
  expect((await states([one, other])).map(({ snoozedUntil }) => snoozedUntil)).toEqual([until, null])
})

test("it is undone by who did it, within 72 hours", async () => {
  const batchId = await begin(await leads([{ stage: "new" }]), { verb: "qualify" })
  const colleague = await aStaff(ctx, "officer", "AUI")
  expect((await undoLeadBatch(colleague, { batchId })).refused?.code).toBe("leads.nothing-to-undo")
  ctx.advance({ hours: 73 })
  expect((await undoLeadBatch(officer, { batchId })).refused?.code).toBe("leads.nothing-to-undo")
})

test("all of a view are taken as the view then stands; more than some hundreds are done by a job, which goes on where it was cut off", async () => {
  const ids = await leads(Array.from({ length: 620 }, () => ({ stage: "nurturing" as const, tags: ["crowd"] })))
  await ctx.db.leadTag.createMany({
    data: [{ university: "AUI", folded: "crowd", label: "crowd", usedAt: ctx.now() }],
    skipDuplicates: true,
  })
  const batchId = await draft("all", { tag: "crowd" })
  must(await startLeadBatch(officer, { batchId, act: { verb: "close", reason: "elsewhere" }, reason: "Enrolled elsewhere" }))
  expect((await findLeadBatch(officer, batchId))?.state).toBe("running")
  expect(ctx.queued()).toContain("lead.batch")
  await reviveLeadBatches(ctx.as({ kind: "system", job: "lead.batch" }))
  expect((await findLeadBatch(officer, batchId))?.state).toBe("done")
  expect(await countBatch(officer, batchId)).toEqual({ done: 620 })
  const event = await ctx.db.event.findFirstOrThrow({ where: { thingId: ids[600] ?? "", type: "lead.closed" } })
  expect(event).toMatchObject({ actorKind: "staff", actorId: officer.actor.personId })
  // What the queue still holds does nothing again.
  await ctx.runJobs()
  expect(await ctx.db.event.count({ where: { type: "lead.closed", facts: { path: ["batch"], equals: batchId } } })).toBe(620)
})

test("who comes into a view after its batch was drafted, or asks again, is not done with it, and who has left it since is left alone", async () => {
  const crowd = (count: number) => leads(Array.from({ length: count }, () => ({ stage: "nurturing" as const, tags: ["late crowd"] })))
  const row = { university: "AUI", folded: "late crowd", label: "late crowd", usedAt: ctx.now() } as const
  await ctx.db.leadTag.createMany({ data: [row] })
  const [gone = "", asked = "", ...there] = await crowd(4)
  const batchId = await draft("all", { tag: "late crowd" })
  const later = await crowd(2)
  const seen = async () => {
    const batch = await findLeadBatch(officer, batchId)
    return batch === null ? [] : await leadsOfDraft(officer, batch)
  }
  expect(new Set(await seen())).toEqual(new Set([gone, asked, ...there]))
  await ctx.db.lead.update({ where: { id: gone }, data: { tags: [] } })
  ctx.advance({ minutes: 1 })
  await ctx.db.lead.update({ where: { id: asked }, data: { activeAt: ctx.now() } })
  expect(new Set(await seen())).toEqual(new Set(there))
  must(await startLeadBatch(officer, { batchId, act: { verb: "close", reason: "no-answer" }, reason: "Nobody answers" }))
  expect(await countBatch(officer, batchId)).toEqual({ done: 2 })
  const closed = await ctx.db.lead.findMany({
    where: { id: { in: [gone, asked, ...there, ...later] }, stage: "closed" },
    select: { id: true },
  })
  expect(new Set(closed.map(({ id }) => id))).toEqual(new Set(there))
})

test("two who run one batch at once do each lead once", async () => {
  if (!isConcurrent()) return
  const ids = await leads(Array.from({ length: 30 }, () => ({ stage: "new" as const })))
  const batchId = await draft(ids)
  await ctx.db.leadBatch.update({ where: { id: batchId }, data: { state: "running", act: { verb: "qualify" } } })
  await ctx.db.leadBatchItem.createMany({ data: ids.map((leadId, position) => ({ batchId, leadId, position, before: {} })) })
  await Promise.all([runLeadBatch(officer, batchId), runLeadBatch(officer, batchId)])
  expect(await ctx.db.event.count({ where: { type: "lead.moved", facts: { path: ["batch"], equals: batchId } } })).toBe(30)
})

test("nobody, too many, no reason, a colleague of the other university: each is told so and nothing is done", async () => {
  const ids = await leads([{ stage: "new" }])
  expect((await draftLeadBatch(officer, { leadIds: [], filter: {} })).refused?.code).toBe("leads.batch-nobody")
  const many = Array.from({ length: 501 }, () => ctx.id())
  expect((await draftLeadBatch(officer, { leadIds: many, filter: {} })).refused?.code).toBe("leads.batch-too-many")
  const batchId = await draft(ids)
  const start = (act: BatchAct, reason: string) => startLeadBatch(officer, { batchId, act, reason })
  expect((await start({ verb: "qualify" }, " ")).refused?.code).toBe("leads.batch-reason")
  const stranger = await aStaff(ctx, "officer", "UM6P")
  expect((await start({ verb: "assign", ownerId: stranger.actor.personId }, "x")).refused?.code).toBe("leads.owner-elsewhere")
  expect((await startLeadBatch(stranger, { batchId, act: { verb: "qualify" }, reason: "x" })).refused?.code).toBe("not-found")
  expect((await undoLeadBatch(stranger, { batchId })).refused?.code).toBe("not-found")
  const director = await aStaff(ctx, "director", "AUI")
  expect((await draftLeadBatch(director, { leadIds: ids, filter: {} })).refused?.code).toBe("not-allowed")
  expect(await ctx.events(ids[0] ?? "")).toEqual([])
})

test("of a view with too many nobody is kept, and its batch cannot begin", async () => {
  const tag = { university: "AUI", folded: "throng", label: "throng", usedAt: ctx.now() } as const
  await ctx.db.leadTag.createMany({ data: [tag] })
  // Made by the database, because they are many.
  await ctx.db.$executeRaw`
    with made as (
      insert into person (id, given_name, name_folded, language, created_at)
      select gen_random_uuid(), 'Awa', 'awa', 'fr', ${ctx.now()}::timestamptz from generate_series(0, ${mostInBatch}) returning id
    ) insert into lead (id, person_id, university, stage, tags, language, to_assign, active_at, created_at)
    select gen_random_uuid(), id, 'AUI', 'nurturing', array['throng'], 'fr', false, ${ctx.now()}::timestamptz, ${ctx.now()}::timestamptz from made`
  const drafted = async () => {
    const batchId = await draft("all", { tag: "throng" })
    const batch = await findLeadBatch(officer, batchId)
    return { batchId, isTooMany: batch !== null && hasTooMany(batch), kept: await ctx.db.leadBatchItem.count({ where: { batchId } }) }
  }
  const tooMany = await drafted()
  expect(tooMany).toMatchObject({ isTooMany: true, kept: 0 })
  const start = { batchId: tooMany.batchId, act: { verb: "close", reason: "elsewhere" }, reason: "Enrolled elsewhere" } as const
  expect((await startLeadBatch(officer, start)).refused?.code).toBe("leads.batch-too-many")
  const { id } = await ctx.db.lead.findFirstOrThrow({ where: { tags: { has: "throng" } } })
  await ctx.db.lead.update({ where: { id }, data: { tags: [] } })
  expect(await drafted(), "as many as may be are taken").toMatchObject({ isTooMany: false, kept: mostInBatch })
  await ctx.db.person.deleteMany({ where: { leads: { some: { tags: { has: "throng" } } } } })
})

test("leads of the other university are not taken, though their ids are known", async () => {
  const theirs = await leads([{ stage: "new" }], "UM6P")
  const batchId = await draft(theirs)
  expect((await startLeadBatch(officer, { batchId, act: { verb: "qualify" }, reason: "x" })).refused?.code).toBe("leads.batch-nobody")
})

test("a sleep given to many wakes them at once, and a longer one of somebody else since is kept", async () => {
  const [one = ""] = await leads([{ stage: "new" }])
  const until = new Date(ctx.now().getTime() + 86_400_000)
  const batchId = await begin([one], { verb: "snooze", until })
  must(await snoozeLead(officer, { leadId: one, until: new Date(until.getTime() + 86_400_000) }))
  must(await undoLeadBatch(officer, { batchId }))
  expect(await countBatch(officer, batchId)).toEqual({ kept: 1 })
})
