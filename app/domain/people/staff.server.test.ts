import { beforeEach, describe, expect, it } from "vitest"
import { aStaff, must } from "#app/testing/builders.ts"
import { testCtx, type TestCtx } from "#app/testing/test-ctx.ts"
import { addStaff } from "./add-staff.server.ts"
import { deactivateStaff } from "./deactivate-staff.server.ts"
import { reactivateStaff } from "./reactivate-staff.server.ts"
import { requestSignInCode } from "./request-sign-in-code.server.ts"
import { setLanguage } from "./set-language.server.ts"
import { signInWithCode } from "./sign-in-with-code.server.ts"

let ctx: TestCtx
let admin: Awaited<ReturnType<typeof aStaff>>
let number = 0

beforeEach(async () => {
  ctx = await testCtx()
  admin = await aStaff(ctx, "admin")
})

const someone = () => ({
  givenName: "Meryem",
  familyName: "Alaoui",
  email: `meryem.${number++}@aui.example`,
  role: "officer" as const,
  university: "AUI" as const,
  language: "fr" as const,
})

async function codeFor(email: string): Promise<string | null> {
  return must(await requestSignInCode(ctx.as({ kind: "anonymous" }), { email, audience: "staff" })).code
}

async function signIn(email: string) {
  return signInWithCode(ctx.as({ kind: "anonymous" }), { email, code: (await codeFor(email)) ?? "000000", audience: "staff" })
}

describe("who works at a desk", () => {
  it("is the admin's to say", async () => {
    const input = someone()
    for (const role of ["outreach", "officer", "reviewer", "head", "campaigns", "director"] as const) {
      const colleague = await aStaff(ctx, role, "AUI")
      expect((await addStaff(colleague, input)).refused?.code).toBe("not-allowed")
      expect((await deactivateStaff(colleague, { staffId: ctx.id() })).refused?.code).toBe("not-allowed")
      expect((await reactivateStaff(colleague, { staffId: ctx.id() })).refused?.code).toBe("not-allowed")
    }
    expect((await addStaff(ctx.as({ kind: "anonymous" }), input)).refused?.code).toBe("not-allowed")
  })

  it("signs in with a code as soon as they are added, and has one role at most", async () => {
    const input = someone()
    const { staffId } = must(await addStaff(admin, input))
    expect(await ctx.events(staffId)).toEqual(["staff.added"])
    must(await signIn(input.email))
    expect((await addStaff(admin, { ...input, role: "head" })).refused).toMatchObject({ code: "people.staff-exists" })
  })

  it("has a university, unless the admin", async () => {
    expect((await addStaff(admin, { ...someone(), university: null })).refused?.code).toBe("people.staff-university")
    expect((await addStaff(admin, { ...someone(), email: "no address" })).refused?.code).toBe("field.email")
    const { staffId } = must(await addStaff(admin, { ...someone(), role: "admin" }))
    expect(await ctx.db.staff.findUnique({ where: { id: staffId }, select: { university: true } })).toEqual({ university: null })
  })

  it("is signed out at once when the role ends, and comes back when it is given back", async () => {
    const input = someone()
    const { staffId } = must(await addStaff(admin, input))
    const { personId } = must(await signIn(input.email))
    must(await deactivateStaff(admin, { staffId }))
    expect(await ctx.db.session.count({ where: { personId, audience: "staff", revokedAt: null } })).toBe(0)
    ctx.advance({ hours: 2 })
    expect((await signIn(input.email)).refused).toBeDefined()
    expect((await deactivateStaff(admin, { staffId })).refused?.code).toBe("changed-meanwhile")

    must(await reactivateStaff(admin, { staffId }))
    expect((await reactivateStaff(admin, { staffId })).refused?.code).toBe("changed-meanwhile")
    ctx.advance({ hours: 2 })
    must(await signIn(input.email))
    expect(await ctx.events(staffId)).toEqual(["staff.added", "staff.deactivated", "staff.reactivated"])
  })

  it("does not get an ended role back beside another one", async () => {
    const input = someone()
    const { staffId } = must(await addStaff(admin, input))
    must(await deactivateStaff(admin, { staffId }))
    must(await addStaff(admin, { ...input, role: "head" }))
    expect((await reactivateStaff(admin, { staffId })).refused?.code).toBe("people.staff-exists")
  })

  it("does not end their own role, nor one that is not there", async () => {
    const own = await ctx.db.staff.findFirstOrThrow({ where: { personId: admin.actor.personId }, select: { id: true } })
    expect((await deactivateStaff(admin, { staffId: own.id })).refused?.code).toBe("people.own-staff")
    expect((await deactivateStaff(admin, { staffId: ctx.id() })).refused?.code).toBe("not-found")
    expect((await reactivateStaff(admin, { staffId: ctx.id() })).refused?.code).toBe("not-found")
  })
})

describe("the language of the desk", () => {
  it("is one's own to choose, and noted once", async () => {
    const officer = await aStaff(ctx, "officer")
    const { personId } = officer.actor
    must(await setLanguage(officer, { language: "ar" }))
    must(await setLanguage(officer, { language: "ar" }))
    expect(await ctx.db.person.findUnique({ where: { id: personId }, select: { language: true } })).toEqual({ language: "ar" })
    expect(await ctx.events(personId)).toEqual(["person.language-set"])
    expect((await setLanguage(ctx.as({ kind: "anonymous" }), { language: "fr" })).refused?.code).toBe("not-allowed")
  })
})
