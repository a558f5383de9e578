import { beforeAll, expect, test } from "vitest"
import { aCandidate, anIntake, must } from "#app/testing/builders.ts"
import { testCtx, type TestCtx } from "#app/testing/test-ctx.ts"
import { aboutForm } from "./about-form.ts"
import { motivationForm, motivationMax } from "./motivation-form.ts"
import { saveAbout } from "./save-about.server.ts"
import { saveChoices } from "./save-choices.server.ts"
import { saveEducation, type Education } from "./save-education.server.ts"
import { saveFunding } from "./save-funding.server.ts"
import { saveMotivation } from "./save-motivation.server.ts"
import { startApplication } from "./start-application.server.ts"

let ctx: TestCtx
beforeAll(async () => {
  ctx = await testCtx()
})

async function aStarted() {
  const candidate = await aCandidate(ctx)
  const { id } = must(await startApplication(candidate))
  const read = () =>
    ctx.db.application.findUniqueOrThrow({
      where: { id },
      include: { choices: { orderBy: { rank: "asc" } }, credentials: true, sections: true },
    })
  return { candidate, id, read }
}

const about = { givenNames: "", familyName: "", birthDate: null, gender: undefined, nationality: [], residence: undefined }

test("what there is can be saved, and the section says what it lacks", async () => {
  const { candidate, read } = await aStarted()
  const saved = must(await saveAbout(candidate, { ...about, givenNames: "Soekarno" }))
  expect(saved.savedAt).toEqual(ctx.now())
  expect(saved.missing).toEqual(["birthDate", "nationality", "residence"])
  expect((await read()).sections).toMatchObject([{ section: "about", isComplete: false }])
  must(
    await saveAbout(candidate, {
      ...about,
      givenNames: "Soekarno",
      birthDate: new Date("2001-01-01"),
      nationality: ["GH"],
      residence: "GH",
    }),
  )
  expect((await read()).sections).toMatchObject([{ section: "about", isComplete: true }])
  const person = await ctx.db.person.findUniqueOrThrow({ where: { id: candidate.actor.personId } })
  expect(person).toMatchObject({ givenName: "Soekarno", nameFolded: "soekarno", country: "GH", birthYear: 2001 })
})

test("a birth date that makes nobody's age is refused and nothing is written", async () => {
  const { candidate, read } = await aStarted()
  for (const birthDate of [new Date("2020-01-01"), new Date("1900-01-01"), new Date("2030-01-01")]) {
    expect((await saveAbout(candidate, { ...about, givenNames: "Awa", birthDate })).refused).toMatchObject({
      code: "applications.birth-date",
      field: "birthDate",
    })
  }
  expect(await read()).toMatchObject({ givenNames: "", sections: [] })
})

test("countries outside the list are refused by the form", () => {
  const form = (fields: Record<string, string[]>) =>
    aboutForm.safeParse(fields).error?.issues.map((issue) => [issue.path[0], issue.message])
  expect(form({ nationality: ["FR"] })).toEqual([["nationality", "field.country"]])
  expect(form({ residence: ["Atlantis"] })).toEqual([["residence", "field.choice"]])
  expect(aboutForm.parse({ nationality: ["SN", "", "SN", "ZZ"] }).nationality).toEqual(["SN", "ZZ"])
})

