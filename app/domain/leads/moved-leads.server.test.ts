import { beforeAll, expect, test } from "vitest"
import { aStaff, must } from "#app/testing/builders.ts"
import { testCtx, type TestCtx } from "#app/testing/test-ctx.ts"
import { makeEnquiry } from "./make-enquiry.server.ts"
import { movedLeads } from "./moved-leads.server.ts"
import { moveLead } from "./move-lead.server.ts"

let ctx: TestCtx

beforeAll(async () => {
  ctx = await testCtx()
})

async function enquire(name: string) {
  must(
    await makeEnquiry(ctx, {
      givenName: name,
      familyName: "Mbaye",
      email: `${name}@example.org`.toLowerCase(),
      phone: "",
      country: "SN",
      birthYear: 2000,
      level: "master",
      fields: [],
      message: "",
      consents: [],
    }),
  )
  const leads = await ctx.db.lead.findMany({ where: { person: { contacts: { some: { value: `${name}@example.org`.toLowerCase() } } } } })
  const of = (university: "AUI" | "UM6P") => leads.find((lead) => lead.university === university)?.id ?? ""
  return { AUI: of("AUI"), UM6P: of("UM6P") }
}

test("what has happened to a university's leads since a page was made is found: by the lead, its person, or what they ask", async () => {
  const officer = await aStaff(ctx, "officer", "AUI")
  const before = await enquire("Before")
  ctx.advance({ minutes: 5 })
  const since = ctx.now()
  expect(await movedLeads(ctx, { university: "AUI", since })).toEqual([])

  const come = await enquire("Come")
  expect(await movedLeads(ctx, { university: "AUI", since })).toEqual([come.AUI])
  expect(await movedLeads(ctx, { university: "UM6P", since })).toEqual([come.UM6P])

  must(await moveLead(officer, { leadId: before.AUI, from: "new", to: "contacted" }))
  expect((await movedLeads(ctx, { university: "AUI", since }))?.toSorted()).toEqual([before.AUI, come.AUI].toSorted())
  expect(await movedLeads(ctx, { university: "UM6P", since })).toEqual([come.UM6P])
})

test("of a page that is half a day old, or when more moved than a page shows, it is said that much has", async () => {
  const since = ctx.now()
  ctx.advance({ hours: 13 })
  expect(await movedLeads(ctx, { university: "AUI", since })).toBeNull()
  const read = ctx.now()
  for (let number = 0; number < 61; number++) await enquire(`Many${String.fromCodePoint(97 + Math.floor(number / 26), 97 + (number % 26))}`)
  expect(await movedLeads(ctx, { university: "AUI", since: read })).toBeNull()
})
