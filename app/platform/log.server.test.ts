import { expect, test } from "vitest"
import { testCtx } from "#app/testing/test-ctx.ts"
import { describeError, openLog, pathForLog } from "./log.server.ts"

test("an error is logged by its kind and place, never by its message", () => {
  const error = Object.assign(new TypeError("awa.diop@example.org is not well"), { code: "P2002", meta: { value: "+221 77 123 45 67" } })
  const said = JSON.stringify(describeError(error))
  expect(said).not.toContain("awa.diop")
  expect(said).not.toContain("221")
  expect(describeError(error)).toMatchObject({ kind: "TypeError", code: "P2002" })
  expect(said).toContain("log.server.test.ts")
})

test("what the database quotes of a row does not reach the log", async () => {
  const ctx = await testCtx()
  const row = { id: ctx.id(), email: "awa.diop@example.org", reason: "bounced", createdAt: ctx.now() }
  await ctx.db.suppression.create({ data: row })
  const error: unknown = await ctx.db.suppression.create({ data: { ...row, id: ctx.id() } }).then(
    () => null,
    (problem: unknown) => problem,
  )
  expect(error).toBeInstanceOf(Error)
  expect(JSON.stringify(describeError(error))).not.toContain("awa.diop")
})

test("the log's own serializer does the same under the key `error`", () => {
  const lines: string[] = []
  const log = openLog("info", { write: (line) => void lines.push(line) })
  log.error({ error: new Error("awa.diop@example.org") }, "job.failed")
  expect(lines.join("")).not.toContain("awa.diop")
  const line: unknown = JSON.parse(lines.join(""))
  expect(line).toMatchObject({ msg: "job.failed", error: { kind: "Error" } })
  expect(line).toHaveProperty("error.stack[0]", expect.stringContaining("log.server.test.ts"))
})

test("the secret in a link of a mail is not logged, an id is", () => {
  expect(pathForLog("/fr/confirm/eyJhbGciOiJIUzI1NiJ9abcdefghijkl.0123456789")).toBe("/fr/confirm/…")
  expect(pathForLog("/desk/choices/01938f00-0000-7000-8000-000000000001")).toBe("/desk/choices/01938f00-0000-7000-8000-000000000001")
})
