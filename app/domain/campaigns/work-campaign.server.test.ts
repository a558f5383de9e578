import { expect, test } from "vitest"
import { unsubscribeLinks } from "#app/domain/people/preferences-link.server.ts"
import { withdrawConsents } from "#app/domain/people/withdraw-consents.server.ts"
import { campaignRenderer } from "#app/emails/render-campaign.ts"
import { campaign, type FakeVendor, manyReaders, reader, staff, vendor } from "#app/testing/campaign-readers.ts"
import { isConcurrent } from "#app/testing/test-database.ts"
import { testCtx, type TestCtx } from "#app/testing/test-ctx.ts"
import { campaignReport } from "./campaign-queries.server.ts"
import { cancelCampaign } from "./cancel-campaign.server.ts"
import { pauseCampaign } from "./pause-campaign.server.ts"
import { resumeCampaign } from "./resume-campaign.server.ts"
import { reviveCampaigns } from "./revive-campaigns.server.ts"
import { sendCampaign } from "./send-campaign.server.ts"
import { sendTest } from "./send-test.server.ts"
import { setSegment } from "./set-segment.server.ts"
import { workCampaign } from "./work-campaign.server.ts"
import { everybody } from "./segment.ts"

/** An installation with this vendor, and a campaign of AUI to `people` of a country of the test's own. */
async function begun(people: number, country: string, mailer: FakeVendor | null = vendor()) {
  const ctx = await testCtx({ outside: { mailer }, isDemo: mailer === null })
  const manager = await staff(ctx, "campaigns", "AUI")
  const before = await ctx.db.person.count()
  await manyReaders(ctx, people)
  expect(await ctx.db.person.count()).toBe(before + people)
  await ctx.db.person.updateMany({ where: { country: "SN" }, data: { country } })
  const id = await campaign(ctx, manager)
  await setSegment(ctx.as(manager), { campaignId: id, segment: { ...everybody, countries: [country] } })
  return { ctx, id, as: ctx.as(manager), mailer: mailer ?? vendor() }
}

const stateOf = async (ctx: TestCtx, id: string) => (await ctx.db.campaign.findUniqueOrThrow({ where: { id } })).state

function addressesTwice(mailer: FakeVendor): number {
  return mailer.sent.length - new Set(mailer.sent.map((message) => message.to)).size
}

test("everybody of the audience gets one copy, in batches of a hundred, and the campaign ends", async () => {
  const { ctx, id, as, mailer } = await begun(250, "CV")
  expect((await sendCampaign(as, { campaignId: id })).done).toEqual({ queued: 250 })
  await ctx.runJobs()
  expect(await stateOf(ctx, id)).toBe("sent")
  expect([mailer.calls, mailer.sent.length, addressesTwice(mailer)]).toEqual([3, 250, 0])
  expect((await campaignReport(ctx, id)).counts).toEqual({ sent: 250 })
  expect(await ctx.db.delivery.count({ where: { campaignId: id, vendorId: null } })).toBe(0)
  expect((await sendCampaign(as, { campaignId: id })).refused?.code).toBe("changed-meanwhile")
})

