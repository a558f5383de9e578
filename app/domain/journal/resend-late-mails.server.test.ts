import { expect, test } from "vitest"
import { jobs } from "#app/jobs/jobs.ts"
import { schedule } from "#app/jobs/schedule.ts"
import { openLog } from "#app/platform/log.server.ts"
import type { Mailer } from "#app/platform/mailer.server.ts"
import { noPace } from "#app/platform/pace.server.ts"
import { testCtx, type TestCtx } from "#app/testing/test-ctx.ts"

/** A vendor that is away until it is back. */
function vendor() {
  const state = { isAway: true, sent: [] as string[] }
  const mailer: Mailer = {
    async sendBatch([message], key) {
      if (state.isAway || message === undefined) return { outcome: "unknown", problem: "away", pace: noPace }
      state.sent.push(`${message.to} ${key}`)
      return { outcome: "sent", ids: [key], pace: noPace }
    },
  }
  return { state, mailer }
}

const write = (ctx: TestCtx, to: string) =>
  ctx.transaction((tx) =>
    tx.mail("guardian-asked", {
      sender: "JOINT",
      to,
      language: "fr",
      props: { candidate: "Awa Diop", page: "https://rihla.example/fr/guardian/x" },
    }),
  )

test("a mail whose job has given up while the vendor was away leaves when the vendor is back, once", async () => {
  const { state, mailer } = vendor()
  const ctx = await testCtx({ outside: { mailer } })
  const round = () => jobs["mail.late"]?.run(ctx, null, openLog("silent"))
  const id = await write(ctx, "late@example.org")
  await expect(ctx.runJobs()).rejects.toThrow("away")
  const stateOf = async () => (await ctx.db.mail.findUniqueOrThrow({ where: { id } })).state

  state.isAway = false
  ctx.advance({ minutes: 10 })
  await round()
  expect(await stateOf()).toBe("queued")

  state.isAway = true
  ctx.advance({ minutes: 10 })
  await round()
  expect(await stateOf()).toBe("queued")

  state.isAway = false
  await round()
  await round()
  expect(await stateOf()).toBe("sent")
  expect(state.sent).toEqual([`late@example.org mail/${id}`])
  expect(schedule["mail.late"]).toBeDefined()
})

test("a code that could not leave in time leaves no more", async () => {
  const { state, mailer } = vendor()
  state.isAway = false
  const ctx = await testCtx({ outside: { mailer } })
  const id = await ctx.transaction((tx) =>
    tx.mail("sign-in-code", { sender: "JOINT", to: "code@example.org", language: "fr", props: { code: "123456", minutes: 10 } }),
  )
  ctx.advance({ minutes: 20 })
  await jobs["mail.late"]?.run(ctx, null, openLog("silent"))
  expect((await ctx.db.mail.findUniqueOrThrow({ where: { id } })).state).toBe("failed")
  expect(state.sent).toEqual([])
})

test("what the vendor surely did not take waits beyond a day; what it may have taken is never sent again", async () => {
  const answers = { outcome: "shut" as "shut" | "unknown" | "sent" }
  const mailer: Mailer = {
    async sendBatch() {
      if (answers.outcome === "sent") return { outcome: "sent", ids: [], pace: noPace }
      return { outcome: answers.outcome, problem: "monthly quota", pace: noPace }
    },
  }
  const ctx = await testCtx({ outside: { mailer } })
  const round = () => jobs["mail.late"]?.run(ctx, null, openLog("silent"))
  const stateOf = async (id: string) => (await ctx.db.mail.findUniqueOrThrow({ where: { id } })).state
  const shut = await write(ctx, "shut@example.org")
  await expect(ctx.runJobs()).rejects.toThrow("monthly quota")
  ctx.advance({ days: 3 })
  answers.outcome = "sent"
  await round()
  expect(await stateOf(shut)).toBe("sent")

  const unknown = await write(ctx, "unknown@example.org")
  answers.outcome = "unknown"
  await expect(ctx.runJobs()).rejects.toThrow("monthly quota")
  ctx.advance({ days: 3 })
  answers.outcome = "sent"
  await round()
  expect(await stateOf(unknown)).toBe("unknown")
})

test("a mail that cannot be written holds up no other", async () => {
  const { state, mailer } = vendor()
  state.isAway = false
  const ctx = await testCtx({ outside: { mailer } })
  const broken = await write(ctx, "broken@example.org")
  await ctx.db.mail.update({ where: { id: broken }, data: { kind: "no-such-kind" } })
  const good = await write(ctx, "good@example.org")
  ctx.advance({ minutes: 20 })
  await jobs["mail.late"]?.run(ctx, null, openLog("silent"))
  expect((await ctx.db.mail.findUniqueOrThrow({ where: { id: good } })).state).toBe("sent")
  expect((await ctx.db.mail.findUniqueOrThrow({ where: { id: broken } })).state).toBe("queued")
})
