import { beforeAll, beforeEach, expect, test } from "vitest"
import { type EnquiryInput, makeEnquiry } from "#app/domain/leads/make-enquiry.server.ts"
import { moveLead } from "#app/domain/leads/move-lead.server.ts"
import { lookForDuplicates } from "#app/domain/people/look-for-duplicates.server.ts"
import { aStaff, must } from "#app/testing/builders.ts"
import { testCtx, type TestCtx } from "#app/testing/test-ctx.ts"
import { dismissPair } from "./dismiss-pair.server.ts"
import { countPairs, keptLeadOf, listMerges, listPairs, thingsMergedInto } from "./duplicate-queries.server.ts"
import { readMerge } from "./merge-file.server.ts"
import { mergePeople } from "./merge-people.server.ts"
import { readPair } from "./pair-file.server.ts"
import { reopenPair } from "./reopen-pair.server.ts"
import { suggestByHand } from "./suggest-by-hand.server.ts"
import { unmergePeople } from "./unmerge-people.server.ts"

let ctx: TestCtx
let ours: Awaited<ReturnType<typeof aStaff>>
let theirs: Awaited<ReturnType<typeof aStaff>>
let number = 0

beforeAll(async () => {
  ctx = await testCtx()
  ours = await aStaff(ctx, "officer", "AUI")
  theirs = await aStaff(ctx, "officer", "UM6P")
})
beforeEach(() => {
  number++
})

async function asks(said: Partial<EnquiryInput>): Promise<string> {
  ctx.advance({ minutes: 11 })
  const { reference } = must(
    await makeEnquiry(ctx, {
      givenName: "Yacine",
      familyName: "Mbaye",
      email: "",
      phone: `+22170${1_000_000 + number}`,
      country: "SN",
      birthYear: null,
      level: null,
      fields: [],
      message: "",
      consents: [],
      ...said,
    }),
  )
  await ctx.runJobs()
  return (await ctx.db.enquiry.findUniqueOrThrow({ where: { reference }, select: { personId: true } })).personId
}

/** Two by one phone, of whom each university knows one, unless both know both. */
async function aPair(more: Partial<EnquiryInput> = {}, other: Partial<EnquiryInput> = {}) {
  const one = await asks({ message: "The first", ...more })
  const two = await asks({ givenName: "Yassine", familyName: "Mbaye", message: "The second", ...other })
  const suggestion = await ctx.db.duplicateSuggestion.findUniqueOrThrow({
    where: { personAId_personBId: { personAId: one, personBId: two } },
  })
  return { one, two, suggestionId: suggestion.id }
}

const listed = async (university: "AUI" | "UM6P") => (await listPairs(ctx, { university })).rows.map(({ id }) => id)
const leadAt = (personId: string, university: "AUI" | "UM6P") => ctx.db.lead.findFirstOrThrow({ where: { personId, university } })

test("a pair is on the list of whoever knows one of the two, until somebody decides", async () => {
  const { one, two, suggestionId } = await aPair({ university: "AUI" }, { university: "AUI" })
  expect(await listed("AUI")).toContain(suggestionId)
  expect(await listed("UM6P")).not.toContain(suggestionId)
  expect(await countPairs(ctx, { university: "AUI", cap: 99 })).toBeGreaterThan(0)
  expect((await dismissPair(theirs, { suggestionId })).refused?.code).toBe("not-found")
  expect(await readPair(theirs, { suggestionId })).toBeNull()

  must(await dismissPair(ours, { suggestionId }))
  must(await dismissPair(ours, { suggestionId }))
  expect(await listed("AUI")).not.toContain(suggestionId)
  await lookForDuplicates(ctx, [one, two])
  expect(await listed("AUI")).not.toContain(suggestionId)
  expect((await ctx.events(one)).filter((type) => type === "person.told-apart")).toHaveLength(1)
  expect((await readPair(ours, { suggestionId }))?.isDismissed).toBe(true)
  must(await reopenPair(ours, { suggestionId }))
  expect(await listed("AUI")).toContain(suggestionId)

  const { mergeId } = must(await mergePeople(ours, { keptId: one, awayId: two }))
  expect(await listed("AUI")).not.toContain(suggestionId)
  expect(await readPair(ours, { suggestionId })).toBeNull()
  must(await unmergePeople(ours, { mergeId }))
  expect(await listed("AUI")).toContain(suggestionId)
})

