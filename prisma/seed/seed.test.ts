import { tmpdir } from "node:os"
import { expect, test } from "vitest"
import { applicationEdges } from "#app/domain/applications/application-states.ts"
import { countries } from "#app/domain/catalogue/countries.ts"
import { firstRules } from "#app/domain/eligibility/first-rules.ts"
import { testDatabase } from "#app/testing/test-database.ts"
import { openStorage } from "#app/platform/storage.server.ts"
import { testSettings } from "#app/testing/test-ctx.ts"
import { shownStates } from "./applications.ts"
import { seedDemonstration } from "./seed.ts"

test(
  "the demonstration shows 54 countries, both universities, 400 people and 60 applications in every state",
  { timeout: 300_000 },
  async () => {
    const database = await testDatabase()
    const later: string[] = []
    await seedDemonstration({
      database,
      settings: testSettings,
      storage: openStorage(tmpdir()),
      today: new Date("2026-11-23T12:00:00Z"),
      enqueue: async (_tx, job) => {
        later.push(job)
      },
    })
    const { prisma } = database
    const askers = await prisma.enquiry.groupBy({ by: ["country"] })
    expect(askers.map((row) => row.country).sort()).toEqual(countries.map((country) => country.code).sort())
    // Beside the 400, what people who may be one asked.
    expect(await prisma.enquiry.count({ where: { kind: "form" } })).toBe(405)
    expect(await prisma.rsvp.count()).toBe(await prisma.enquiry.count({ where: { kind: "event" } }))
    const events = await prisma.publicEvent.findMany({ select: { standing: true, isSample: true } })
    expect(events.map(({ standing }) => standing)).toEqual(Array.from({ length: 5 }, () => "published"))
    expect(await prisma.catalogueVersion.count({ where: { kind: "event", state: "draft" } })).toBe(1)
    // Every first rule is in force; beside one of them a draft waits for the head.
    const rules = await prisma.eligibilityRule.groupBy({ by: ["state"], _count: true })
    expect(rules.map(({ state, _count }) => [state, _count])).toEqual(
      expect.arrayContaining([
        ["published", firstRules.length],
        ["draft", 1],
      ]),
    )
    expect(events.every(({ isSample }) => isSample)).toBe(true)
    const notes = await prisma.rsvp.groupBy({ by: ["kind", "attendance"], where: { attendance: { not: null } } })
    expect(notes.map(({ kind, attendance }) => `${kind} ${attendance}`).sort()).toEqual([
      "registered came",
      "registered missed",
      "walk_in came",
    ])
    expect(await prisma.application.count()).toBe(60)
    const states = await prisma.choice.groupBy({ by: ["state"] })
    expect(states.map((row) => row.state).sort()).toEqual([...shownStates].sort())
    // What either desk works on is there for both to see.
    for (const university of ["AUI", "UM6P"] as const) {
      const atDesk = await prisma.choice.groupBy({ by: ["state"], where: { university } })
      expect(atDesk.map((row) => row.state).sort()).toEqual(shownStates.filter((state) => state !== "listed").sort())
    }
    const lives = await prisma.application.groupBy({ by: ["state"] })
    expect(lives.map((row) => row.state).sort()).toEqual(Object.keys(applicationEdges).sort())
    const placed = await prisma.choice.groupBy({ by: ["university"], where: { university: { not: null } } })
    expect(placed.map((row) => row.university).sort()).toEqual(["AUI", "UM6P"])
    expect(await prisma.programme.count()).toBeGreaterThanOrEqual(14)
    expect(await prisma.scheme.count()).toBeGreaterThanOrEqual(6)
    const fees = await prisma.payment.groupBy({ by: ["state"] })
    expect(fees.map((row) => row.state).sort()).toEqual(["due", "waived", "waiver_asked"])
    const campaigns = await prisma.campaign.findMany({ select: { owner: true, state: true }, orderBy: { createdAt: "asc" } })
    expect(campaigns.map(({ owner, state }) => `${owner} ${state}`)).toEqual(["AUI sent", "UM6P sent", "JOINT draft"])
    // Every mail to a person leads to what they may be sent, without a sign-in; a guardian's and staff's lead elsewhere.
    const sent = await prisma.mail.findMany({ select: { kind: true, to: true, html: true, text: true } })
    const addresses = await prisma.contact.findMany({
      where: { kind: "email", person: { staff: { none: {} } } },
      select: { typed: true },
    })
    const people = new Set(addresses.map(({ typed }) => typed))
    const without = sent.filter(
      ({ to, html, text }) => people.has(to) && !(html?.includes("/preferences/") && text?.includes("/preferences/")),
    )
    expect(without.map(({ kind, to }) => `${kind} ${to}`)).toEqual([])
    expect(new Set(sent.filter(({ to }) => people.has(to)).map(({ kind }) => kind)).size).toBeGreaterThan(10)
    expect(await prisma.mail.count({ where: { state: { in: ["queued", "sent", "failed", "unknown"] } } })).toBe(0)
    for (const kind of [
      "offer-made",
      "choice-refused",
      "offer-accepted",
      "choice-waitlisted",
      "interview-set",
      "info-requested",
      "place-deferred",
    ])
      expect(await prisma.mail.count({ where: { kind, state: "held" } })).toBeGreaterThan(0)
    expect(await prisma.intake.count({ where: { isSample: false } })).toBe(0)
  },
)
