import { beforeAll, describe, expect, test } from "vitest"
import { cancelEvent } from "#app/domain/events/cancel-event.server.ts"
import { findEvent } from "#app/domain/events/event-queries.server.ts"
import { aStaff, must } from "#app/testing/builders.ts"
import { anEvent, eventInput, publishEvent } from "#app/testing/events.ts"
import { testCtx, type TestCtx } from "#app/testing/test-ctx.ts"
import { archiveThing } from "./archive-thing.server.ts"
import type { EventContent } from "./event-content.ts"
import { findOwnThing } from "./find-own-thing.server.ts"
import { previewThing } from "./preview-thing.server.ts"
import { readContentForm } from "./read-content-form.ts"
import { restoreVersion } from "./restore-version.server.ts"
import { reviewVersion } from "./review-version.server.ts"
import { saveDraft } from "./save-draft.server.ts"
import { findChange, listVersions } from "./thing-history.server.ts"
import { listThings } from "./thing-list.server.ts"
import { marksOf } from "./translation-marks.server.ts"

const kind = "event" as const
let ctx: TestCtx
let writer: Awaited<ReturnType<typeof aStaff>>
let head: Awaited<ReturnType<typeof aStaff>>

beforeAll(async () => {
  ctx = await testCtx({ now: "2026-11-23T12:00:00Z" })
  writer = await aStaff(ctx, "outreach", "UM6P")
  head = await aStaff(ctx, "head", "UM6P")
})

const save = (who: typeof writer, content: EventContent, more: { id?: string; version?: number; holds?: string[] } = {}) =>
  saveDraft(who, { id: more.id ?? null, version: more.version ?? 0, base: "en", content, holds: more.holds ?? [] })
const thingOf = async (id: string) => must(await findOwnThing(writer, { kind, id }, "edit")).thing
const nowhere = { en: "", fr: "", ar: "" }

/** An event with readers, and its content. */
async function aPublished() {
  const { id, slug } = await anEvent(ctx)
  const { content } = await thingOf(id)
  if (content.kind !== "event") throw new Error("This is an event")
  return { id, slug, content }
}

describe("an event on its way to readers", () => {
  test("is a draft until a head who did not write it has read it and publishes it", async () => {
    const content = eventInput(ctx)
    const { id } = must(await save(writer, content))
    expect(await ctx.db.publicEvent.count({ where: { id } })).toBe(0)
    expect((await reviewVersion(writer, { kind, id, number: 1 })).refused?.code).toBe("not-allowed")
    expect(must(await publishEvent(head, { id, number: 1 }))).toMatchObject({ told: null })
    const slug = `${content.title.en.toLowerCase().replace(" ", "-")}-2026-11-26`
    expect(await findEvent(ctx.inLanguage("fr"), slug)).toMatchObject({ title: content.title.fr, phase: "coming" })
    expect(await ctx.events(id)).toEqual(["catalogue.drafted", "catalogue.reviewed", "catalogue.published"])
  })

  test("says which translation is missing, and which is of an earlier text", async () => {
    const { id, content } = await aPublished()
    must(await save(writer, { ...content, summary: { ...content.summary, en: "Another summary" } }, { id, version: 1 }))
    const changed = await thingOf(id)
    expect(
      marksOf(changed.content, changed.base, changed.translatedFrom).map(({ path, language, mark }) => `${mark} ${path}-${language}`),
    ).toEqual(["outdated summary-fr", "outdated summary-ar"])
    expect((await reviewVersion(head, { kind, id, number: 2 })).refused?.code).toBe("editing.outdated")
    const still = { ...content, summary: { ...content.summary, en: "Another summary" }, about: { ...content.about, ar: "" } }
    must(await save(writer, still, { id, version: 2, holds: ["summary-fr", "summary-ar"] }))
    expect((await reviewVersion(head, { kind, id, number: 3 })).refused?.code).toBe("editing.missing")
    // Readers have what they had.
    expect((await ctx.db.publicEvent.findUniqueOrThrow({ where: { id } })).summary).toEqual(content.summary)
  })

  test("tells who changed what, and a former version can be taken up again", async () => {
    const { id, content } = await aPublished()
    must(await save(writer, { ...content, title: { en: "New", fr: "Neuf", ar: "جديد" }, capacity: 30 }, { id, version: 1 }))
    must(await publishEvent(head, { id, number: 2 }))
    expect((await findChange(writer, { kind, id, number: 2 }))?.map(({ path, language }) => [path, language])).toEqual([
      ["title", "fr"],
      ["title", "en"],
      ["title", "ar"],
      ["capacity", null],
    ])
    must(await restoreVersion(writer, { kind, id, number: 1, version: 2 }))
    must(await publishEvent(head, { id, number: 3 }))
    expect(await ctx.db.publicEvent.findUniqueOrThrow({ where: { id } })).toMatchObject({ title: content.title, capacity: null })
    expect((await listVersions(writer, { kind, id })).map(({ number, state }) => [number, state])).toEqual([
      [3, "published"],
      [2, "superseded"],
      [1, "superseded"],
    ])
  })

  test("two who write at once do not write over each other", async () => {
    const { id, content } = await aPublished()
    must(await save(writer, { ...content, capacity: 30 }, { id, version: 1 }))
    expect((await save(head, { ...content, capacity: 40 }, { id, version: 1 })).refused?.code).toBe("changed-meanwhile")
  })

  test("does not reach readers half: a fair needs its country, a session online its link, and both a time to come", async () => {
    const publish = async (more: Parameters<typeof eventInput>[1]) => {
      const { id } = must(await save(writer, eventInput(ctx, more)))
      return (await publishEvent(head, { id, number: 1 })).refused?.code
    }
    expect(await publish({ title: { en: "Only English", fr: "", ar: "" } })).toBe("editing.missing")
    expect(await publish({ eventKind: "online", link: "" })).toBe("events.link-missing")
    expect(await publish({ country: "" })).toBe("events.place-missing")
    expect(await publish({ inHours: -1 })).toBe("events.past")
    // What is online has no place to write.
    expect(await publish({ eventKind: "online", venue: nowhere })).toBeUndefined()
  })

  test("that nobody has seen is put aside and comes back; one that readers have is cancelled instead", async () => {
    const { id } = must(await save(writer, eventInput(ctx)))
    expect((await archiveThing(writer, { kind, id, number: 1 })).refused?.code).toBe("not-allowed")
    expect(must(await archiveThing(head, { kind, id, number: 1 }))).toEqual({ contentVersion: null })
    expect((await thingOf(id)).standing).toBe("archived")
    const shown = await aPublished()
    expect((await archiveThing(head, { kind, id: shown.id, number: 1 })).refused?.code).toBe("editing.event-stays")
  })

  test("has an address of its title and its day; another of that name and day needs another", async () => {
    const input = eventInput(ctx, { title: { en: "Open day: Benguérir!", fr: "", ar: "" } })
    const { id } = must(await save(writer, input))
    expect((await thingOf(id)).content.slug).toBe("open-day-benguerir-2026-11-26")
    expect((await save(writer, input)).refused).toMatchObject({ code: "editing.slug-taken", field: "slug" })
  })
})

