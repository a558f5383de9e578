import { beforeEach, expect, test } from "vitest"
import { aStaff, must } from "#app/testing/builders.ts"
import { isConcurrent } from "#app/testing/test-database.ts"
import { testCtx, type TestCtx } from "#app/testing/test-ctx.ts"
import { workbookRows } from "#app/domain/lists/workbook.server.ts"
import { openEntry } from "#app/testing/lists.ts"
import { advanceLead } from "./advance-lead.server.ts"
import { assignLead } from "./assign-lead.server.ts"
import { closeLead } from "./close-lead.server.ts"
import { exportLeads } from "./export-leads.server.ts"
import { leadEdges, leadStages } from "./lead-states.ts"
import { makeEnquiry } from "./make-enquiry.server.ts"
import { markLeadSeen } from "./mark-lead-seen.server.ts"
import { moveLead } from "./move-lead.server.ts"
import { noteLead } from "./note-lead.server.ts"
import { reopenLead } from "./reopen-lead.server.ts"
import { undoLeadMove } from "./undo-lead-move.server.ts"

let ctx: TestCtx
let officer: Awaited<ReturnType<typeof aStaff>>
let leadId: string
let personId: string
let number = 0

beforeEach(async () => {
  ctx ??= await testCtx()
  number++
  must(
    await makeEnquiry(ctx, {
      givenName: "=Awa",
      familyName: `Number ${String.fromCodePoint(96 + number)}`,
      email: `awa${number}@example.org`,
      phone: "",
      country: "SN",
      birthYear: 2000,
      level: "master",
      fields: [],
      message: "",
      consents: [],
    }),
  )
  const lead = await ctx.db.lead.findFirstOrThrow({
    where: { university: "AUI", person: { contacts: { some: { value: `awa${number}@example.org` } } } },
  })
  leadId = lead.id
  personId = lead.personId
  officer ??= await aStaff(ctx, "officer", "AUI")
})

const stage = async () => (await ctx.db.lead.findUniqueOrThrow({ where: { id: leadId } })).stage

test("the states are those of the schema, each leads only onward or to closed", () => {
  for (const from of leadStages) for (const to of leadEdges[from]) expect(leadStages.indexOf(to)).toBeGreaterThan(leadStages.indexOf(from))
})

test("an officer moves a lead from where they saw it; who saw an older state is told", async () => {
  must(await moveLead(officer, { leadId, from: "new", to: "contacted" }))
  expect(await stage()).toBe("contacted")
  expect((await moveLead(officer, { leadId, from: "new", to: "qualified" })).refused?.code).toBe("changed-meanwhile")
  expect((await moveLead(officer, { leadId, from: "qualified", to: "contacted" })).refused?.code).toBe("changed-meanwhile")
  expect(await ctx.events(leadId)).toEqual(["lead.moved"])
})

test("of two officers at the same moment one moves it", async () => {
  if (!isConcurrent()) return
  const outcomes = await Promise.all([
    moveLead(officer, { leadId, from: "new", to: "contacted" }),
    moveLead(officer, { leadId, from: "new", to: "qualified" }),
  ])
  expect(outcomes.filter((outcome) => outcome.refused === undefined)).toHaveLength(1)
})

test("a move is undone by who made it, once, within 72 hours", async () => {
  must(await moveLead(officer, { leadId, from: "new", to: "qualified" }))
  const other = await aStaff(ctx, "head", "AUI")
  expect((await undoLeadMove(other, { leadId })).refused?.code).toBe("leads.nothing-to-undo")
  must(await undoLeadMove(officer, { leadId }))
  expect(await stage()).toBe("new")
  expect((await undoLeadMove(officer, { leadId })).refused?.code).toBe("leads.nothing-to-undo")
  must(await moveLead(officer, { leadId, from: "new", to: "contacted" }))
  ctx.advance({ hours: 73 })
  expect((await undoLeadMove(officer, { leadId })).refused?.code).toBe("leads.nothing-to-undo")
})

test("a closed lead is reopened where it stood", async () => {
  must(await moveLead(officer, { leadId, from: "new", to: "qualified" }))
  must(await closeLead(officer, { leadId, from: "qualified", reason: "no-answer" }))
  expect(await ctx.db.lead.findUnique({ where: { id: leadId } })).toMatchObject({ stage: "closed", closedReason: "no-answer" })
  must(await reopenLead(officer, { leadId }))
  expect(await ctx.db.lead.findUnique({ where: { id: leadId } })).toMatchObject({
    stage: "qualified",
    closedReason: null,
    stageBefore: null,
  })
  expect((await reopenLead(officer, { leadId })).refused?.code).toBe("changed-meanwhile")
})

test("seeing a lead twice is seeing it once", async () => {
  must(await markLeadSeen(officer, { leadId }))
  must(await markLeadSeen(officer, { leadId }))
  expect(await ctx.events(leadId)).toEqual(["lead.seen"])
})

test("a lead is given to a colleague of the same university who works leads", async () => {
  const outreach = await aStaff(ctx, "outreach", "AUI")
  must(await assignLead(officer, { leadId, ownerId: outreach.actor.personId }))
  for (const [role, university] of [
    ["outreach", "UM6P"],
    ["director", "AUI"],
  ] as const) {
    const colleague = await aStaff(ctx, role, university)
    expect((await assignLead(officer, { leadId, ownerId: colleague.actor.personId })).refused?.code).toBe("leads.owner-elsewhere")
  }
})

