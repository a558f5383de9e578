import { expect, test } from "vitest"
import { type Language, languages } from "#app/locales/languages.ts"
import { must } from "#app/testing/builders.ts"
import { staff } from "#app/testing/campaign-readers.ts"
import { isConcurrent } from "#app/testing/test-database.ts"
import { testCtx } from "#app/testing/test-ctx.ts"
import { closeReport } from "./close-report.server.ts"
import { lookIntoReport } from "./look-into-report.server.ts"
import { addressKeptDays, reportKeptMonths, sweepReports } from "./sweep-reports.server.ts"
import { translator } from "#app/platform/i18n.ts"
import { makeReport, type ReportInput } from "./make-report.server.ts"
import { countNewReports, findReport, listReports } from "./report-queries.server.ts"

const told: ReportInput = {
  channel: "whatsapp",
  message: "Envoyez 15 000 FCFA",
  sender: "+229 00 00 00 00",
  askedMoney: true,
  about: "JOINT",
  email: "",
}

/** A report that is told apart from those of other tests by what it says. */
async function reported(more: Partial<ReportInput> & { message: string; language?: Language }) {
  const { language, ...rest } = more
  const ctx = await testCtx(language === undefined ? {} : { language })
  expect((await makeReport(ctx, { ...told, ...rest })).refused).toBeUndefined()
  const report = await ctx.db.report.findFirstOrThrow({ where: { message: more.message } })
  return { ctx, report }
}

test("a report needs no name and no address; it stands in the journal without what was told", async () => {
  const { ctx, report } = await reported({ message: "no address" })
  expect(report).toMatchObject({ state: "new", about: "JOINT", email: null })
  const event = await ctx.db.event.findFirstOrThrow({ where: { thingId: report.id } })
  expect(event).toMatchObject({ type: "report.made", university: null, facts: { channel: "whatsapp", askedMoney: true } })
  expect(await ctx.db.mail.count({ where: { thingId: report.id } })).toBe(0)
})

test.each(languages)("whoever leaves an address is thanked in %s, and told what was found in our own sentences", async (language) => {
  const email = `Witness.${language}@example.org`
  const { ctx, report } = await reported({ language, email, message: `told in ${language}` })
  expect(
    (await closeReport(ctx.as(await staff(ctx, "officer", "AUI")), { reportId: report.id, verdict: "fake", words: "secret words" })).done,
  ).toBe(undefined)
  await ctx.runJobs()
  expect(await ctx.mailsTo(email)).toEqual(["report-made", "report-closed"])
  const mails = await ctx.db.mail.findMany({ where: { to: email } })
  for (const { language: written, text } of mails) {
    expect(written).toBe(language)
    expect(text).not.toMatch(/15 000|secret words|229/)
  }
})

test("the same report twice within ten minutes is one; another to the same address the same day is kept and not thanked again", async () => {
  const { ctx } = await reported({ email: "again@example.org", message: "twice" })
  await makeReport(ctx, { ...told, email: "AGAIN@example.org", message: "twice" })
  expect(await ctx.db.report.count({ where: { email: "again@example.org" } })).toBe(1)
  await makeReport(ctx, { ...told, email: "Again@example.org", message: "another" })
  expect(await ctx.db.report.count({ where: { email: "again@example.org" } })).toBe(2)
  expect(await ctx.db.mail.count({ where: { to: { equals: "again@example.org", mode: "insensitive" } } })).toBe(1)
  ctx.advance({ minutes: 11 })
  await makeReport(ctx, { ...told, email: "again@example.org", message: "twice" })
  expect(await ctx.db.report.count({ where: { email: "again@example.org" } })).toBe(3)
})

test.runIf(isConcurrent())("sent twice at the same moment it is one report and one mail", async () => {
  const ctx = await testCtx()
  const both = { ...told, email: "moment@example.org", message: "at once" }
  await Promise.all([makeReport(ctx, both), makeReport(ctx, both), makeReport(ctx, both)])
  expect(await ctx.db.report.count({ where: { email: "moment@example.org" } })).toBe(1)
  expect(await ctx.mailsTo("moment@example.org")).toEqual(["report-made"])
})

test("an address that is none is refused beside its field", async () => {
  const ctx = await testCtx()
  expect((await makeReport(ctx, { ...told, email: "not an address" })).refused).toEqual({ code: "field.email", field: "email" })
})