describe("who writes events", () => {
  test("outreach and heads, each of their own university and of both; for the others they are not there", async () => {
    const theirs = await anEvent(ctx, { owner: "AUI" })
    expect((await findOwnThing(head, { kind, id: theirs.id }, "publish")).refused?.code).toBe("not-found")
    expect((await save(writer, eventInput(ctx, { owner: "AUI" }))).refused?.code).toBe("not-allowed")
    const joint = await anEvent(ctx, { owner: "JOINT" })
    for (const university of ["AUI", "UM6P"] as const)
      must(await findOwnThing(await aStaff(ctx, "head", university), { kind, id: joint.id }, "publish"))
    for (const role of ["officer", "reviewer", "campaigns", "director"] as const)
      expect((await save(await aStaff(ctx, role, "UM6P"), eventInput(ctx))).refused?.code).toBe("not-allowed")
  })

  test("find them in the catalogue by title and standing, the cancelled among the archived", async () => {
    const { id, content } = await aPublished()
    const list = async (standing: "archived" | "published" | null) =>
      (await listThings(writer, { university: "UM6P", filter: { kind, title: content.title.fr, standing, mark: null }, page: 1 })).rows
    expect(await list(null)).toMatchObject([{ title: content.title.en, standing: "published", isShown: true }])
    expect(await list("archived")).toEqual([])
    must(await cancelEvent(head, { eventId: id }))
    expect(await list(null)).toEqual([])
    expect(await list("archived")).toMatchObject([{ id, isShown: false }])
  })
})

describe("an event as it is typed", () => {
  const typed = {
    version: ["0"],
    owner: ["UM6P"],
    base: ["fr"],
    eventKind: ["online"],
    day: ["2027-02-20"],
    time: ["18:30"],
    endDay: ["2027-02-20"],
    end: ["19h30"],
    "title-fr": [" Séance "],
    "venue-fr": ["Dakar"],
    country: ["SN"],
    capacity: ["٤٠"],
  }
  const problems = (more: Record<string, string[]>) => {
    const read = readContentForm(kind, { ...typed, ...more }, { isNew: true })
    return read.ok ? [] : read.problems.map(({ field, code }) => [field, code])
  }

  test("is read by Morocco's clock; what does not belong to its kind is left out", () => {
    const read = readContentForm(kind, typed, { isNew: true })
    if (!read.ok || read.value.content.kind !== "event") throw new Error("This can be read")
    expect(read.value.content.startsAt).toMatch(/^2027-02-20T1[78]:30:00\.000Z$/)
    expect(read.value.content).toMatchObject({ title: { en: "", fr: "Séance", ar: "" }, venue: nowhere, country: "", capacity: 40 })
  })

  test("says beside each field what cannot be", () => {
    expect(problems({ time: ["25:00"], day: ["2027-02-30"], capacity: ["0"] })).toEqual([
      ["day", "field.date"],
      ["time", "field.time"],
      ["capacity", "events.capacity-range"],
    ])
    expect(problems({ end: ["18:30"] })).toEqual([["end", "events.ends-first"]])
    expect(problems({ endDay: ["2027-03-20"] })).toEqual([["endDay", "events.too-long"]])
    expect(problems({ link: ["javascript:alert(1)"] })).toEqual([["link", "events.link-form"]])
    expect(problems({ "title-fr": ["x".repeat(121)] })).toEqual([["title-fr", "field.too-long"]])
    expect(problems({ eventKind: ["party"], country: ["XX"] })).toEqual([
      ["eventKind", "field.choice"],
      ["country", "field.choice"],
    ])
  })

  test("is shown as the reader will see it, also while words are missing", async () => {
    const texts = { title: { en: "In English alone", fr: "", ar: "" }, about: { en: "", fr: "Un\n\nDeux", ar: "" } }
    const { id } = must(await save(writer, eventInput(ctx, texts)))
    const missing = ctx.inLanguage("fr").t("editing.preview.missing")
    expect(await previewThing(ctx, await thingOf(id), "fr")).toMatchObject({
      kind: "event",
      event: { title: missing, about: ["Un", "Deux"], phase: "coming" },
    })
  })
})
