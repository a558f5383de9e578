import { beforeAll, expect, test } from "vitest"
import { seedCatalogue } from "#prisma/seed/catalogue.ts"
import { testCtx, type TestCtx } from "#app/testing/test-ctx.ts"
import { findProgramme } from "./catalogue-queries.server.ts"
import { courseData } from "./course-data.ts"

let ctx: TestCtx
const about = { url: "https://rihla.example/en/programmes/x", language: "en", university: "Al Akhawayn University in Ifrane" }
const read = async (slug: string) => {
  const programme = await findProgramme(ctx, slug)
  if (programme === null) throw new Error(`No programme ${slug}`)
  return programme
}

beforeAll(async () => {
  ctx = await testCtx()
  await seedCatalogue(ctx)
})

test("search engines learn what a programme is, and none of its sample dates or fees", async () => {
  const data = courseData(await read("aui-artificial-intelligence"), about)
  expect(JSON.parse(data ?? "")).toMatchObject({
    "@type": "Course",
    name: "Bachelor in Artificial Intelligence",
    provider: { name: about.university },
  })
  expect(data).not.toMatch(/2027|800|fee|startDate/i)
})

test("what is announced, and what is an example, is no course", async () => {
  for (const slug of ["exchange-master", "double-degrees", "sample-shared-master"]) expect(courseData(await read(slug), about)).toBeNull()
})

test("a text cannot end the script element it stands in", async () => {
  const programme = { ...(await read("aui-computer-science")), title: "</script><script>alert(1)" }
  expect(courseData(programme, about)).not.toContain("<")
})

test("a start that is real and not over is an instance of the course", async () => {
  const programme = await read("aui-computer-science")
  const [intake] = programme.intakes
  if (intake === undefined) throw new Error("The programme has no intake")
  const real = { ...intake, isSample: false, startsOn: new Date("2027-08-30T00:00:00Z") }
  const data = courseData({ ...programme, intakes: [real, { ...real, window: "closed" }, intake] }, about)
  expect(JSON.parse(data ?? "")).toMatchObject({ hasCourseInstance: [{ startDate: "2027-08-30", location: { name: "Ifrane" } }] })
})
