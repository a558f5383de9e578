import { expect, test } from "vitest"
import type { Mailer } from "#app/platform/mailer.server.ts"
import { noPace } from "#app/platform/pace.server.ts"
import { testCtx } from "#app/testing/test-ctx.ts"
import { MailLater, sendMail } from "./send-mail.server.ts"

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
  await expect(sendMail(ctx, id, never)).rejects.toThrow(MailLater)
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
  await Promise.allSettled([sendMail(ctx, id, render), sendMail(ctx, id, render)])
  await sendMail(ctx, id, render).catch(() => {})
  await sendMail(ctx, id, render).catch(() => {})
  expect(tried.length).toBeGreaterThanOrEqual(3)
  expect(new Set(tried).size).toBe(1)
  expect((await ctx.db.mail.findUniqueOrThrow({ where: { id } })).state).toBe("sent")
})
