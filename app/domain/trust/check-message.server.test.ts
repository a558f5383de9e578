import { expect, test } from "vitest"
import { sendCampaign } from "#app/domain/campaigns/send-campaign.server.ts"
import { sendTest } from "#app/domain/campaigns/send-test.server.ts"
import { setSegment } from "#app/domain/campaigns/set-segment.server.ts"
import { everybody } from "#app/domain/campaigns/segment.ts"
import { makeEnquiry } from "#app/domain/leads/make-enquiry.server.ts"
import { requestSignInCode } from "#app/domain/people/request-sign-in-code.server.ts"
import { campaignRenderer } from "#app/emails/render-campaign.ts"
import { languages } from "#app/locales/languages.ts"
import { campaign, reader, staff, vendor } from "#app/testing/campaign-readers.ts"
import { isConcurrent } from "#app/testing/test-database.ts"
import { testCtx, type TestCtx } from "#app/testing/test-ctx.ts"
import { checkMessage, triesAnHour } from "./check-message.server.ts"

const inText = /[A-Z][2-9A-Z]{3}-[2-9A-Z]{4}/

/** Writes a mail, has it rendered, and returns the code that its reader finds in it. */
async function codeOfMail(ctx: TestCtx, to: string): Promise<string> {
  const id = await ctx.transaction((tx) =>
    tx.mail("guardian-asked", {
      sender: "UM6P",
      to,
      language: ctx.language,
      props: { candidate: "Awa Diop", page: "https://rihla.example/fr/guardian/x" },
    }),
  )
  await ctx.runJobs()
  const mail = await ctx.db.mail.findUniqueOrThrow({ where: { id } })
  const code = inText.exec(mail.text ?? "")?.[0] ?? ""
  expect(mail.html).toContain(code)
  expect(mail.html).toContain(`/${ctx.language}/check`)
  return code
}

const answerTo = async (ctx: TestCtx, text: string) => (await checkMessage(ctx, text)).done

test.each(languages)(
  "the code in the foot of a mail in %s says what it is about, from whom and when, and nothing of its reader",
  async (language) => {
    const ctx = await testCtx({ language })
    const answer = await answerTo(ctx, await codeOfMail(ctx, `code.${language}@example.org`))
    expect(answer).toEqual({ kind: "code", isOurs: true, about: "guardian", owner: "UM6P", sentAt: ctx.now() })
  },
)

test("the confirmation of a new person, whose rows are written together, carries its code too", async () => {
  const ctx = await testCtx()
  const outcome = await makeEnquiry(ctx, {
    givenName: "Awa",
    familyName: "Sarr",
    email: "awa.sarr@example.org",
    phone: "",
    country: "SN",
    birthYear: null,
    level: null,
    fields: [],
    message: "",
    consents: [],
  })
  expect(outcome.refused).toBeUndefined()
  await ctx.runJobs()
  const mail = await ctx.db.mail.findFirstOrThrow({ where: { to: "awa.sarr@example.org" } })
  expect(await answerTo(ctx, inText.exec(mail.text ?? "")?.[0] ?? "")).toMatchObject({ isOurs: true, about: "enquiry" })
})

test("each copy of a campaign has a code of its own, and so has a test of it", async () => {
  const mailer = vendor()
  const ctx = await testCtx({ outside: { mailer }, isDemo: false })
  const manager = await staff(ctx, "campaigns", "AUI")
  await reader(ctx, { country: "SC" })
  await reader(ctx, { country: "SC" })
  const id = await campaign(ctx, manager)
  await setSegment(ctx.as(manager), { campaignId: id, segment: { ...everybody, countries: ["SC"] } })
  expect((await sendTest(ctx.as(manager), { campaignId: id, language: "fr" }, campaignRenderer(ctx))).refused).toBeUndefined()
  await sendCampaign(ctx.as(manager), { campaignId: id })
  await ctx.runJobs()
  const codes = mailer.sent.map(({ text }) => inText.exec(text)?.[0] ?? "")
  expect(new Set(codes).size).toBe(3)
  for (const code of codes) expect(await answerTo(ctx, code)).toMatchObject({ isOurs: true, about: "news", owner: "AUI" })
})

