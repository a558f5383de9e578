import fc from "fast-check"
import { beforeEach, describe, expect, it } from "vitest"
import { noteAttendance } from "#app/domain/events/note-attendance.server.ts"
import { makeRsvp } from "#app/domain/events/make-rsvp.server.ts"
import { countries } from "#app/domain/catalogue/countries.ts"
import { saveAbout } from "#app/domain/applications/save-about.server.ts"
import { startApplication } from "#app/domain/applications/start-application.server.ts"
import { archiveThing } from "#app/domain/editing/archive-thing.server.ts"
import type { ProgrammeContent } from "#app/domain/editing/programme-content.ts"
import { publishVersion } from "#app/domain/editing/publish-version.server.ts"
import { reviewVersion } from "#app/domain/editing/review-version.server.ts"
import { saveDraft } from "#app/domain/editing/save-draft.server.ts"
import { publishRule } from "#app/domain/editing/publish-rule.server.ts"
import { reviewRule } from "#app/domain/editing/review-rule.server.ts"
import { saveRule } from "#app/domain/editing/save-rule.server.ts"
import { loadFit } from "#app/domain/eligibility/credential-fit.server.ts"
import { writeAnswers } from "#app/domain/eligibility/share-code.ts"
import { writeFirstRules } from "#app/domain/eligibility/write-first-rules.server.ts"
import { type EnquiryInput, makeEnquiry } from "#app/domain/leads/make-enquiry.server.ts"
import { recordContact } from "#app/domain/leads/record-contact.server.ts"
import { undoLeadMove } from "#app/domain/leads/undo-lead-move.server.ts"
import { confirmLink, proveAddress } from "#app/domain/people/prove-address.server.ts"
import type { University } from "#app/platform/prisma-client/enums.ts"
import { aCandidate, anIntake, aStaff, must } from "#app/testing/builders.ts"
import { anEvent } from "#app/testing/events.ts"
import { isConcurrent } from "#app/testing/test-database.ts"
import { testCtx, type TestCtx } from "#app/testing/test-ctx.ts"
import { makeCheckedDue } from "./make-due.server.ts"
import { keptReasons, reckonScore, type ScoreFacts } from "./reckon-score.ts"
import { listPoints } from "./points-queries.server.ts"
import { savePoints } from "./save-points.server.ts"
import { scoreLeads } from "./score-leads.server.ts"
import { firstPoints, pointsForm, scoreReasons } from "./score-points.ts"

let ctx: TestCtx
let number = 0
beforeEach(async () => {
  ctx ??= await testCtx()
  ctx.setNow("2026-11-23T12:00:00Z")
  number++
})

async function personAfter(more: Partial<EnquiryInput> = {}): Promise<string> {
  const asked = {
    phone: "",
    country: "SN",
    birthYear: 2003,
    level: "master",
    fields: ["computing"],
    message: "When?",
    consents: [],
  } as const
  const { reference } = must(
    await makeEnquiry(ctx, { ...asked, givenName: "Awa", familyName: "Diop", email: `score.${number}@example.org`, ...more }),
  )
  return (await ctx.db.enquiry.findUniqueOrThrow({ where: { reference }, select: { personId: true } })).personId
}

/** The score after the next round, with its reasons. */
async function scoreOf(personId: string, university: University = "AUI"): Promise<{ score: number; reasons: string[] }> {
  await ctx.runJobs()
  await scoreLeads(ctx, { most: 100_000 })
  const lead = await ctx.db.lead.findUniqueOrThrow({ where: { personId_university: { personId, university } } })
  return { score: lead.score, reasons: keptReasons(lead.scoreReasons).map(({ reason }) => reason) }
}

const words = (text: string) => ({ fr: `${text} (fr)`, en: text, ar: `${text} بالعربية` })

function doctorate(owner: "AUI" | "JOINT"): ProgrammeContent {
  return {
    kind: "programme",
    slug: `doctorate-${owner.toLowerCase()}`,
    owner,
    level: "phd",
    field: "engineering",
    teachingLanguages: ["en"],
    city: "Ifrane",
    school: "",
    standing: "announced",
    title: words(`Doctorate of ${owner}`),
    summary: words("Three years."),
    about: words("Three years of research."),
    entry: words("A second degree."),
    costs: [],
    source: "https://aui.ma/doctorate",
    durationMonths: 36,
    schemes: [],
    intakes: [],
  }
}

