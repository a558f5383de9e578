import { expect, test } from "vitest"
import { jobs } from "#app/jobs/jobs.ts"
import { schedule } from "#app/jobs/schedule.ts"
import { must } from "#app/testing/builders.ts"
import { testCtx } from "#app/testing/test-ctx.ts"
import { openLog } from "#app/platform/log.server.ts"
import { requestSignInCode } from "./request-sign-in-code.server.ts"
import { signInWithCode } from "./sign-in-with-code.server.ts"

test("codes and ended sessions are gone after two days; what still counts stays", async () => {
  const ctx = await testCtx()
  const signIn = async (email: string) => {
    const { code } = must(await requestSignInCode(ctx, { email, audience: "candidate" }))
    return must(await signInWithCode(ctx, { email, code: code ?? "", audience: "candidate" }))
  }
  const [stays, left] = [await signIn("stays@example.org"), await signIn("left@example.org")]
  await ctx.db.session.updateMany({ where: { personId: left.personId }, data: { revokedAt: ctx.now() } })
  const sweep = async () => {
    await jobs["sign-in.sweep"]?.run(ctx, null, openLog("silent"))
    return [await ctx.db.signInCode.count(), await ctx.db.session.count()]
  }

  ctx.advance({ hours: 47 })
  expect(await sweep()).toEqual([2, 2])
  await signIn("new@example.org")
  ctx.advance({ hours: 2 })
  expect(await sweep()).toEqual([1, 2])
  expect(await ctx.db.session.count({ where: { personId: stays.personId } })).toBe(1)
  // Thirty days without use end a session; two days later its row is gone.
  ctx.advance({ days: 30 })
  expect(await sweep()).toEqual([0, 1])
  ctx.advance({ days: 2 })
  expect(await sweep()).toEqual([0, 0])
  expect(schedule["sign-in.sweep"]).toBeDefined()
})
