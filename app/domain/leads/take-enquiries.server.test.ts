import { setTimeout } from "node:timers/promises"
import { beforeAll, expect, it } from "vitest"
import { readEmail } from "#app/domain/people/contact.server.ts"
import { lockContacts } from "#app/domain/people/lock-contacts.server.ts"
import { aStaff, must } from "#app/testing/builders.ts"
import { testCtx, type TestCtx } from "#app/testing/test-ctx.ts"
import { isConcurrent } from "#app/testing/test-database.ts"
import { closeLead } from "./close-lead.server.ts"
import { type Asked, takeEnquiries } from "./take-enquiries.server.ts"

let ctx: TestCtx
beforeAll(async () => {
  ctx = await testCtx()
  ctx.setNow("2026-11-27T12:00:00Z")
})

function asked(email: string, more: Partial<Asked> = {}): Asked {
  const id = ctx.id()
  return {
    id,
    kind: "form",
    language: "fr",
    universities: ["AUI"],
    givenName: "Awa",
    familyName: "Diop",
    email: readEmail(email),
    country: "SN",
    programmeId: null,
    level: null,
    fields: [],
    message: "",
    eligibility: "",
    utm: {},
    referrer: "",
    codeId: null,
    source: "direct",
    dues: new Map(),
    consents: [],
    fingerprint: id,
    idempotencyKey: null,
    ...more,
  }
}

function take(all: readonly Asked[], taking: Parameters<typeof takeEnquiries>[3] = {}) {
  return ctx.transaction(async (tx) => {
    await lockContacts(
      tx,
      all.flatMap(({ email }) => email?.value ?? []),
    )
    return takeEnquiries(ctx, tx, all, taking)
  })
}

it("several enquiries of one person taken at once come to what they come to one after the other", async () => {
  const told = async (personId: string) => ({
    leads: await ctx.db.lead.findMany({
      where: { personId },
      orderBy: { university: "asc" },
      select: { university: true, firstSource: true, lastSource: true, level: true, fields: true, answerDueAt: true },
    }),
    consents: await ctx.db.consent.findMany({
      where: { personId },
      orderBy: { university: "asc" },
      select: { university: true, textShown: true, source: true },
    }),
    enquiries: await ctx.db.enquiry.findMany({
      where: { personId },
      orderBy: { id: "asc" },
      select: { universities: true, message: true, utm: true, referrer: true, eligibility: true },
    }),
  })
  const due = (hour: number) => new Map([["AUI", new Date(Date.UTC(2026, 10, 28, hour))] as const])
  const agreed = (address: string, university: "AUI" | "UM6P", textShown: string) => ({
    address,
    grants: [{ university, purpose: "news" } as const],
    textShown,
    language: "fr" as const,
    source: "enquiry",
  })
  const three = (email: string) => [
    asked(email, { level: "master", fields: ["computing"], source: "utm:a", dues: due(15), consents: [agreed(email, "AUI", "First")] }),
    asked(email, { universities: ["UM6P"], message: "Second", eligibility: "1.abc", source: "code:X", utm: { source: "b" } }),
    asked(email, {
      universities: ["UM6P", "AUI"],
      source: "site:example.org",
      referrer: "example.org",
      dues: due(9),
      consents: [agreed(email, "AUI", "Third"), agreed(email, "UM6P", "Third")],
    }),
  ]
  const [first, ...later] = await take(three("at.once@example.org"))
  const oneByOne = []
  for (const one of three("one.by.one@example.org")) oneByOne.push(...(await take([one])))
  expect(later.map(({ personId, isNew }) => [personId, isNew])).toEqual([
    [first?.personId, false],
    [first?.personId, false],
  ])
  const together = await told(first?.personId ?? "")
  expect(together).toEqual(await told(oneByOne[0]?.personId ?? ""))
  expect(together.leads).toEqual([
    {
      university: "AUI",
      firstSource: "utm:a",
      lastSource: "site:example.org",
      level: "master",
      fields: ["computing"],
      answerDueAt: new Date("2026-11-28T09:00:00Z"),
    },
    { university: "UM6P", firstSource: "code:X", lastSource: "site:example.org", level: null, fields: [], answerDueAt: null },
  ])
  expect(together.consents.map(({ textShown }) => textShown)).toEqual(["First", "Third"])
})

it("many who ask again wait for whoever holds some of their leads, and hold up none of the others meanwhile", async () => {
  if (!isConcurrent()) return
  const emails = Array.from({ length: 8 }, (_, place) => `ring.${place}@example.org`)
  const before = await take(emails.map((email) => asked(email)))
  const leads = await ctx.db.lead.findMany({
    where: { personId: { in: before.map(({ personId }) => personId) } },
    orderBy: { id: "asc" },
    select: { id: true, personId: true },
  })
  const emailOf = new Map(before.map(({ personId, known }) => [personId, known.email?.typed ?? ""]))
  // The last lead is first on the list, behind one who is new.
  const again = ["ring.new@example.org", ...leads.toReversed().map(({ personId }) => emailOf.get(personId) ?? "")]
  const taking = await ctx.transaction(async (tx) => {
    const hold = (id = "") => tx.db.$queryRaw`select 1 from lead where id = ${id}::uuid for no key update`
    await hold(leads[0]?.id)
    const begun = Promise.allSettled([take(again.map((email) => asked(email, { message: "Once more" })))])
    await setTimeout(500)
    for (const { id } of leads.slice(1)) await hold(id)
    return { begun }
  })
  expect((await taking.begun).map(({ status }) => status)).toEqual(["fulfilled"])
  expect(await ctx.db.enquiry.count({ where: { message: "Once more" } })).toBe(9)
})

it("each is told of as its own, by who handed it in; leads that were closed stand open again and say so", async () => {
  const officer = await aStaff(ctx, "officer", "AUI")
  const emails = ["closed.a@example.org", "closed.b@example.org"]
  const before = await take(emails.map((email) => asked(email)))
  const leads = await ctx.db.lead.findMany({ where: { personId: { in: before.map(({ personId }) => personId) } } })
  for (const { id } of leads) must(await closeLead(officer, { leadId: id, from: "new", reason: "no-answer" }))
  const byId = officer.actor.kind === "staff" ? officer.actor.personId : ""
  const met: unknown[] = []
  const taken = await take(
    emails.map((email) => asked(email, { kind: "import" })),
    { by: { actorKind: "staff", actorId: byId }, beforeWriting: async (knownIds) => void met.push(...knownIds) },
  )
  expect(met).toEqual(before.map(({ personId }) => personId))
  const events = await ctx.db.event.findMany({
    where: { thingId: { in: taken.map(({ known }) => known.id) } },
    select: { type: true, thing: true, thingId: true, university: true, actorKind: true, actorId: true, facts: true },
  })
  expect(events.sort((a, b) => a.thingId.localeCompare(b.thingId))).toEqual(
    taken.map(({ known, personId }) => ({
      type: "enquiry.made",
      thing: "enquiry",
      thingId: known.id,
      university: null,
      actorKind: "staff",
      actorId: byId,
      facts: { personId, universities: ["AUI"], kind: "import" },
    })),
  )
  for (const { id } of leads) expect(await ctx.events(id)).toEqual(["lead.closed", "lead.reopened"])
})