test("without a vendor a campaign's copies in the outbox answer by the code that stands in them", async () => {
  const ctx = await testCtx()
  const manager = await staff(ctx, "campaigns", "AUI")
  const { email } = await reader(ctx, { country: "MU" })
  const id = await campaign(ctx, manager)
  await setSegment(ctx.as(manager), { campaignId: id, segment: { ...everybody, countries: ["MU"] } })
  await sendCampaign(ctx.as(manager), { campaignId: id })
  await ctx.runJobs()
  const copy = await ctx.db.mail.findFirstOrThrow({ where: { to: email, kind: "campaign" } })
  expect(inText.exec(copy.text ?? "")?.[0]).toBe(copy.code)
  expect(await answerTo(ctx, copy.code ?? "")).toMatchObject({ isOurs: true, about: "news", owner: "AUI" })
})

test("a code that nobody got is not ours: one that stands in no mail, and one of a mail that never left", async () => {
  const ctx = await testCtx()
  expect(await answerTo(ctx, "A222-2226")).toEqual(expect.objectContaining({ kind: expect.stringMatching(/code|mistyped/) }))
  // Nobody of the staff has this address: the mail is written and cancelled.
  await requestSignInCode(ctx, { email: "nobody@example.org", audience: "staff" })
  const mail = await ctx.db.mail.findFirstOrThrow({ where: { to: "nobody@example.org" } })
  expect(await answerTo(ctx, mail.code ?? "")).toEqual({ kind: "code", isOurs: false })
})

test("one code is checked twenty times an hour, whoever asks; the others are not held up, and the next hour begins anew", async () => {
  const ctx = await testCtx({ now: "2026-11-23T12:40:00Z" })
  const [one, other] = [await codeOfMail(ctx, "one@example.org"), await codeOfMail(ctx, "other@example.org")]
  for (let time = 0; time < triesAnHour; time++) expect((await checkMessage(ctx, one)).refused).toBeUndefined()
  expect((await checkMessage(ctx, one.toLowerCase())).refused).toEqual({
    code: "trust.tries-too-many",
    field: "what",
    details: { max: 20, minutes: 20 },
  })
  expect(await answerTo(ctx, other)).toMatchObject({ isOurs: true })
  const kept = await ctx.db.checkTry.findMany()
  expect(JSON.stringify(kept)).not.toContain(one)
  ctx.advance({ minutes: 20 })
  expect(await answerTo(ctx, one)).toMatchObject({ isOurs: true })
  expect(await ctx.db.checkTry.count()).toBe(1)
})

test.runIf(isConcurrent())("tries at the same moment are counted one by one", async () => {
  const ctx = await testCtx({ now: "2026-11-24T09:00:00Z" })
  const code = await codeOfMail(ctx, "crowd@example.org")
  const answers = await Promise.all(Array.from({ length: 30 }, () => checkMessage(ctx, code)))
  expect(answers.filter(({ refused }) => refused === undefined)).toHaveLength(triesAnHour)
})

test.each([
  ["a@aui.example", { is: "sender", owner: "AUI" }],
  ["A@RIHLA.example", { is: "sender", owner: "JOINT" }],
  ["admissions@aui.ma", { is: "host", owner: "AUI" }],
  ["someone@mail.um6p.ma", { is: "host", owner: "UM6P" }],
  ["officer@um6p.example", { is: "host", owner: "UM6P" }],
  ["a@aui.ma.example.com", { is: "foreign", owner: null }],
  ["bourses@aui-ma.com", { is: "foreign", owner: null }],
  ["a@\u0430ui.ma", { is: "foreign", owner: null }],
])("%s is told by the list of official addresses", async (text, answer) => {
  expect(await answerTo(await testCtx(), text)).toMatchObject({ kind: "email", ...answer })
})

test.each([
  ["http://127.0.0.1:3000/fr/check", "JOINT"],
  ["https://my.aui.ma", "AUI"],
  ["fgses-um6p.ma", "UM6P"],
  ["https://um6p.ma@bourses.example", null],
  ["notaui.ma", null],
])("the site %s is told by its host", async (text, owner) => {
  expect(await answerTo(await testCtx(), text)).toMatchObject({ kind: "site", owner })
})

test("an address of staff gets the same answer whether anybody works there or not", async () => {
  const ctx = await testCtx()
  await staff(ctx, "officer", "AUI")
  const contact = await ctx.db.contact.findFirstOrThrow({ where: { value: { endsWith: "@aui.example" }, signsIn: true } })
  expect(await answerTo(ctx, contact.value)).toEqual({ ...(await answerTo(ctx, "nobody@aui.example")), address: contact.value })
})