test("the application begins with what the signed-in address itself told us, and with nothing else", async () => {
  const email = `mariam-${ctx.id().slice(-6)}@example.org`
  const enquiry = { firstName: "Mariam", lastName: "Keïta", email, country: "ML" }
  const candidate = await aCandidate(ctx, { email })
  await ctx.db.enquiry.create({
    data: {
      id: ctx.id(),
      reference: ctx.id(),
      personId: candidate.actor.personId,
      kind: "form",
      language: "fr",
      universities: ["AUI"],
      givenName: enquiry.firstName,
      familyName: enquiry.lastName,
      email: email.toUpperCase(),
      country: enquiry.country,
      fields: [],
      message: "",
      utm: {},
      fingerprint: ctx.id(),
      createdAt: ctx.now(),
    },
  })
  await ctx.db.enquiry.create({
    data: {
      id: ctx.id(),
      reference: ctx.id(),
      personId: candidate.actor.personId,
      kind: "form",
      language: "fr",
      universities: ["AUI"],
      givenName: "Somebody",
      familyName: "Else",
      email: null,
      phone: "+22370000000",
      country: "CI",
      fields: [],
      message: "",
      utm: {},
      fingerprint: ctx.id(),
      createdAt: new Date(ctx.now().getTime() + 1000),
    },
  })
  const { id, isNew } = must(await startApplication(candidate))
  expect(isNew).toBe(true)
  expect(await ctx.db.application.findUniqueOrThrow({ where: { id } })).toMatchObject({
    givenNames: "Mariam",
    familyName: "Keïta",
    residence: "ML",
    birthDate: null,
  })
  expect(must(await startApplication(candidate))).toEqual({ id, isNew: false })
})

const diploma: Education = {
  kind: "secondary",
  country: "SN",
  code: "sn-1",
  words: "",
  institution: "Lycée",
  year: 2026,
  result: "13,5",
  isPending: false,
}

test("a school diploma is read on the scale of its own country's list", async () => {
  const { candidate, read } = await aStarted()
  must(await saveEducation(candidate, diploma))
  expect((await read()).credentials).toMatchObject([{ kind: "secondary", country: "SN", code: "sn-1", scale: "bac20", result: "13.5" }])
  expect((await saveEducation(candidate, { ...diploma, result: "23" })).refused).toMatchObject({
    code: "catalogue.result-range",
    field: "result",
  })
  expect((await saveEducation(candidate, { ...diploma, country: "KE" })).refused).toMatchObject({
    code: "applications.credential-unknown",
    field: "code",
  })
  expect((await saveEducation(candidate, { ...diploma, country: "FR" })).refused).toMatchObject({ code: "field.country" })
  expect((await read()).credentials).toHaveLength(1)
})

test("another paper is told in words, on the scale it names", async () => {
  const { candidate, read } = await aStarted()
  const other = { ...diploma, code: "another", words: "Attestation", result: "3.4" }
  expect((await saveEducation(candidate, other)).refused).toMatchObject({ code: "applications.scale-missing", field: "scale" })
  expect((await saveEducation(candidate, { ...other, scale: "gpa4", result: "4.4" })).refused?.code).toBe("catalogue.result-of-four")
  must(await saveEducation(candidate, { ...other, scale: "gpa4", result: "٣٫٤ / 4" }))
  expect((await read()).credentials).toMatchObject([{ code: "", words: "Attestation", scale: "gpa4", result: "3.4" }])
})

test("a pending result is an answer, and a degree stands beside the school diploma", async () => {
  const { candidate, read } = await aStarted()
  must(await saveEducation(candidate, { ...diploma, result: "", isPending: true }))
  must(await saveEducation(candidate, { ...diploma, kind: "degree", code: "", words: "BSc", scale: "words", result: "Upper second class" }))
  expect((await read()).credentials.map((credential) => [credential.kind, credential.result, credential.isPending])).toEqual([
    ["secondary", "", true],
    ["degree", "Upper second class", false],
  ])
})

test("one to three different open programmes are ranked in the order given", async () => {
  const { candidate, read } = await aStarted()
  const ids = await Promise.all(["AUI", "UM6P", "AUI", "UM6P"].map(async (owner) => (await anIntake(ctx, { owner: owner as "AUI" })).id))
  const [a = "", b = "", c = ""] = ids
  must(await saveChoices(candidate, { intakeIds: [a, b, c] }))
  must(await saveChoices(candidate, { intakeIds: [c, a] }))
  expect((await read()).choices.map((choice) => [choice.rank, choice.intakeId])).toEqual([
    [1, c],
    [2, a],
  ])
  expect((await saveChoices(candidate, { intakeIds: ids })).refused?.code).toBe("applications.too-many-choices")
  expect((await saveChoices(candidate, { intakeIds: [a, a] })).refused?.code).toBe("applications.choice-twice")
  expect((await read()).choices).toHaveLength(2)
  expect(must(await saveChoices(candidate, { intakeIds: [] })).missing).toEqual(["choice"])
})

