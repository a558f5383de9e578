import { expect, test } from "vitest"
import { findProgramme, findScheme, listOpenIntakes, listProgrammes } from "#app/domain/catalogue/catalogue-queries.server.ts"
import { listQuestions } from "#app/domain/catalogue/question-queries.server.ts"
import { aStaff, must } from "#app/testing/builders.ts"
import { testCtx } from "#app/testing/test-ctx.ts"
import type { Content } from "./content.ts"
import { publishVersion } from "./publish-version.server.ts"
import { reviewVersion } from "./review-version.server.ts"
import { saveDraft } from "./save-draft.server.ts"

test("a real installation begins with nothing, and has a programme that takes applications by the desk alone", async () => {
  const ctx = await testCtx({ now: "2026-11-23T12:00:00Z", isDemo: false })
  const head = await aStaff(ctx, "head")
  expect(await listProgrammes(ctx)).toEqual([])
  const words = (text: string) => ({ fr: `${text} (fr)`, en: text, ar: `${text} بالعربية` })
  const publish = async (content: Content) => {
    const { id } = must(await saveDraft(head, { id: null, version: 0, base: "fr", content, holds: [] }))
    must(await reviewVersion(head, { kind: content.kind, id, number: 1 }))
    expect(must(await publishVersion(head, { kind: content.kind, id, number: 1 })).contentVersion).not.toBeNull()
  }
  await publish({
    kind: "scheme",
    slug: "first-scheme",
    owner: "AUI",
    standing: "open",
    title: words("Water scholarship"),
    summary: words("For those who build pumps."),
    whoFor: words("Everybody."),
    covers: words("Tuition."),
    about: words("Asked for with admission."),
    places: null,
    pays: [],
    nationals: [],
    position: null,
    asOf: "2026",
    source: "https://aui.ma/water",
  })
  await publish({
    kind: "programme",
    slug: "first-programme",
    owner: "AUI",
    level: "master",
    field: "engineering",
    teachingLanguages: ["fr"],
    city: "Ifrane",
    school: "",
    standing: "open",
    title: words("Water engineering"),
    summary: words("Pumps that run on the sun."),
    about: words("Two years."),
    entry: words("A first degree."),
    costs: [],
    source: "https://aui.ma/water",
    durationMonths: 24,
    schemes: ["first-scheme"],
    intakes: [
      {
        id: "",
        owner: "AUI",
        admissionYear: 2027,
        startsOn: "2027-09-01",
        opensAt: "2026-11-01T00:00:00.000Z",
        closesAt: "2027-03-01T22:59:59.000Z",
        seats: 20,
        feeMinor: 0,
        feeCurrency: "MAD",
        isSample: false,
      },
    ],
  })
  await publish({
    kind: "question",
    slug: "",
    owner: "AUI",
    topic: "applying",
    levels: [],
    standing: "ours",
    question: words("Does it cost anything to apply?"),
    answer: words("No."),
    asOf: "",
    source: "",
  })
  expect((await findProgramme(ctx, "first-programme"))?.schemes.map(({ slug }) => slug)).toEqual(["first-scheme"])
  expect((await findScheme(ctx, "first-scheme"))?.programmes.map(({ slug }) => slug)).toEqual(["first-programme"])
  expect((await listOpenIntakes(ctx)).map(({ mayBeChosen }) => mayBeChosen)).toEqual([true])
  const found = await listQuestions(ctx, { q: "apply", topic: null, page: 1 })
  expect(found.questions.map(({ slug }) => slug)).toEqual(["does-it-cost-anything-to-apply"])
})