const facts = fc.record<ScoreFacts>({
  isFit: fc.boolean(),
  hasLevel: fc.boolean(),
  hasFields: fc.boolean(),
  hasBirth: fc.boolean(),
  hasMessage: fc.boolean(),
  lastAt: fc.option(fc.date({ min: new Date("2026-01-01"), max: new Date("2026-11-23"), noInvalidDate: true })),
  attendance: fc.constantFrom("came", "registered", null),
  hasReplied: fc.boolean(),
})
const now = new Date("2026-11-23T12:00:00Z")

describe("a score", () => {
  it("is the sum of the reasons that are told, and a hundred at most with the first points", () => {
    fc.assert(
      fc.property(facts, (known) => {
        const { score, reasons } = reckonScore(known, firstPoints, now)
        expect(reasons.reduce((sum, { points }) => sum + points, 0)).toBe(score)
        expect(score).toBeGreaterThanOrEqual(0)
        expect(score).toBeLessThanOrEqual(100)
      }),
    )
  })

  it("stays what it is until the moment it says, and is less or as much then", () => {
    fc.assert(
      fc.property(facts, fc.double({ min: 0, max: 1, noNaN: true }), (known, part) => {
        const { score, changesAt } = reckonScore(known, firstPoints, now)
        const until = changesAt ?? new Date("2036-01-01")
        const before = new Date(now.getTime() + part * Math.max(0, until.getTime() - now.getTime() - 1))
        expect(reckonScore(known, firstPoints, before).score).toBe(score)
        if (changesAt !== null) expect(reckonScore(known, firstPoints, changesAt).score).toBeLessThan(score)
      }),
    )
  })

  it("is never other for another country, name or phone", async () => {
    const reasons = await scoreOf(await personAfter())
    const phoneOf = (code: string) => countries.find((country) => country.code === code)?.phoneExample ?? ""
    const person = fc.record({
      country: fc.constantFrom(...countries.map(({ code }) => code)),
      hasPhone: fc.boolean(),
      name: fc.constantFrom("Fatima", "Jean-Baptiste", "محمد", "Ọlá"),
    })
    let at = 0
    await fc.assert(
      fc.asyncProperty(person, async ({ country, hasPhone, name }) => {
        const email = `other.${number}.${++at}@example.org`
        const personId = await personAfter({ country, givenName: name, familyName: `Xaba`, phone: hasPhone ? phoneOf(country) : "", email })
        expect(await scoreOf(personId)).toEqual(reasons)
      }),
      { numRuns: 25 },
    )
  })

  it("asks of what somebody holds, not of where: a certificate of nobody's list and a degree fit the same everywhere", async () => {
    await writeFirstRules(ctx)
    await anIntake(ctx, { owner: "AUI", level: "master" })
    await anIntake(ctx, { owner: "AUI", level: "bachelor" })
    const fitOf = await loadFit(ctx)
    const held = { result: null, isPending: true, taught: [], tests: [], toefl: null, field: null } as const
    const fits = (country: string, credential: string) =>
      fitOf(writeAnswers({ ...held, country, credential, scale: credential === "bachelor" ? "words" : null, level: null }), "AUI")
    for (const credential of ["another", "bachelor"]) {
      expect(new Set(countries.map(({ code }) => fits(code, credential)))).toEqual(new Set([true]))
    }
    expect(fitOf("not an answer", "AUI")).toBeNull()
  })

  it("follows the rules: the fit of what somebody answered is asked again when a rule is in force anew, and by no draft", async () => {
    await writeFirstRules(ctx)
    await anIntake(ctx, { owner: "AUI", level: "bachelor" })
    const eligibility = writeAnswers({
      country: "SN",
      credential: "sn-1",
      scale: null,
      result: "12",
      isPending: false,
      taught: ["en"],
      tests: [],
      toefl: null,
      level: "bachelor",
      field: null,
    })
    const personId = await personAfter({ eligibility })
    expect((await scoreOf(personId)).reasons).toContain("fit")
    const [writer, head] = [await aStaff(ctx, "officer", "AUI"), await aStaff(ctx, "head", "AUI")]
    const { id: ruleId } = await ctx.db.eligibilityRule.findFirstOrThrow({ where: { line: "AUI/bachelor/every/result/bac20" } })
    const more = { among: [], standing: "board", asOf: "2026", source: "https://aui.ma/admission" } as const
    const terms = { ...more, treatment: "direct", minimum: "14", subjects: undefined, writing: undefined, preparesFrom: undefined } as const
    must(await saveRule(writer, { ruleId, version: 1, input: { ...terms, among: [] } }))
    must(await reviewRule(head, { ruleId, number: 2 }))
    expect((await scoreOf(personId)).reasons).toContain("fit")
    must(await publishRule(head, { ruleId, number: 2 }))
    expect((await scoreOf(personId)).reasons).not.toContain("fit")
  })

  it("follows the programmes: what is published or archived opens or closes the way, and one of both universities at each", async () => {
    await ctx.db.programme.updateMany({ where: { level: "phd" }, data: { isArchived: true } })
    await writeFirstRules(ctx)
    const eligibility = writeAnswers({
      country: "SN",
      credential: "another",
      scale: null,
      result: null,
      isPending: false,
      taught: [],
      tests: [],
      toefl: null,
      level: "phd",
      field: null,
    })
    const personId = await personAfter({ eligibility })
    const fits = async () => [
      (await scoreOf(personId, "AUI")).reasons.includes("fit"),
      (await scoreOf(personId, "UM6P")).reasons.includes("fit"),
    ]
    expect(await fits()).toEqual([false, false])
    const [writer, head] = [await aStaff(ctx, "outreach", "AUI"), await aStaff(ctx, "head", "AUI")]
    for (const [owner, expected] of [
      ["AUI", [true, false]],
      ["JOINT", [true, true]],
    ] as const) {
      const content = doctorate(owner)
      const { id } = must(await saveDraft(writer, { id: null, version: 0, base: "en", content, holds: [] }))
      must(await reviewVersion(head, { kind: "programme", id, number: 1 }))
      expect(await fits()).toEqual([false, false])
      must(await publishVersion(head, { kind: "programme", id, number: 1 }))
      expect(await fits()).toEqual(expected)
      must(await archiveThing(head, { kind: "programme", id, number: 1 }))
      expect(await fits()).toEqual([false, false])
    }
  })

  it("is reckoned anew after a change of the ways in for those alone who have kept a check", async () => {
    const eligibility = "country=SN"
    const checked = await personAfter({ eligibility })
    const unchecked = await personAfter({ givenName: "Moussa", email: `unchecked.${number}@example.org` })
    for (const personId of [checked, unchecked]) await scoreOf(personId)
    await makeCheckedDue(ctx, "AUI")
    const due = await ctx.db.lead.findMany({
      where: { personId: { in: [checked, unchecked] }, rescoreAt: { lte: ctx.now() } },
      select: { personId: true, university: true },
    })
    expect(due).toEqual([{ personId: checked, university: "AUI" }])
  })

  it("counts a birth date from when it is said in an application", async () => {
    const personId = await personAfter({ birthYear: null })
    expect((await scoreOf(personId)).reasons).not.toContain("birth")
    const candidate = await aCandidate(ctx, { email: `score.${number}@example.org` })
    expect(candidate.actor.personId).toBe(personId)
    const about = {
      givenNames: "Awa",
      familyName: "Diop",
      birthDate: new Date("2002-04-12"),
      gender: undefined,
      nationality: [],
      residence: undefined,
    }
    must(await startApplication(candidate))
    must(await saveAbout(candidate, about))
    expect((await scoreOf(personId)).reasons).toContain("birth")
    const said = async () => (await ctx.events(personId)).filter((type) => type === "person.birth-said").length
    expect(await said()).toBe(1)
    must(await saveAbout(candidate, { ...about, gender: "man" }))
    expect(await said()).toBe(1)
  })

  it("counts what was said, an event that was come to, and an answer to our mail", async () => {
    const event = await anEvent(ctx, { owner: "AUI", inHours: 1 })
    const personId = await personAfter({ level: null, fields: [], birthYear: null, message: "" })
    expect(await scoreOf(personId)).toEqual({ score: 15, reasons: ["week"] })
    const asked = { phone: "", country: "SN", birthYear: null, level: null, fields: [], message: "", consents: [] } as const
    must(
      await makeRsvp(ctx, {
        slug: event.slug,
        enquiry: { ...asked, givenName: "Awa", familyName: "Diop", email: `score.${number}@example.org` },
      }),
    )
    expect((await scoreOf(personId)).reasons).toEqual(["week", "registered"])
    ctx.advance({ hours: 2 })
    const rsvp = await ctx.db.rsvp.findFirstOrThrow({ where: { personId } })
    const head = await aStaff(ctx, "head", "AUI")
    must(await noteAttendance(head, { eventId: event.id, guests: [{ rsvpId: rsvp.id, from: null }], to: "came" }))
    const token =
      confirmLink(ctx, { personId, address: `score.${number}@example.org` })
        .split("/")
        .at(-1) ?? ""
    must(await proveAddress(ctx, { token }))
    expect((await scoreOf(personId)).reasons).toEqual(["week", "came", "replied"])
    // The event was one university's: the other does not count who came to it.
    expect((await scoreOf(personId, "UM6P")).reasons).toEqual(["week", "replied"])
  })

  it("counts who was reached on the phone, and no more when the note of it is taken back", async () => {
    const personId = await personAfter()
    const officer = await aStaff(ctx, "officer", "AUI")
    const { id: leadId } = await ctx.db.lead.findUniqueOrThrow({ where: { personId_university: { personId, university: "AUI" } } })
    must(await recordContact(officer, { leadId, channel: "call", result: "no_answer", words: "" }))
    expect((await scoreOf(personId)).reasons).not.toContain("replied")
    must(await recordContact(officer, { leadId, channel: "call", result: "reached", words: "" }))
    expect((await scoreOf(personId)).reasons).toContain("replied")
    must(await undoLeadMove(officer, { leadId }))
    expect((await scoreOf(personId)).reasons).not.toContain("replied")
  })

  it("falls by itself as time passes, and rises again with a new enquiry", async () => {
    const personId = await personAfter()
    expect((await scoreOf(personId)).reasons).toContain("week")
    ctx.advance({ days: 8 })
    expect((await scoreOf(personId)).reasons).toContain("month")
    ctx.advance({ days: 120 })
    await scoreOf(personId)
    expect((await scoreOf(personId)).reasons).toEqual(["level", "fields", "birth", "message"])
    await personAfter({ message: "And now?" })
    expect((await scoreOf(personId)).reasons).toContain("week")
  })

  it("keeps nobody who writes waiting: an enquiry queues nothing for it", async () => {
    await ctx.runJobs()
    await personAfter()
    expect(ctx.queued().filter((job) => job.startsWith("score.") || job === "event.react")).toEqual([])
  })
})

