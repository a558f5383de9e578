import { expect, test } from "vitest"
import { theSystem } from "#app/testing/builders.ts"
import { testCtx } from "#app/testing/test-ctx.ts"
import { makeFirstAdmin } from "./make-first-admin.server.ts"
import { requestSignInCode } from "./request-sign-in-code.server.ts"

test("the first administrator is let in from the machine itself, once", async () => {
  const ctx = await testCtx()
  const zineb = { email: "Zineb@Rihla.example", givenName: "Zineb", familyName: "Alaoui" }
  expect((await makeFirstAdmin(ctx, zineb)).refused?.code).toBe("not-allowed")
  expect((await makeFirstAdmin(theSystem(ctx), { ...zineb, givenName: " " })).refused?.code).toBe("field.required")
  expect((await makeFirstAdmin(theSystem(ctx), { ...zineb, email: "zineb@" })).refused?.code).toBe("field.email")

  expect((await makeFirstAdmin(theSystem(ctx), zineb)).refused).toBeUndefined()
  await requestSignInCode(ctx, { email: "zineb@rihla.example", audience: "staff" })
  expect(await ctx.mailsTo("zineb@rihla.example")).toEqual(["sign-in-code"])

  const second = await makeFirstAdmin(theSystem(ctx), { ...zineb, email: "other@rihla.example" })
  expect(second.refused?.code).toBe("people.admin-exists")
})
