import { beforeAll, expect, test } from "vitest"
import { isReference, tidyReference } from "#app/platform/reference.ts"
import { anApplication, aCandidate, anIntake, aStaff, bringTo, must } from "#app/testing/builders.ts"
import { testCtx, type TestCtx } from "#app/testing/test-ctx.ts"
import { assignChoice } from "./assign-choice.server.ts"
import { findChoiceFile } from "./choice-file.server.ts"
import { countChoices, countChoiceViews, listChoiceProgrammes, listChoices } from "./choice-queries.server.ts"
import { exportChoices } from "./export-choices.server.ts"
import { markChoiceSeen } from "./mark-choice-seen.server.ts"
import { noteChoice } from "./note-choice.server.ts"

let ctx: TestCtx
let aui: string[]
let um6p: string
let reference: string
const nobody = "00000000-0000-7000-8000-000000000000"

beforeAll(async () => {
  ctx = await testCtx()
  const intakeA = await anIntake(ctx, { owner: "AUI" })
  const intakeU = await anIntake(ctx, { owner: "UM6P" })
  aui = []
  for (let number = 0; number < 4; number++) {
    const candidate = await aCandidate(ctx)
    const { choices, applicationId } = await anApplication(ctx, {
      candidate,
      intakeIds: number === 0 ? [intakeU.id, intakeA.id] : [intakeA.id],
    })
    const own = choices.find((choice) => choice.university === "AUI")
    if (own === undefined) throw new Error("A choice at AUI")
    aui.push(own.id)
    if (number === 0) {
      um6p = choices.find((choice) => choice.university === "UM6P")?.id ?? ""
      reference = (await ctx.db.application.findUniqueOrThrow({ where: { id: applicationId } })).reference
    }
    if (number === 1) await bringTo(ctx, own, candidate, "in_review")
    if (number === 2) await bringTo(ctx, own, candidate, "refused")
  }
})

const at = (university: "AUI" | "UM6P") => ({ university, personId: nobody })

test("paging by key shows every choice of the university once", async () => {
  const seen: string[] = []
  let after: string | null = null
  do {
    const page: Awaited<ReturnType<typeof listChoices>> = await listChoices(ctx, { ...at("AUI"), filter: {}, after, size: 1 })
    seen.push(...page.rows.map((row) => row.id))
    after = page.next
  } while (after !== null)
  expect(seen.toSorted()).toEqual(aui.toSorted())
})

test("the views say what needs doing, and count what the lists show", async () => {
  const views = await countChoiceViews(ctx, at("AUI"))
  expect(views).toMatchObject({ review: 2, decide: 1, refused: 1, unseen: 4, all: 4, waiver: 0 })
  expect(await countChoices(ctx, { ...at("AUI"), filter: { need: "review" } })).toBe(2)
  expect((await listChoiceProgrammes(ctx, "AUI")).length).toBe(1)
})

test("a reference or a name finds a choice at one's own university only", async () => {
  expect((await listChoices(ctx, { ...at("AUI"), filter: { words: reference } })).rows.map((row) => row.id)).toEqual([aui[0]])
  expect((await listChoices(ctx, { ...at("UM6P"), filter: { words: reference } })).rows.map((row) => row.id)).toEqual([um6p])
})

test("a name of nine letters that has the form of a reference is found as a name", async () => {
  const words = "Marta Keta"
  expect(isReference(tidyReference(words))).toBe(true)
  const { personId } = await ctx.db.application.findUniqueOrThrow({ where: { reference } })
  await ctx.db.person.update({ where: { id: personId }, data: { nameFolded: "marta keta" } })
  expect((await listChoices(ctx, { ...at("AUI"), filter: { words } })).rows.map((row) => row.id)).toEqual([aui[0]])
  expect(await countChoices(ctx, { ...at("AUI"), filter: { words } })).toBe(1)
})

test("the file of the other university's choice is not there, and one's own tells nothing of rank, gender or other choices", async () => {
  expect(await findChoiceFile(ctx, { university: "UM6P", choiceId: aui[0] ?? "" })).toBeNull()
  const file = await findChoiceFile(ctx, { university: "AUI", choiceId: aui[0] ?? "" })
  expect(file?.choice.application.reference).toBe(reference)
  const told = JSON.stringify(file)
  for (const word of ['"rank"', '"gender"', '"choices"', "preferredUniversity", um6p, "UM6P"]) expect(told).not.toContain(word)
})

test("officers of the other university cannot mark, give or note it", async () => {
  const stranger = await aStaff(ctx, "officer", "UM6P")
  const [choiceId = ""] = aui
  for (const outcome of [
    await markChoiceSeen(stranger, { choiceId }),
    await assignChoice(stranger, { choiceId, ownerId: null }),
    await noteChoice(stranger, { choiceId, text: "seen from outside" }),
  ]) {
    expect(outcome.refused?.code).toBe("not-found")
  }
})

test("a choice is given to those alone who work choices at the same university", async () => {
  const officer = await aStaff(ctx, "officer", "AUI")
  const outreach = await aStaff(ctx, "outreach", "AUI")
  const [choiceId = ""] = aui
  expect((await assignChoice(officer, { choiceId, ownerId: outreach.actor.personId })).refused?.code).toBe("leads.owner-elsewhere")
  must(await assignChoice(officer, { choiceId, ownerId: officer.actor.personId }))
  expect(
    (await listChoices(ctx, { university: "AUI", personId: officer.actor.personId, filter: { owner: "mine" } })).rows.map((row) => row.id),
  ).toEqual([choiceId])
})

test("an export is written into the journal, with its filter and count, before it leaves", async () => {
  const head = await aStaff(ctx, "head", "AUI")
  const lines = must(await exportChoices(head, { filter: { need: "review" } }))
  const event = await ctx.db.event.findFirstOrThrow({ where: { type: "choices.exported", actorId: head.actor.personId } })
  expect(event).toMatchObject({ university: "AUI", facts: { filter: "need=review", hasWords: false, count: 2 } })
  let text = ""
  for await (const part of lines) text += part
  expect(text.charCodeAt(0)).toBe(0xfeff)
  expect(text.trimEnd().split("\r\n")).toHaveLength(3)
  expect((await exportChoices(await aStaff(ctx, "outreach", "AUI"), { filter: {} })).refused?.code).toBe("not-allowed")
})