test("the other university's officers find nothing, and who holds no such verb is told so", async () => {
  const stranger = await aStaff(ctx, "head", "UM6P")
  const campaigns = await aStaff(ctx, "campaigns", "AUI")
  for (const [actor, code] of [
    [stranger, "not-found"],
    [campaigns, "not-allowed"],
    [ctx, "not-allowed"],
  ] as const) {
    for (const outcome of [
      await moveLead(actor, { leadId, from: "new", to: "contacted" }),
      await closeLead(actor, { leadId, from: "new", reason: "no-answer" }),
      await reopenLead(actor, { leadId }),
      await assignLead(actor, { leadId, ownerId: null }),
      await noteLead(actor, { leadId, text: "x" }),
      await markLeadSeen(actor, { leadId }),
      await undoLeadMove(actor, { leadId }),
    ]) {
      expect(outcome.refused?.code).toBe(code)
    }
  }
  expect(await ctx.events(leadId)).toEqual([])
})

test("an application moves a lead onward, never back, and reopens a closed one", async () => {
  await advanceLead(ctx, { personId, to: "applying", universities: ["AUI", "UM6P"] })
  await advanceLead(ctx, { personId, to: "applied", universities: ["AUI"] })
  await advanceLead(ctx, { personId, to: "applying", universities: ["AUI"] })
  expect(await stage()).toBe("applied")
  expect((await ctx.db.lead.findUniqueOrThrow({ where: { personId_university: { personId, university: "UM6P" } } })).stage).toBe("applying")
  must(await closeLead(officer, { leadId, from: "applied", reason: "elsewhere" }))
  await advanceLead(ctx, { personId, to: "applied", universities: ["AUI"] })
  expect(await stage()).toBe("closed")
  const stranger = await aStaff(ctx, "officer", "UM6P")
  const { id } = await ctx.db.lead.findUniqueOrThrow({ where: { personId_university: { personId, university: "UM6P" } } })
  must(await closeLead(stranger, { leadId: id, from: "applying", reason: "no-answer" }))
  await advanceLead(ctx, { personId, to: "applied", universities: ["UM6P"] })
  expect(await ctx.db.lead.findUnique({ where: { id } })).toMatchObject({ stage: "applied", closedReason: null })
})

test("who applies without having asked gets a lead where the choice went, and nowhere else", async () => {
  await ctx.db.lead.deleteMany({ where: { personId } })
  await advanceLead(ctx, { personId, to: "applying", universities: ["AUI", "UM6P"] })
  await advanceLead(ctx, { personId, to: "applied", universities: ["UM6P"] })
  expect(await ctx.db.lead.findMany({ where: { personId }, select: { university: true, stage: true } })).toEqual([
    { university: "UM6P", stage: "applied" },
  ])
})

test("an export is safe for a spreadsheet, holds what was chosen, and is in the journal with its reason but without the words that were searched", async () => {
  const wanted = { filter: { words: `awa${number}@example.org` }, columns: ["email", "name"] as const, format: "csv" as const }
  expect((await exportLeads(officer, { ...wanted, reason: " " })).refused?.code).toBe("leads.export-reason")
  expect((await exportLeads(officer, { ...wanted, columns: [], reason: "Fair" })).refused?.code).toBe("leads.export-columns")
  const file = must(await exportLeads(officer, { ...wanted, reason: "Calls before the fair" }))
  expect(Buffer.from(await new Response(file).arrayBuffer()).toString()).toBe(
    `\ufeffName,E-mail\r\n'=Awa Number ${String.fromCodePoint(96 + number)},awa${number}@example.org\r\n`,
  )
  const event = await ctx.db.event.findFirstOrThrow({ where: { type: "leads.exported" }, orderBy: { id: "desc" } })
  expect(event.facts).toEqual({
    filter: "",
    hasWords: true,
    count: 1,
    columns: ["name", "email"],
    format: "csv",
    reason: "Calls before the fair",
  })
})

test("a workbook begins at the right for a reader of Arabic, and none of its cells becomes a formula when it is edited", async () => {
  const wanted = {
    filter: { words: `awa${number}@example.org` },
    columns: ["name", "email"] as const,
    format: "xlsx" as const,
    reason: "Calls",
  }
  const bytes = Buffer.from(
    await new Response(must(await exportLeads({ ...officer.inLanguage("ar"), actor: officer.actor }, wanted))).arrayBuffer(),
  )
  const sheet = await openEntry(bytes, "xl/worksheets/sheet1.xml")
  expect(sheet).toContain('rightToLeft="1"')
  expect(sheet).toMatch(/<c r="A2" t="inlineStr" s="1"><is><t xml:space="preserve">=Awa/)
  const rows = []
  for await (const row of workbookRows(bytes, { sheet: 0, most: 100 })) rows.push(row.cells)
  expect(rows).toEqual([
    ["الاسم", "البريد الإلكتروني"],
    [`=Awa Number ${String.fromCodePoint(96 + number)}`, `awa${number}@example.org`],
  ])
})