describe("the points of a score", () => {
  const points = { ...firstPoints, week: 40 }

  it("are changed by a head, as a version, and all scores of that university follow", async () => {
    const personId = await personAfter()
    await scoreOf(personId)
    const head = await aStaff(ctx, "head", "AUI")
    const [{ version }] = await listPoints(ctx, "AUI")
    expect(must(await savePoints(head, { version, points }))).toMatchObject({ version: version + 1, isSame: false })
    expect((await scoreOf(personId)).score).toBe(60)
    expect((await scoreOf(personId, "UM6P")).score).toBe(35)
    expect(must(await savePoints(head, { version: version + 1, points }))).toMatchObject({ isSame: true })
    expect((await savePoints(head, { version, points: firstPoints })).refused).toEqual({ code: "changed-meanwhile" })
    must(await savePoints(head, { version: version + 1, points: firstPoints }))
    expect((await scoreOf(personId)).score).toBe(35)
    const versions = await listPoints(ctx, "AUI")
    expect(versions.map((one) => one.version)).toEqual([version + 2, version + 1, 0])
  })

  it("are nobody else's to change", async () => {
    for (const role of ["outreach", "officer", "director"] as const) {
      const other = await aStaff(ctx, role, "AUI")
      expect((await savePoints(other, { version: 0, points })).refused).toEqual({ code: "not-allowed" })
    }
  })

  it.runIf(isConcurrent())("of two heads at once are one's, and the other is told", async () => {
    const heads = await Promise.all([aStaff(ctx, "head", "UM6P"), aStaff(ctx, "head", "UM6P")])
    const [{ version }] = await listPoints(ctx, "UM6P")
    const outcomes = await Promise.all(heads.map((head, place) => savePoints(head, { version, points: { ...points, came: place } })))
    expect(outcomes.map(({ refused }) => refused?.code ?? "done").toSorted()).toEqual(["changed-meanwhile", "done"])
  })

  it("are whole numbers up to a hundred, in any digits", () => {
    const typed = Object.fromEntries([...scoreReasons, "version"].map((name) => [name, ["٥"]]))
    expect(pointsForm.parse(typed)).toMatchObject({ fit: 5 })
    expect(pointsForm.safeParse({ ...typed, fit: ["101"] }).error?.issues[0]?.message).toBe("scoring.points-range")
    expect(pointsForm.safeParse({ ...typed, fit: ["-1"] }).success).toBe(false)
  })
})
