import { expect, test } from "vitest"
import { testCtx, type TestCtx } from "#app/testing/test-ctx.ts"
import { audience } from "./audience.server.ts"
import { campaign, reader, staff } from "#app/testing/campaign-readers.ts"
import { approveCampaign } from "./approve-campaign.server.ts"
import { createCampaign } from "./create-campaign.server.ts"
import { sendCampaign } from "./send-campaign.server.ts"
import { setSegment } from "./set-segment.server.ts"
import { writeMessage } from "./write-message.server.ts"
import { everybody } from "./segment.ts"

async function lookAt(ctx: TestCtx, campaignId: string) {
  const found = await audience(ctx, await ctx.db.campaign.findUniqueOrThrow({ where: { id: campaignId } }))
  return { ...found, leftOut: Object.fromEntries(found.leftOut.map(({ reason, count }) => [reason, count])) }
}

/** People of other tests in the same file stay out of sight: each test reads its own country. */
async function campaignFor(ctx: TestCtx, country: string, options: Parameters<typeof campaign>[2] = {}) {
  const manager = await staff(ctx, "campaigns", "AUI")
  const id = await campaign(ctx, manager, options)
  await setSegment(ctx.as(manager), { campaignId: id, segment: { ...everybody, countries: [country] } })
  return { id, manager }
}

test("whoever agreed and proved the address gets a copy; everybody else is left out for a reason that can be said", async () => {
  const ctx = await testCtx()
  await reader(ctx)
  await reader(ctx, { email: null })
  await reader(ctx, { consents: [] })
  await reader(ctx, { consents: [{ university: "AUI", purpose: "events" }] })
  await reader(ctx, { consents: [{ university: "UM6P" }] })
  await reader(ctx, { consents: [{ university: "AUI", is: "asleep" }] })
  await reader(ctx, { consents: [{ university: "AUI", is: "withdrawn" }] })
  await reader(ctx, { birthYear: 2008 })
  const bounced = await reader(ctx)
  const complained = await reader(ctx)
  await ctx.db.suppression.createMany({
    data: [
      { id: ctx.id(), email: bounced.email, reason: "bounced", createdAt: ctx.now() },
      { id: ctx.id(), email: complained.email, reason: "complained", createdAt: ctx.now() },
    ],
  })
  const { id } = await campaignFor(ctx, "SN")
  const found = await lookAt(ctx, id)
  expect(found.total).toBe(1)
  expect(found.leftOut).toEqual({ no_address: 1, no_consent: 3, asleep: 1, unsubscribed: 1, minor: 1, bounced: 1, complained: 1 })
})

test("a minor gets a copy once a guardian has agreed, and not when the guardian withdrew", async () => {
  const ctx = await testCtx()
  const agreed = await reader(ctx, { country: "TN", birthYear: 2010 })
  const withdrawn = await reader(ctx, { country: "TN", birthYear: 2010 })
  const guardian = { name: "M. Diop", relation: "father", language: "fr" as const, createdAt: ctx.now(), consentedAt: ctx.now() }
  await ctx.db.guardian.create({ data: { id: ctx.id(), personId: agreed.personId, ...guardian } })
  await ctx.db.guardian.create({ data: { id: ctx.id(), personId: withdrawn.personId, ...guardian, withdrawnAt: ctx.now() } })
  const { id } = await campaignFor(ctx, "TN")
  expect(await lookAt(ctx, id)).toMatchObject({ total: 1, leftOut: { minor: 1 } })
})

test("whoever unsubscribed and agreed again gets the copy", async () => {
  const ctx = await testCtx()
  await reader(ctx, { country: "KE", consents: [{ university: "AUI", is: "withdrawn" }, { university: "AUI" }] })
  const { id } = await campaignFor(ctx, "KE")
  expect(await lookAt(ctx, id)).toMatchObject({ total: 1, leftOut: {} })
})

test("two persons of one mailbox make one copy", async () => {
  const ctx = await testCtx()
  await reader(ctx, { country: "ML", email: "Family@post.example" })
  await reader(ctx, { country: "ML", email: "family@post.example", givenName: "Issa" })
  const { id } = await campaignFor(ctx, "ML")
  expect(await lookAt(ctx, id)).toMatchObject({ total: 1, leftOut: { same_address: 1 } })
})

test("a joint campaign needs consent at both universities", async () => {
  const ctx = await testCtx()
  await reader(ctx, { country: "GH", consents: [{ university: "AUI" }, { university: "UM6P" }] })
  await reader(ctx, { country: "GH", consents: [{ university: "AUI" }] })
  await reader(ctx, { country: "GH", consents: [{ university: "AUI" }, { university: "UM6P", is: "withdrawn" }] })
  await reader(ctx, { country: "GH", consents: [{ university: "AUI" }, { university: "UM6P", is: "asleep" }] })
  const { id } = await campaignFor(ctx, "GH", { owner: "JOINT" })
  expect(await lookAt(ctx, id)).toMatchObject({ total: 1, leftOut: { no_consent: 1, unsubscribed: 1, asleep: 1 } })
})