test("side by side the desk sees what is shared and what is its own, and nothing that is the other university's", async () => {
  const email = `wall.${number}@example.org`
  const { one, two, suggestionId } = await aPair({ email, consents: ["AUI-news"] }, { university: "UM6P", consents: ["email"] })
  must(await moveLead(theirs, { leadId: (await leadAt(two, "UM6P")).id, from: "new", to: "qualified" }))
  const pair = await readPair(ours, { suggestionId })
  expect(pair?.reasons).toEqual(["phone-same", "name-sounds", "country"])
  expect(pair?.kept).toMatchObject({ id: one, lead: { stage: "new" } })
  expect(pair?.kept.enquiries.map(({ message }) => message)).toEqual(["The first"])
  // Known to the other university alone: their person and enquiries are shared, their lead is not.
  expect(pair?.away).toMatchObject({ id: two, lead: null, isKnownElsewhere: true })
  expect(pair?.away.enquiries.map(({ message }) => message)).toEqual(["The second"])
  expect(pair?.outcome).toMatchObject({ lead: null, consents: { moved: 2, withdrawn: 0 }, moved: { contacts: 0, enquiries: 1 } })
  expect(JSON.stringify(pair)).not.toContain("qualified")
  const turned = await readPair(ours, { suggestionId, keptId: two })
  expect(turned).toMatchObject({ kept: { id: two }, outcome: { lead: { becomes: "new", both: false } } })
})

test("a merge is read by whoever knows either of the two, tells what both share, and says what comes first", async () => {
  const { one, two } = await aPair({ university: "AUI" }, { university: "AUI", birthYear: 2001 })
  const { mergeId } = must(await mergePeople(ours, { keptId: one, awayId: two, choices: { name: "away" } }))
  const file = await readMerge(ours, mergeId)
  expect(file).toMatchObject({ moved: { enquiry: 1 }, laterId: null, undoneAt: null })
  expect(file?.changed).toEqual([
    { field: "given_name", was: "Yacine", became: "Yassine" },
    { field: "birth_year", was: null, became: "2001" },
  ])
  expect(await readMerge(theirs, mergeId)).toBeNull()
  expect((await unmergePeople(theirs, { mergeId })).refused?.code).toBe("not-found")
  expect((await listMerges(ctx, { university: "AUI" })).map(({ id }) => id)).toContain(mergeId)
  expect((await listMerges(ctx, { university: "UM6P" })).map(({ id }) => id)).not.toContain(mergeId)

  const aside = await leadAt(two, "AUI")
  expect(await keptLeadOf(ctx, { university: "AUI", leadId: aside.id })).toBe((await leadAt(one, "AUI")).id)
  expect(await thingsMergedInto(ctx, { university: "AUI", personId: one })).toEqual([
    { name: "person", id: two },
    { name: "lead", id: aside.id },
  ])
  const third = await asks({ givenName: "Yassin", email: `third.${number}@example.org`, phone: "", university: "AUI" })
  const later = must(await mergePeople(ours, { keptId: third, awayId: one }))
  expect((await readMerge(ours, mergeId))?.laterId).toBe(later.mergeId)
})

test("whoever thinks that two leads are one puts them side by side, whatever was said before", async () => {
  const one = await asks({ university: "AUI" })
  const two = await asks({ givenName: "Khady", familyName: "Sy", phone: "", email: `hand.${number}@example.org`, university: "AUI" })
  const [leadId, otherLeadId] = [(await leadAt(one, "AUI")).id, (await leadAt(two, "AUI")).id]
  const { suggestionId } = must(await suggestByHand(ours, { leadId, otherLeadId }))
  must(await dismissPair(ours, { suggestionId }))
  expect(must(await suggestByHand(ours, { leadId: otherLeadId, otherLeadId: leadId })).suggestionId).toBe(suggestionId)
  expect(await listed("AUI")).toContain(suggestionId)
  expect((await suggestByHand(ours, { leadId, otherLeadId: leadId })).refused?.code).toBe("identity.same-person")
  expect((await suggestByHand(theirs, { leadId, otherLeadId })).refused?.code).toBe("not-found")
  expect((await suggestByHand(theirs, { leadId, otherLeadId: leadId })).refused?.code).toBe("not-found")
})
