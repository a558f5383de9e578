import { expect, test } from "vitest"
import { planBack } from "./row-change.ts"

const closed = { stage: "closed", stage_before: "new", closed_reason: "no-answer", snoozed_until: null, snoozed_for: "" }
const open = { ...closed, stage: "new", stage_before: null, closed_reason: null }
const asleep = { ...open, snoozed_until: "2027-01-26T00:00:00Z" }

/** What two rows of one list made of a lead, one after the other. */
function backOf(first: { before: object; after: object }, second: { before: object; after: object }) {
  const mine = [first, second].map(({ before, after }) => ({
    contacts: [],
    person: null,
    leads: [{ id: "lead", before: { ...before }, after: { ...after } }],
  }))
  return planBack("person", { mine, later: [], asked: [], universityOf: new Map([["lead", "AUI"]]) }).leads
}

test("two rows of a list that reopened a lead and woke it again close it again as one", () => {
  const back = backOf(
    { before: { ...closed, version: 0 }, after: { ...open, version: 0 } },
    { before: { ...asleep, version: 0 }, after: { ...open, version: 0 } },
  )
  expect(back).toMatchObject([{ id: "lead", groups: [{ before: { stage: "closed" }, after: { stage: "new" } }] }])
})

test("a lead that an officer worked on between two rows of a list stays as it is", () => {
  const back = backOf(
    { before: { ...closed, version: 0 }, after: { ...open, version: 0 } },
    { before: { ...asleep, version: 1 }, after: { ...open, version: 1 } },
  )
  expect(back).toEqual([])
})