test("the segment narrows by country, language, level and stage, and counts nobody outside it as left out", async () => {
  const ctx = await testCtx()
  await reader(ctx, { country: "NG", language: "en", level: "master", stage: "qualified" })
  await reader(ctx, { country: "NG", language: "en", level: "master", stage: "closed" })
  await reader(ctx, { country: "NG", language: "en", level: "phd", stage: "qualified" })
  await reader(ctx, { country: "NG", language: "ar", level: "master", stage: "qualified" })
  const { id, manager } = await campaignFor(ctx, "NG")
  await setSegment(ctx.as(manager), {
    campaignId: id,
    segment: { countries: ["NG"], languages: ["en"], levels: ["master"], stages: ["qualified"] },
  })
  expect(await lookAt(ctx, id)).toMatchObject({ total: 1, byLanguage: { en: 1, fr: 0, ar: 0 }, leftOut: {} })
  expect((await setSegment(ctx.as(manager), { campaignId: id, segment: { ...everybody, countries: ["XX"] } })).refused?.code).toBe(
    "field.country",
  )
})

test("a language somebody needs and has not got blocks sending, and nothing is frozen", async () => {
  const ctx = await testCtx()
  await reader(ctx, { country: "EG", language: "ar" })
  await reader(ctx, { country: "EG", language: "ar" })
  await reader(ctx, { country: "EG", language: "fr" })
  const { id, manager } = await campaignFor(ctx, "EG")
  expect((await lookAt(ctx, id)).missing).toEqual([{ language: "ar", people: 2 }])
  const outcome = await sendCampaign(ctx.as(manager), { campaignId: id })
  expect(outcome.refused).toEqual({ code: "campaigns.language-missing", details: { language: "Arabic", count: 2 } })
  expect(await ctx.db.delivery.count({ where: { campaignId: id } })).toBe(0)
  expect((await ctx.db.campaign.findUniqueOrThrow({ where: { id } })).state).toBe("draft")
  await writeMessage(ctx.as(manager), { campaignId: id, language: "ar", subject: "مرحبا", body: "أهلا {{given_name}}" })
  expect((await sendCampaign(ctx.as(manager), { campaignId: id })).done).toEqual({ queued: 3 })
})

test("a field that does not exist, Liquid beyond fields and open brackets are refused when the message is written", async () => {
  const ctx = await testCtx()
  const { id, manager } = await campaignFor(ctx, "CI")
  const write = async (body: string) =>
    (await writeMessage(ctx.as(manager), { campaignId: id, language: "fr", subject: "Bonjour", body })).refused
  expect(await write("{{ phone }}")).toEqual({ code: "campaigns.merge-field", field: "body", details: { name: "phone" } })
  for (const body of [
    "{{ given_name",
    "{% for x in y %}",
    "{{ given_name | upcase }}",
    "{{ }}",
    "given_name }}",
    "{{ 'x' | default: given_name }}",
  ]) {
    expect((await write(body))?.code, body).toMatch(/^campaigns\.merge-/)
  }
  expect(await write('{{ country | default: "chez vous" }} {{university}}')).toBeUndefined()
})

test("a university's campaign is not found at the other; a joint one is, and its approval is the other side's head's alone", async () => {
  const ctx = await testCtx()
  await reader(ctx, { country: "BJ", consents: [{ university: "AUI" }, { university: "UM6P" }] })
  const own = await campaignFor(ctx, "BJ")
  const joint = await campaignFor(ctx, "BJ", { owner: "JOINT" })
  const other = ctx.as(await staff(ctx, "campaigns", "UM6P"))
  const ownHead = ctx.as(await staff(ctx, "head", "AUI"))
  const shown = async (campaignId: string) => {
    const { edition } = await ctx.db.campaign.findUniqueOrThrow({ where: { id: campaignId }, select: { edition: true } })
    return { campaignId, edition }
  }
  const otherHead = ctx.as(await staff(ctx, "head", "UM6P"))
  expect((await sendCampaign(other, { campaignId: own.id })).refused?.code).toBe("not-found")
  expect((await approveCampaign(otherHead, await shown(own.id))).refused?.code).toBe("not-found")
  expect((await approveCampaign(ownHead, await shown(own.id))).refused?.code).toBe("campaigns.own-needs-none")
  expect((await sendCampaign(ctx.as(joint.manager), { campaignId: joint.id })).refused?.code).toBe("campaigns.needs-approval")
  expect((await approveCampaign(ownHead, await shown(joint.id))).refused?.code).toBe("not-allowed")
  expect((await approveCampaign(ctx.as(joint.manager), await shown(joint.id))).refused?.code).toBe("not-allowed")
  // Edited between the head's reading and the click: what was not read is not approved.
  const read = await shown(joint.id)
  await writeMessage(ctx.as(joint.manager), { campaignId: joint.id, language: "fr", subject: "Bonjour", body: "Bonjour à tous" })
  expect((await approveCampaign(otherHead, read)).refused?.code).toBe("campaigns.edited-meanwhile")
  expect((await approveCampaign(otherHead, await shown(joint.id))).refused).toBeUndefined()
  await writeMessage(ctx.as(joint.manager), { campaignId: joint.id, language: "fr", subject: "Autre", body: "Autre chose" })
  expect((await sendCampaign(ctx.as(joint.manager), { campaignId: joint.id })).refused?.code).toBe("campaigns.needs-approval")
  await approveCampaign(otherHead, await shown(joint.id))
  expect((await sendCampaign(ctx.as(joint.manager), { campaignId: joint.id })).done).toEqual({ queued: 1 })
  const officer = ctx.as(await staff(ctx, "officer", "AUI"))
  expect((await createCampaign(officer, { name: "x", owner: "AUI", purpose: "news" })).refused?.code).toBe("not-allowed")
  expect((await createCampaign(ctx.as(own.manager), { name: "x", owner: "UM6P", purpose: "news" })).refused?.code).toBe("not-allowed")
})
