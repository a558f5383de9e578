import { expect, test } from "vitest"
import { credentialsAskedFor, missingIn, sectionAfter, type SectionFacts, sectionsOf } from "./application-sections.ts"

const complete: SectionFacts = {
  givenNames: "Awa",
  familyName: "Diop",
  birthDate: new Date("2004-05-06"),
  nationalities: ["SN"],
  residence: "SN",
  lacksGuardian: false,
  credentials: [
    { kind: "secondary", code: "sn-1", words: "", institution: "Lycée Malick Sy", year: 2026, result: "13.5", isPending: false },
  ],
  choices: [{ level: "bachelor" }],
  motivation: "Because.",
  fundingPlan: "family",
}

test("an application with every answer lacks nothing", () => {
  expect(sectionsOf(complete).flatMap(({ missing }) => missing)).toEqual([])
})

test("one name is a name: either field will do", () => {
  expect(missingIn("about", { ...complete, familyName: "" })).toEqual([])
  expect(missingIn("about", { ...complete, givenNames: "" })).toEqual([])
  expect(missingIn("about", { ...complete, givenNames: "", familyName: "" })).toEqual(["names"])
})

test("a minor without a guardian is not complete", () => {
  expect(missingIn("about", { ...complete, lacksGuardian: true })).toEqual(["guardian"])
})

test("a bachelor asks for the school diploma, a master or a PhD for the last degree", () => {
  expect(credentialsAskedFor(["bachelor"])).toEqual(["secondary"])
  expect(credentialsAskedFor(["phd", "master"])).toEqual(["degree"])
  expect(credentialsAskedFor(["master", "bachelor"])).toEqual(["secondary", "degree"])
  expect(missingIn("education", { ...complete, choices: [{ level: "master" }] })).toEqual(["degree"])
  expect(missingIn("education", { ...complete, choices: [{ level: "bachelor" }, { level: "phd" }] })).toEqual(["degree"])
})

test("without a programme any one diploma will do", () => {
  expect(missingIn("education", { ...complete, choices: [] })).toEqual([])
  expect(missingIn("education", { ...complete, choices: [], credentials: [] })).toEqual(["credential"])
})

test("a result may be pending, but not silent", () => {
  const [credential] = complete.credentials
  if (credential === undefined) throw new Error("no credential")
  expect(missingIn("education", { ...complete, credentials: [{ ...credential, result: "" }] })).toEqual(["result"])
  expect(missingIn("education", { ...complete, credentials: [{ ...credential, result: "", isPending: true }] })).toEqual([])
  expect(missingIn("education", { ...complete, credentials: [{ ...credential, code: "", words: "" }] })).toEqual(["credentialDetails"])
})

test("each section leads to the next, the last to the review", () => {
  expect(sectionAfter("about")).toBe("education")
  expect(sectionAfter("funding")).toBe("review")
})
