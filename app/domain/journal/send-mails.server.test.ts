import { afterEach, beforeEach, describe, expect, test } from "vitest"
import { dropWaitingMails } from "#app/domain/events/drop-waiting-mails.server.ts"
import { type Mailer, openResend } from "#app/platform/mailer.server.ts"
import { noPace } from "#app/platform/pace.server.ts"
import { testCtx, type TestCtx } from "#app/testing/test-ctx.ts"
import { type ResendStandIn, startResend } from "#e2e/stand-ins/resend.ts"
import { sendMails } from "./send-mails.server.ts"

test("without a vendor a mail is rendered in the recipient's language and stays in the outbox", async () => {
  const ctx = await testCtx({ language: "ar" })
  await ctx.transaction((tx) =>
    tx.mail("sign-in-code", { sender: "JOINT", to: "awa@example.org", language: "ar", props: { code: "123456", minutes: 10 } }),
  )
  await ctx.runJobs()
  const mail = await ctx.db.mail.findFirstOrThrow({ where: { to: "awa@example.org" } })
  expect(mail.state).toBe("held")
  expect(mail.html).toContain('dir="rtl"')
  expect(mail.subject).toContain("123456")
  expect(mail.text).toContain("123456")
})

test("a mail whose time has not come waits", async () => {
  const ctx = await testCtx()
  const sendAfter = new Date(ctx.now().getTime() + 600_000)
  await ctx.transaction((tx) =>
    tx.mail("sign-in-code", { sender: "JOINT", to: "later@example.org", language: "fr", props: { code: "1", minutes: 10 }, sendAfter }),
  )
  await ctx.runJobs()
  expect((await ctx.db.mail.findFirstOrThrow({ where: { to: "later@example.org" } })).state).toBe("queued")
  ctx.advance({ minutes: 10 })
  await ctx.runJobs()
  expect((await ctx.db.mail.findFirstOrThrow({ where: { to: "later@example.org" } })).state).toBe("held")
})

test("a mail that the queue hands over too early is tried again", async () => {
  const ctx = await testCtx()
  const sendAfter = new Date(ctx.now().getTime() + 1_000)
  const id = await ctx.transaction((tx) =>
    tx.mail("sign-in-code", { sender: "JOINT", to: "early@example.org", language: "fr", props: { code: "1", minutes: 10 }, sendAfter }),
  )
  const never = () => Promise.reject(new Error("Nothing is rendered before its time"))
  expect(await sendMails(ctx, [id], never)).toEqual({ settled: 0, waits: "before its time", broken: [] })
  expect((await ctx.db.mail.findUniqueOrThrow({ where: { id } })).state).toBe("queued")
})

test("every try of a mail carries the same bytes, whoever renders it and however often", async () => {
  const tried: string[] = []
  const mailer: Mailer = {
    async sendBatch(messages, key) {
      tried.push(`${key} ${JSON.stringify(messages)}`)
      return tried.length < 3 ? { outcome: "later", problem: "busy", pace: noPace } : { outcome: "sent", ids: ["v1"], pace: noPace }
    },
  }
  const ctx = await testCtx({ outside: { mailer } })
  const id = await ctx.transaction((tx) =>
    tx.mail("sign-in-code", { sender: "JOINT", to: "twice@example.org", language: "fr", props: { code: "1", minutes: 10 } }),
  )
  let renderings = 0
  const render = async () => {
    renderings++
    // Each rendering is another one, and so is the order of its headers.
    return {
      subject: `No ${renderings}`,
      html: `<p>${renderings}</p>`,
      text: `${renderings}`,
      headers: { "X-Long-Name": "1", "X-B": "2", "X-A": "3" },
    }
  }
  const send = () => sendMails(ctx, [id], async () => render)
  await Promise.all([send(), send()])
  await send()
  await send()
  expect(tried.length).toBeGreaterThanOrEqual(3)
  expect(new Set(tried).size).toBe(1)
  expect((await ctx.db.mail.findUniqueOrThrow({ where: { id } })).state).toBe("sent")
})

