import { expect, test } from "vitest"
import { signedResendEvent } from "#e2e/stand-ins/resend.ts"
import { readEmail } from "#app/domain/people/contact.server.ts"
import { campaign, reader, staff, vendor } from "#app/testing/campaign-readers.ts"
import { testCtx, testSettings, type TestCtx } from "#app/testing/test-ctx.ts"
import { receiveMailNews } from "./receive-mail-news.server.ts"
import { sendCampaign } from "./send-campaign.server.ts"
import { setSegment } from "./set-segment.server.ts"
import { everybody } from "./segment.ts"

const secret = testSettings.mailWebhookSecret

async function sentOne(country: string) {
  const mailer = vendor()
  const ctx = await testCtx({ outside: { mailer }, isDemo: false })
  const manager = await staff(ctx, "campaigns", "AUI")
  const { email } = await reader(ctx, { country, email: `Awa.${country}@Post.example` })
  const id = await campaign(ctx, manager)
  await setSegment(ctx.as(manager), { campaignId: id, segment: { ...everybody, countries: [country] } })
  await sendCampaign(ctx.as(manager), { campaignId: id })
  await ctx.runJobs()
  const delivery = await ctx.db.delivery.findFirstOrThrow({ where: { campaignId: id } })
  const state = async () => (await ctx.db.delivery.findUniqueOrThrow({ where: { id: delivery.id } })).state
  const suppressed = async () => (await ctx.db.suppression.findUnique({ where: { email: readEmail(email)?.value ?? "" } }))?.reason ?? null
  return { ctx, delivery, state, suppressed, vendorId: delivery.vendorId ?? "" }
}

function tell(ctx: TestCtx, type: string, data: Record<string, unknown>, id?: string) {
  const { body, headers } = signedResendEvent(secret, { type, data, at: ctx.now(), ...(id === undefined ? {} : { id }) })
  return receiveMailNews(ctx, { body, headers: new Headers(headers) })
}

test("a delivery is marked once, and the same event again changes nothing", async () => {
  const { ctx, state, vendorId } = await sentOne("SN")
  expect((await tell(ctx, "email.delivered", { email_id: vendorId }, "msg_1")).done).toEqual({ isNew: true })
  expect(await state()).toBe("delivered")
  expect((await tell(ctx, "email.delivered", { email_id: vendorId }, "msg_1")).done).toEqual({ isNew: false })
})

test("news out of order is harmless: a late delivery never covers a complaint or a bounce", async () => {
  const { ctx, state, suppressed, vendorId } = await sentOne("ML")
  await tell(ctx, "email.complained", { email_id: vendorId })
  await tell(ctx, "email.delivered", { email_id: vendorId })
  await tell(ctx, "email.bounced", { email_id: vendorId, bounce: { type: "Permanent" } })
  expect(await state()).toBe("complained")
  expect(await suppressed()).toBe("complained")
  expect(await ctx.db.consent.count({ where: { withdrawnAt: { not: null } } })).toBe(0)
})

test("an address that bounces for good is suppressed; a full mailbox is not", async () => {
  const soft = await sentOne("KE")
  await tell(soft.ctx, "email.bounced", { email_id: soft.vendorId, bounce: { type: "Transient" } })
  expect([await soft.state(), await soft.suppressed()]).toEqual(["bounced", null])
  const hard = await sentOne("TN")
  await tell(hard.ctx, "email.bounced", { email_id: hard.vendorId, bounce: { type: "Permanent" } })
  expect([await hard.state(), await hard.suppressed()]).toEqual(["bounced", "bounced"])
})

test("news that comes before the answer is written finds its delivery by the tag, and the answer does not cover it", async () => {
  const mailer = vendor()
  const ctx = await testCtx({ outside: { mailer }, isDemo: false })
  const manager = await staff(ctx, "campaigns", "AUI")
  await reader(ctx, { country: "GM" })
  const id = await campaign(ctx, manager)
  await setSegment(ctx.as(manager), { campaignId: id, segment: { ...everybody, countries: ["GM"] } })
  const send = mailer.sendBatch
  mailer.sendBatch = async (messages, key) => {
    const result = await send(messages, key)
    if (result.outcome === "sent")
      await tell(ctx, "email.delivered", { email_id: result.ids[0], tags: { delivery: messages[0]?.tags?.[0]?.value } })
    return result
  }
  await sendCampaign(ctx.as(manager), { campaignId: id })
  await ctx.runJobs()
  expect(await ctx.db.delivery.findFirst({ where: { campaignId: id } })).toMatchObject({
    state: "delivered",
    vendorId: `campaign/${id}/1/0`,
  })
})

test("an ordinary mail that bounces is marked, and its address suppressed for campaigns", async () => {
  const ctx = await testCtx({ outside: { mailer: vendor() }, isDemo: false })
  await ctx.transaction((tx) =>
    tx.mail("sign-in-code", { sender: "JOINT", to: "gone@post.example", language: "fr", props: { code: "1", minutes: 10 } }),
  )
  await ctx.runJobs()
  const mail = await ctx.db.mail.findFirstOrThrow({ where: { to: "gone@post.example" } })
  expect(mail.state).toBe("sent")
  await tell(ctx, "email.bounced", { email_id: mail.vendorId, bounce: { type: "Permanent" } })
  expect((await ctx.db.mail.findUniqueOrThrow({ where: { id: mail.id } })).state).toBe("bounced")
  expect(await ctx.db.suppression.count({ where: { email: "gone@post.example", reason: "bounced" } })).toBe(1)
})

test("nothing is believed without the vendor's signature, fresh and over these very bytes", async () => {
  const { ctx, state, vendorId } = await sentOne("ET")
  const right = signedResendEvent(secret, { type: "email.complained", data: { email_id: vendorId }, at: ctx.now() })
  const headers = (changed: Record<string, string> = {}) => new Headers({ ...right.headers, ...changed })
  const refused = async (given: { body: string; headers: Headers }, with_ = ctx as Parameters<typeof receiveMailNews>[0]) =>
    (await receiveMailNews(with_, given)).refused?.code
  expect(await refused({ body: `${right.body} `, headers: headers() })).toBe("campaigns.bad-signature")
  expect(await refused({ body: right.body, headers: headers({ "svix-signature": "v1,AAAA" }) })).toBe("campaigns.bad-signature")
  expect(await refused({ body: right.body, headers: headers({ "svix-id": "msg_other" }) })).toBe("campaigns.bad-signature")
  expect(await refused({ body: right.body, headers: new Headers() })).toBe("campaigns.bad-signature")
  expect(await refused({ body: right.body, headers: headers() }, { ...ctx, settings: { ...ctx.settings, mailWebhookSecret: null } })).toBe(
    "campaigns.bad-signature",
  )
  const old = signedResendEvent(secret, {
    type: "email.complained",
    data: { email_id: vendorId },
    at: new Date(ctx.now().getTime() - 6 * 60_000),
  })
  expect(await refused({ body: old.body, headers: new Headers(old.headers) })).toBe("campaigns.bad-signature")
  expect(await state()).toBe("sent")
  expect(
    await refused({ body: right.body, headers: headers({ "svix-signature": `v1,AAAA ${right.headers["svix-signature"]}` }) }),
  ).toBeUndefined()
  expect(await state()).toBe("complained")
})