test("a copy speaks to its reader, in the language's direction, and offers to leave in one click (RFC 8058)", async () => {
  const mailer = vendor()
  const ctx = await testCtx({ outside: { mailer }, isDemo: false })
  const manager = await staff(ctx, "campaigns", "AUI")
  const arabic = await reader(ctx, { country: "LY", language: "ar", givenName: "<أمينة> & 'co'" })
  const french = await reader(ctx, { country: "LY", givenName: "" })
  const id = await campaign(ctx, manager, {
    languages: ["fr", "ar"],
    body: "Bonjour {{given_name}} de {{country}}.\n\n[Le programme](https://aui.example/p?a=1&b=2)",
  })
  await setSegment(ctx.as(manager), { campaignId: id, segment: { ...everybody, countries: ["LY"] } })
  await sendCampaign(ctx.as(manager), { campaignId: id })
  await ctx.runJobs()
  const to = (email: string) => mailer.sent.find((message) => message.to === email)
  const links = unsubscribeLinks(ctx, { personId: arabic.personId, owner: "AUI", language: "ar", address: arabic.email })
  expect(to(arabic.email)).toMatchObject({
    from: "AUI <a@aui.example>",
    subject: "Bonjour <أمينة> & 'co'",
    headers: { "List-Unsubscribe": `<${links.oneClick}>`, "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" },
  })
  const html = to(arabic.email)?.html ?? ""
  expect(html).toContain('dir="rtl"')
  expect(html).toContain("<bdi>&lt;أمينة&gt; &amp; &#39;co&#39;</bdi> de <bdi>ليبيا</bdi>")
  expect(html).toContain(`href="${links.page}"`)
  expect(html).toContain('href="https://aui.example/p?a=1&amp;b=2"')
  expect(to(arabic.email)?.text).toContain("Bonjour <أمينة> & 'co' de ليبيا")
  expect(to(arabic.email)?.text).toContain(links.page)
  expect(to(french.email)?.text).toContain("Bonjour candidat·e de")
  expect(JSON.stringify(mailer.sent)).not.toMatch(/[\ue000\ue001]|\{\{/)
})

test("without a mail vendor every copy stands in the outbox", async () => {
  const { ctx, id, as } = await begun(3, "GA", null)
  await sendCampaign(as, { campaignId: id })
  await ctx.runJobs()
  const mails = await ctx.db.mail.findMany({ where: { thing: "campaign", thingId: id } })
  expect(mails.map((mail) => [mail.kind, mail.state, mail.sender])).toEqual(Array.from({ length: 3 }, () => ["campaign", "held", "AUI"]))
  expect(mails[0]?.headers).toMatchObject({ "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" })
  expect(await stateOf(ctx, id)).toBe("sent")
  expect((await campaignReport(ctx, id)).counts).toEqual({ sent: 3 })
})

test("faulty answers, lost answers and refusals to hurry lose nobody and double nobody", async () => {
  const { ctx, id, as, mailer } = await begun(600, "TG")
  const faults = ["lost-after", "later", "lost-before", "lost-after"] as const
  mailer.fault = (call) => (call % 3 === 0 ? (faults[(call / 3) % faults.length] ?? null) : null)
  await sendCampaign(as, { campaignId: id })
  await ctx.runJobs()
  expect(await stateOf(ctx, id)).toBe("sent")
  expect([mailer.sent.length, addressesTwice(mailer)]).toEqual([600, 0])
  expect((await campaignReport(ctx, id)).counts).toEqual({ sent: 600 })
})

test("a run killed before or after any call is taken up by another, with nobody missed and nobody twice", async () => {
  const { ctx, id, as, mailer } = await begun(900, "BF")
  let kills = 0
  mailer.fault = (call) => (call % 2 === 0 && kills < 6 ? (kills++ % 2 === 0 ? "die-after" : "die-before") : null)
  await sendCampaign(as, { campaignId: id })
  for (let run = 0; run < 20 && (await stateOf(ctx, id)) === "sending"; run++) {
    await ctx.runJobs().catch((error: unknown) => expect(error).toEqual(new Error("killed")))
    // A killed process gives nothing back: its right to the campaign runs out.
    await ctx.db.campaign.updateMany({
      where: { id, state: "sending" },
      data: { workerId: ctx.id(), workerUntil: new Date(ctx.now().getTime() + 30_000) },
    })
    await reviveCampaigns(ctx)
    expect(ctx.queued().filter((job) => job === "campaign.send")).toEqual([])
    ctx.advance({ minutes: 1 })
    await reviveCampaigns(ctx)
  }
  expect(kills).toBe(6)
  expect(await stateOf(ctx, id)).toBe("sent")
  expect([mailer.sent.length, addressesTwice(mailer)]).toEqual([900, 0])
})

test("a vendor out of reach is tried again a minute later, with the same bytes", async () => {
  const { ctx, id, as, mailer } = await begun(150, "NE")
  mailer.fault = () => "lost-after"
  await sendCampaign(as, { campaignId: id })
  await ctx.runJobs()
  expect(await stateOf(ctx, id)).toBe("sending")
  const calls = mailer.calls
  expect(calls).toBeLessThan(20)
  mailer.fault = () => null
  await ctx.runJobs()
  expect(mailer.calls).toBe(calls)
  ctx.advance({ minutes: 1 })
  await ctx.runJobs()
  expect(await stateOf(ctx, id)).toBe("sent")
  expect([mailer.sent.length, addressesTwice(mailer)]).toEqual([150, 0])
})

test("an outcome unknown for a day is left to a person and never sent again", async () => {
  const { ctx, id, as, mailer } = await begun(60, "TD")
  mailer.fault = () => "lost-before"
  await sendCampaign(as, { campaignId: id })
  await ctx.runJobs()
  ctx.advance({ hours: 24 })
  mailer.fault = () => null
  await reviveCampaigns(ctx)
  await ctx.runJobs()
  expect(mailer.sent).toEqual([])
  expect((await campaignReport(ctx, id)).counts).toEqual({ unknown: 60 })
  expect(await stateOf(ctx, id)).toBe("sent")
})

test("being told to wait for a day is not an unknown outcome: the mails still go", async () => {
  const { ctx, id, as, mailer } = await begun(60, "DJ")
  mailer.fault = () => "later"
  await sendCampaign(as, { campaignId: id })
  await ctx.runJobs()
  ctx.advance({ hours: 24 })
  mailer.fault = () => null
  await reviveCampaigns(ctx)
  await ctx.runJobs()
  expect((await campaignReport(ctx, id)).counts).toEqual({ sent: 60 })
})

test("one address the vendor refuses fails alone; the ninety-nine beside it get their copy", async () => {
  const { ctx, id, as, mailer } = await begun(100, "GN")
  const bad = (await ctx.db.contact.findFirstOrThrow({ where: { person: { country: "GN" } } })).value
  mailer.fault = (_call, messages) => (messages.some((message) => message.to === bad) ? "refused" : null)
  await sendCampaign(as, { campaignId: id })
  await ctx.runJobs()
  expect((await campaignReport(ctx, id)).counts).toEqual({ sent: 99, failed: 1 })
  expect(mailer.sent.length).toBe(99)
  expect(await stateOf(ctx, id)).toBe("sent")
})

test("a vendor that refuses everything, or lets nothing through, makes the campaign pause itself with the reason", async () => {
  const refusing = await begun(200, "MR")
  refusing.mailer.fault = () => "refused"
  await sendCampaign(refusing.as, { campaignId: refusing.id })
  await refusing.ctx.runJobs()
  expect(await refusing.ctx.db.campaign.findUnique({ where: { id: refusing.id } })).toMatchObject({
    state: "paused",
    pausedReason: "refused: 422 validation_error",
  })
  expect(refusing.mailer.calls).toBeLessThan(30)

  const shut = await begun(200, "MW")
  shut.mailer.fault = () => "shut"
  await sendCampaign(shut.as, { campaignId: shut.id })
  await shut.ctx.runJobs()
  expect(await shut.ctx.db.campaign.findUnique({ where: { id: shut.id } })).toMatchObject({
    state: "paused",
    pausedReason: "shut: 401 invalid_api_key",
  })
  shut.mailer.fault = () => null
  await resumeCampaign(shut.as, { campaignId: shut.id })
  await shut.ctx.runJobs()
  expect((await campaignReport(shut.ctx, shut.id)).counts).toEqual({ sent: 200 })
  expect(addressesTwice(shut.mailer)).toBe(0)
})

test("paused in the middle, nothing more leaves; resumed, it goes on where it stopped", async () => {
  const { ctx, id, as, mailer } = await begun(700, "CD")
  const send = mailer.sendBatch
  mailer.sendBatch = async (messages, key) => {
    if (mailer.calls === 3) await pauseCampaign(as, { campaignId: id })
    return send(messages, key)
  }
  await sendCampaign(as, { campaignId: id })
  await ctx.runJobs()
  expect(await stateOf(ctx, id)).toBe("paused")
  const atPause = mailer.sent.length
  expect(atPause).toBeLessThan(700)
  await ctx.runJobs()
  expect(mailer.sent.length).toBe(atPause)
  mailer.sendBatch = send
  await resumeCampaign(as, { campaignId: id })
  await ctx.runJobs()
  expect([mailer.sent.length, addressesTwice(mailer), await stateOf(ctx, id)]).toEqual([700, 0, "sent"])
})

test("cancelled in the middle, whoever has no copy yet gets none, and it says so", async () => {
  const { ctx, id, as, mailer } = await begun(700, "MZ")
  const send = mailer.sendBatch
  mailer.sendBatch = async (messages, key) => {
    if (mailer.calls === 3) await cancelCampaign(as, { campaignId: id })
    return send(messages, key)
  }
  await sendCampaign(as, { campaignId: id })
  await ctx.runJobs()
  const report = await campaignReport(ctx, id)
  expect(report.counts.sent).toBe(mailer.sent.length)
  expect(report.counts).toEqual({ sent: mailer.sent.length })
  expect(report.leftOut).toEqual([{ reason: "cancelled", count: 700 - mailer.sent.length }])
  for (const verb of [cancelCampaign, pauseCampaign, resumeCampaign, sendCampaign]) {
    expect((await verb(as, { campaignId: id })).refused?.code).toBe("changed-meanwhile")
  }
})

test("whoever unsubscribes or is suppressed after the audience was frozen gets no copy", async () => {
  const { ctx, id, as, mailer } = await begun(5, "ZM")
  await sendCampaign(as, { campaignId: id })
  const [one, other] = await ctx.db.delivery.findMany({ where: { campaignId: id }, orderBy: { id: "asc" } })
  await withdrawConsents(ctx, { personId: one?.personId ?? "", owner: "AUI", how: "one-click" })
  await ctx.db.suppression.create({ data: { id: ctx.id(), email: other?.email ?? "", reason: "complained", createdAt: ctx.now() } })
  await ctx.runJobs()
  expect(mailer.sent.map((message) => message.to)).not.toContain(one?.email)
  const report = await campaignReport(ctx, id)
  expect(report.counts).toEqual({ sent: 3 })
  expect(report.leftOut).toEqual([
    { reason: "complained", count: 1 },
    { reason: "unsubscribed", count: 1 },
  ])
})

test("two runs of one campaign at once send no copy twice", async () => {
  const { ctx, id, as, mailer } = await begun(400, "AO")
  await sendCampaign(as, { campaignId: id })
  const render = campaignRenderer(ctx)
  await Promise.all([workCampaign(ctx, id, render), workCampaign(ctx, id, render)])
  expect([mailer.sent.length, addressesTwice(mailer), await stateOf(ctx, id)]).toEqual([400, 0, "sent"])
})

test.runIf(isConcurrent())("even two runs that both believe the campaign is theirs send no copy twice", async () => {
  const { ctx, id, as, mailer } = await begun(400, "UG")
  await sendCampaign(as, { campaignId: id })
  const render = campaignRenderer(ctx)
  const first = workCampaign(ctx, id, render)
  await ctx.db.campaign.updateMany({ where: { id }, data: { workerId: null } })
  await Promise.all([first, workCampaign(ctx, id, render)])
  await reviveCampaigns(ctx)
  await ctx.runJobs()
  expect([mailer.sent.length, addressesTwice(mailer), await stateOf(ctx, id)]).toEqual([400, 0, "sent"])
})

test.runIf(isConcurrent())("two managers press send at once: one wins, and the audience is frozen once", async () => {
  const { ctx, id, as } = await begun(50, "RW")
  const outcomes = await Promise.all([sendCampaign(as, { campaignId: id }), sendCampaign(as, { campaignId: id })])
  expect(outcomes.map((outcome) => outcome.refused?.code ?? "sent").sort()).toEqual(["changed-meanwhile", "sent"])
  expect(await ctx.db.delivery.count({ where: { campaignId: id } })).toBe(50)
})

test("a test goes to the manager's own address alone, as a sample reader would get it", async () => {
  const { ctx, id, as, mailer } = await begun(2, "SZ")
  const outcome = await sendTest(as, { campaignId: id, language: "fr" }, campaignRenderer(ctx))
  expect(outcome.done?.address).toMatch(/^campaigns\..+@aui\.example$/)
  await ctx.runJobs()
  expect(mailer.sent.map((message) => [message.to, message.subject])).toEqual([[outcome.done?.address, "[Essai] Bonjour Awa"]])
  expect(await ctx.db.delivery.count({ where: { campaignId: id } })).toBe(0)
  expect((await sendTest(as, { campaignId: id, language: "ar" }, campaignRenderer(ctx))).refused?.code).toBe("campaigns.message-missing")
})