describe("mails that leave together", () => {
  let resend: ResendStandIn
  beforeEach(async () => {
    resend = await startResend()
  })
  afterEach(() => resend.close())

  const openCtx = () => testCtx({ outside: { mailer: openResend({ apiKey: "re_test", baseUrl: resend.url }) } })
  const props = { candidate: "Awa Diop", page: "https://rihla.example/fr/guardian/x" }
  const write = (ctx: TestCtx, addresses: readonly string[]) =>
    ctx.transaction(async (tx) => {
      const ids: string[] = []
      for (const to of addresses) ids.push(await tx.mail("guardian-asked", { sender: "JOINT", to, language: "fr", props }))
      return ids
    })
  const addressesOf = (count: number) => Array.from({ length: count }, (_, place) => `together${place}@example.org`)
  const rowsOf = (ctx: TestCtx, ids: readonly string[]) => ctx.db.mail.findMany({ where: { id: { in: [...ids] } }, orderBy: { id: "asc" } })
  const statesOf = async (ctx: TestCtx, ids: readonly string[]) => (await rowsOf(ctx, ids)).map(({ state }) => state)
  let renderings = 0
  /** Each rendering is another one: what was rendered anew would not have the same bytes. */
  const renderer = async () => async (mail: { to: string }) => ({
    subject: `${mail.to} ${++renderings}`,
    html: `<p>${renderings}</p>`,
    text: "",
    headers: { "X-B": "1", "X-A": "2" },
  })

  test("many leave by one call, and each keeps the number that the vendor gave it", async () => {
    const ctx = await openCtx()
    const ids = await write(ctx, addressesOf(5))
    expect(await sendMails(ctx, ids, renderer)).toEqual({ settled: 5, waits: null, broken: [] })
    expect(resend.calls.map(({ count }) => count)).toEqual([5])
    expect(resend.sent.map(({ to }) => to)).toEqual(addressesOf(5))
    const rows = await rowsOf(ctx, ids)
    expect(rows.map(({ state, vendorId }) => [state, vendorId])).toEqual(resend.sent.map(({ id }) => ["sent", id]))
  })

  test.each(["limited", "broken", "broken-after", "cut", "cut-after"] as const)(
    "after a fault (%s) all of them go again as they were, whoever sends them then, and each arrives once",
    async (fault) => {
      const ctx = await openCtx()
      const ids = await write(ctx, addressesOf(4))
      resend.fail(fault)
      expect((await sendMails(ctx, ids, renderer)).waits).not.toBeNull()
      expect(await statesOf(ctx, ids)).toEqual(["queued", "queued", "queued", "queued"])
      expect(await sendMails(ctx, ids.slice(1, 2), renderer)).toMatchObject({ waits: null })
      expect(await statesOf(ctx, ids)).toEqual(["sent", "sent", "sent", "sent"])
      expect(resend.sent.map(({ to }) => to)).toEqual(addressesOf(4))
      expect(new Set(resend.calls.map(({ key }) => key)).size).toBe(1)
    },
  )

  test("an address that the vendor refuses fails alone", async () => {
    const ctx = await openCtx()
    const ids = await write(ctx, ["a@example.org", "b@example.org", "nobody", "c@example.org", "d@example.org"])
    expect(await sendMails(ctx, ids, renderer)).toEqual({ settled: 5, waits: null, broken: [] })
    expect(await statesOf(ctx, ids)).toEqual(["sent", "sent", "failed", "sent", "sent"])
    expect(resend.sent.map(({ to }) => to)).toEqual(["a@example.org", "b@example.org", "c@example.org", "d@example.org"])
  })

  test("what cannot be rendered holds up no other", async () => {
    const ctx = await openCtx()
    const ids = await write(ctx, addressesOf(3))
    const sending = await sendMails(ctx, ids, async () => async (mail) => {
      if (mail.to === "together1@example.org") throw new Error("no words")
      return { subject: "Hello", html: "<p></p>", text: "", headers: {} }
    })
    expect(sending).toEqual({ settled: 2, waits: null, broken: [{ mailId: ids[1], error: new Error("no words") }] })
    expect(await statesOf(ctx, ids)).toEqual(["sent", "queued", "sent"])
  })

  test("a code to sign in with goes first and alone", async () => {
    const ctx = await openCtx()
    const others = await write(ctx, addressesOf(3))
    const code = await ctx.transaction((tx) =>
      tx.mail("sign-in-code", { sender: "JOINT", to: "code@example.org", language: "fr", props: { code: "123456", minutes: 10 } }),
    )
    await sendMails(ctx, [...others, code], renderer)
    expect(resend.calls.map(({ key, count }) => [key?.startsWith(`mail/${code}`), count])).toEqual([
      [true, 1],
      [false, 3],
    ])
  })

  test("more than a call takes go by several, and the first that has to wait keeps those behind it back", async () => {
    const ctx = await openCtx()
    const ids = await write(ctx, addressesOf(120))
    resend.fail("limited")
    expect(await sendMails(ctx, ids, renderer)).toMatchObject({ settled: 0, waits: "429 rate_limit_exceeded" })
    expect(resend.calls).toHaveLength(1)
    expect(await sendMails(ctx, ids, renderer)).toMatchObject({ settled: 120, waits: null })
    expect(new Set(resend.sent.map(({ to }) => to))).toEqual(new Set(addressesOf(120)))
    expect(resend.sent).toHaveLength(120)
  })

  test("two who send the same at once send it once", async () => {
    const ctx = await openCtx()
    const ids = await write(ctx, addressesOf(30))
    await Promise.all([sendMails(ctx, ids, renderer), sendMails(ctx, ids.slice(10), renderer)])
    await sendMails(ctx, ids, renderer)
    expect(resend.sent.map(({ to }) => to).toSorted()).toEqual(addressesOf(30).toSorted())
    expect(new Set(await statesOf(ctx, ids))).toEqual(new Set(["sent"]))
  })

  test("what was never answered within a day is sent no more", async () => {
    const ctx = await openCtx()
    const ids = await write(ctx, addressesOf(3))
    resend.fail("cut-after")
    await sendMails(ctx, ids, renderer)
    ctx.advance({ hours: 24 })
    expect(await sendMails(ctx, ids, renderer)).toMatchObject({ settled: 3, waits: null })
    expect(await statesOf(ctx, ids)).toEqual(["unknown", "unknown", "unknown"])
    expect(resend.sent).toHaveLength(3)
  })

  test("a code that had to wait goes before everything again", async () => {
    const ctx = await openCtx()
    const code = await ctx.transaction((tx) =>
      tx.mail("sign-in-code", { sender: "JOINT", to: "code@example.org", language: "fr", props: { code: "123456", minutes: 10 } }),
    )
    resend.fail("limited")
    await sendMails(ctx, [code], renderer)
    const others = await write(ctx, addressesOf(3))
    await sendMails(ctx, [...others, code], renderer)
    expect(resend.sent.map(({ to }) => to)).toEqual(["code@example.org", ...addressesOf(3)])
  })

  test("what holds up one sender holds up no other", async () => {
    const ctx = await openCtx()
    const writeFor = (sender: "AUI" | "UM6P", to: string) =>
      ctx.transaction((tx) => tx.mail("guardian-asked", { sender, to, language: "fr", props }))
    const ids = [await writeFor("AUI", "a1@example.org"), await writeFor("UM6P", "u1@example.org"), await writeFor("AUI", "a2@example.org")]
    resend.fail("limited")
    expect(await sendMails(ctx, ids, renderer)).toMatchObject({ settled: 1, waits: "429 rate_limit_exceeded" })
    expect(await statesOf(ctx, ids)).toEqual(["queued", "sent", "queued"])
    expect(await sendMails(ctx, ids, renderer)).toMatchObject({ settled: 2, waits: null })
  })

  test("where something else went under the key of a batch, nobody will know of it, and it holds up nothing", async () => {
    const ctx = await openCtx()
    const ids = await write(ctx, addressesOf(2))
    resend.fail("cut-after")
    await sendMails(ctx, ids, renderer)
    // Another installation of the same vendor's account, or somebody's hand.
    await ctx.db.mail.updateMany({ where: { id: ids[0] ?? "" }, data: { subject: "Something else" } })
    expect(await sendMails(ctx, ids, renderer)).toMatchObject({ settled: 2, waits: null })
    expect(await statesOf(ctx, ids)).toEqual(["unknown", "unknown"])
  })

  test("a reminder that has not been tried is taken back, and one that may have gone stays what it was", async () => {
    const ctx = await openCtx()
    const rsvpId = ctx.id()
    const reminder = {
      event: "Open day",
      startsAt: "2026-12-01T10:00:00.000Z",
    }
    const remind = (to: string) =>
      ctx.db.mail.create({
        data: {
          id: ctx.id(),
          kind: "event-reminder",
          sender: "JOINT",
          to,
          language: "fr",
          props: reminder,
          thing: "rsvp",
          thingId: rsvpId,
          sendAfter: ctx.now(),
          createdAt: ctx.now(),
        },
      })
    const tried = [await remind("tried0@example.org"), await remind("tried1@example.org")].map(({ id }) => id)
    resend.fail("cut-after")
    await sendMails(ctx, tried, renderer)
    const { id: waiting } = await remind("waiting@example.org")
    await ctx.transaction((tx) => dropWaitingMails(tx, [rsvpId]))
    expect(await statesOf(ctx, [...tried, waiting])).toEqual(["queued", "queued", "cancelled"])
    await sendMails(ctx, [...tried, waiting], renderer)
    expect(resend.sent.map(({ to }) => to)).toEqual(["tried0@example.org", "tried1@example.org"])
  })

  test("a reminder that surely did not leave is taken back, and what was to go with it goes without it", async () => {
    const ctx = await openCtx()
    const rsvpId = ctx.id()
    const ids = await write(ctx, addressesOf(3))
    await ctx.db.mail.updateMany({ where: { id: ids[1] ?? "" }, data: { kind: "event-reminder", thing: "rsvp", thingId: rsvpId } })
    resend.fail("limited")
    await sendMails(ctx, ids, renderer)
    await ctx.transaction((tx) => dropWaitingMails(tx, [rsvpId]))
    expect(await sendMails(ctx, ids, renderer)).toMatchObject({ settled: 2, waits: null })
    expect(await statesOf(ctx, ids)).toEqual(["sent", "cancelled", "sent"])
    expect(resend.sent.map(({ to }) => to)).toEqual(["together0@example.org", "together2@example.org"])
  })
})