test("forged, closed, not yet open and out-of-year intakes are refused", async () => {
  const { candidate, read } = await aStarted()
  const day = 86_400_000
  const closed = await anIntake(ctx, { closesAt: new Date(ctx.now().getTime() - day) })
  const later = await anIntake(ctx, { opensAt: new Date(ctx.now().getTime() + day) })
  const code = async (id: string) => (await saveChoices(candidate, { intakeIds: [id] })).refused?.code
  expect(await code(closed.id)).toBe("applications.intake-closed")
  expect(await code(later.id)).toBe("applications.intake-later")
  for (const forged of ["", "1", "' or 1=1", ctx.id()]) expect(await code(forged)).toBe("applications.intake-unknown")
  const other = await anIntake(ctx)
  await ctx.db.intake.update({ where: { id: other.id }, data: { admissionYear: 2031 } })
  expect(await code(other.id)).toBe("applications.intake-unknown")
  expect((await read()).choices).toEqual([])
})

test("a sample is taken in the demonstration only", async () => {
  const { candidate } = await aStarted()
  const sample = await anIntake(ctx, { isSample: true })
  must(await saveChoices(candidate, { intakeIds: [sample.id] }))
  must(await saveChoices(candidate, { intakeIds: [] }))
  const real = { ...candidate, settings: { ...candidate.settings, isDemo: false } }
  expect((await saveChoices(real, { intakeIds: [sample.id] })).refused?.code).toBe("applications.intake-sample")
})

test("an over-long text is refused and told its length", () => {
  const parsed = motivationForm.safeParse({ motivation: ["é".repeat(motivationMax + 1)] })
  expect(parsed.error?.issues[0]).toMatchObject({ message: "field.too-long", params: { max: motivationMax, count: motivationMax + 1 } })
  expect(motivationForm.parse({ motivation: ["👩🏾‍🎓"] }).motivation).toBe("👩🏾‍🎓")
})

test("only a scheme that is open may be wished for", async () => {
  const { candidate, read } = await aStarted()
  const text = { en: "x", fr: "x", ar: "x" }
  const scheme = async (standing: "open" | "announced") => {
    const slug = `scheme-${ctx.id().slice(-8)}`
    await ctx.db.scheme.create({
      data: {
        id: ctx.id(),
        slug,
        standing,
        title: text,
        summary: text,
        about: text,
        whoFor: text,
        covers: text,
        asOf: "2026",
        source: "",
        position: 1,
        updatedAt: ctx.now(),
      },
    })
    return slug
  }
  const open = await scheme("open")
  expect((await saveFunding(candidate, { schemes: [await scheme("announced")], note: "" })).refused?.code).toBe(
    "applications.scheme-closed",
  )
  expect((await saveFunding(candidate, { schemes: ["no-such"], note: "" })).refused?.code).toBe("applications.scheme-closed")
  expect(must(await saveFunding(candidate, { schemes: [open, open], note: "" })).missing).toEqual(["plan"])
  must(await saveFunding(candidate, { plan: "mixed", schemes: [open], note: "I work." }))
  expect((await read()).schemeIds).toHaveLength(1)
})

test("a chosen level changes what education lacks", async () => {
  const { candidate, read } = await aStarted()
  must(await saveEducation(candidate, diploma))
  const isComplete = async () => (await read()).sections.find(({ section }) => section === "education")?.isComplete
  expect(await isComplete()).toBe(true)
  must(await saveChoices(candidate, { intakeIds: [(await anIntake(ctx, { level: "master" })).id] }))
  expect(await isComplete()).toBe(false)
})

test("nobody but a candidate with an application saves anything", async () => {
  expect((await saveMotivation(ctx, { motivation: "x" })).refused?.code).toBe("not-allowed")
  expect((await saveMotivation(await aCandidate(ctx), { motivation: "x" })).refused?.code).toBe("applications.not-started")
})