test("a report about one university is there for it alone; one about both is there for both", async () => {
  const { ctx, report: own } = await reported({ about: "UM6P", message: "about UM6P" })
  const { report: shared } = await reported({ message: "about both" })
  const seenBy = async (university: "AUI" | "UM6P") =>
    (await listReports(ctx, { university, state: null, before: null })).rows.map(({ id }) => id)
  expect(await seenBy("UM6P")).toEqual(expect.arrayContaining([own.id, shared.id]))
  expect(await seenBy("AUI")).toContain(shared.id)
  expect(await seenBy("AUI")).not.toContain(own.id)
  expect(await findReport(ctx, { university: "AUI", reportId: own.id })).toBeNull()
  const aui = ctx.as(await staff(ctx, "officer", "AUI"))
  expect((await lookIntoReport(aui, { reportId: own.id })).refused?.code).toBe("not-found")
  expect((await closeReport(aui, { reportId: own.id, verdict: "fake", words: "x" })).refused?.code).toBe("not-found")
})

test("a report is taken up once and closed once, by whose role includes it", async () => {
  const { ctx, report } = await reported({ about: "AUI", message: "the life of a report" })
  const reportId = report.id
  const before = await countNewReports(ctx, "AUI")
  const [officer, manager] = [ctx.as(await staff(ctx, "officer", "AUI")), ctx.as(await staff(ctx, "campaigns", "AUI"))]
  expect((await lookIntoReport(manager, { reportId })).refused?.code).toBe("not-allowed")
  expect((await closeReport(ctx, { reportId, verdict: "ours", words: "x" })).refused?.code).toBe("not-allowed")
  expect((await lookIntoReport(officer, { reportId })).refused).toBeUndefined()
  expect(await countNewReports(ctx, "AUI")).toBe(before - 1)
  expect((await lookIntoReport(officer, { reportId })).refused?.code).toBe("changed-meanwhile")
  expect((await closeReport(officer, { reportId, verdict: "unclear", words: "No trace." })).refused).toBeUndefined()
  expect((await closeReport(officer, { reportId, verdict: "fake", words: "x" })).refused?.code).toBe("changed-meanwhile")
  expect(await ctx.events(reportId)).toEqual(["report.made", "report.looked-into", "report.closed"])
  expect(await findReport(ctx, { university: "AUI", reportId })).toMatchObject({ state: "closed", verdict: "unclear", words: "No trace." })
})

test("the address of who told us is forgotten 90 days after the report is closed, the report after 24 months", async () => {
  const { ctx, report } = await reported({ email: "forgotten@example.org", message: "to be forgotten" })
  must(await makeReport(ctx, { ...told, email: "waits@example.org", message: "still open" }))
  const open = { message: "still open" }
  const officer = ctx.as(await staff(ctx, "officer", "AUI"))
  must(await closeReport(officer, { reportId: report.id, verdict: "fake", words: "" }))
  await ctx.runJobs()
  ctx.advance({ days: 89 })
  await sweepReports(ctx)
  expect(await ctx.db.report.findUniqueOrThrow({ where: { id: report.id } })).toMatchObject({ email: "forgotten@example.org" })
  ctx.advance({ days: 2 })
  expect((await sweepReports(ctx)).addresses).toBeGreaterThan(0)
  expect(await sweepReports(ctx)).toEqual({ addresses: 0, reports: 0 })
  const kept = { email: null, emailTyped: null, message: "to be forgotten" }
  expect(await ctx.db.report.findUniqueOrThrow({ where: { id: report.id } })).toMatchObject(kept)
  // The codes of its mails still answer that they were ours; and what nobody has closed yet still knows whom to answer.
  expect((await ctx.db.mail.findMany({ where: { thingId: report.id } })).map(({ to }) => to)).toEqual(["", ""])
  expect(await ctx.db.report.findFirstOrThrow({ where: open })).toMatchObject({ email: "waits@example.org" })
  ctx.advance({ days: 642 })
  await sweepReports(ctx)
  expect(await ctx.db.report.count({ where: { OR: [{ id: report.id }, open] } })).toBe(0)
  expect(await ctx.events(report.id)).toEqual(["report.made", "report.closed"])
})

test.each(languages)("how long a report is kept stands on the page of privacy in %s", (language) => {
  const said = translator(language)("site.privacy.reportText")
  for (const number of [addressKeptDays, reportKeptMonths]) expect(said).toContain(String(number))
})
