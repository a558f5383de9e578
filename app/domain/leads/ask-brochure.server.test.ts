import { beforeEach, expect, it } from "vitest"
import { anIntake, must } from "#app/testing/builders.ts"
import { testCtx, type TestCtx } from "#app/testing/test-ctx.ts"
import { askBrochure } from "./ask-brochure.server.ts"

let ctx: TestCtx
let number = 0
beforeEach(async () => {
  ctx = await testCtx({ language: "fr" })
})

const asked = (email: string, message = "") => ({
  givenName: "Awa",
  familyName: "Diop",
  email,
  phone: "",
  country: "SN",
  birthYear: null,
  level: null,
  fields: [],
  message,
  consents: [],
})

it("who asks for a brochure is mailed its link in their language, and is a lead of whose programme it is", async () => {
  const { slug } = await anIntake(ctx, { owner: "UM6P" })
  const email = `brochure.${++number}@example.org`
  const { reference } = must(await askBrochure(ctx, { slug, enquiry: asked(email) }))
  const enquiry = await ctx.db.enquiry.findUniqueOrThrow({ where: { reference } })
  expect(enquiry).toMatchObject({ kind: "brochure", universities: ["UM6P"], language: "fr" })
  expect(await ctx.mailsTo(email)).toEqual(["brochure-sent"])
  const mail = await ctx.db.mail.findFirstOrThrow({ where: { to: email } })
  expect(mail.props).toMatchObject({ brochure: `http://127.0.0.1:3000/fr/programmes/${slug}/brochure`, reference })
  // Nothing waits for an officer: the brochure was all they asked for.
  expect(await ctx.db.lead.findFirst({ where: { personId: enquiry.personId } })).toMatchObject({ university: "UM6P", answerDueAt: null })
})

it("nobody's mailbox is filled by who types its address: one mail of each brochure an hour", async () => {
  const [one, other] = [await anIntake(ctx), await anIntake(ctx)]
  const email = `brochure.${++number}@example.org`
  for (const message of ["once", "twice", "three times"]) must(await askBrochure(ctx, { slug: one.slug, enquiry: asked(email, message) }))
  must(await askBrochure(ctx, { slug: other.slug, enquiry: asked(email) }))
  expect(await ctx.mailsTo(email)).toEqual(["brochure-sent", "brochure-sent"])
  ctx.advance({ hours: 1, minutes: 1 })
  must(await askBrochure(ctx, { slug: one.slug, enquiry: asked(email, "again") }))
  expect(await ctx.mailsTo(email)).toHaveLength(3)
})

it("a brochure is mailed: it needs an address, and a programme that is there", async () => {
  const { slug } = await anIntake(ctx)
  expect((await askBrochure(ctx, { slug, enquiry: asked(" ") })).refused).toMatchObject({ code: "field.required", field: "email" })
  expect((await askBrochure(ctx, { slug: "no-such-programme", enquiry: asked("a@example.org") })).refused?.code).toBe("not-found")
})
