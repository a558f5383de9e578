import { setTimeout } from "node:timers/promises"
import fc from "fast-check"
import { beforeEach, describe, expect, it, test } from "vitest"
import texts from "#app/locales/en/states.ts"
import { closeLead } from "#app/domain/leads/close-lead.server.ts"
import { mergePeople } from "#app/domain/identity/merge-people.server.ts"
import { unmergePeople } from "#app/domain/identity/unmerge-people.server.ts"
import { makeEnquiry } from "#app/domain/leads/make-enquiry.server.ts"
import { moveLead } from "#app/domain/leads/move-lead.server.ts"
import { markLeadSeen } from "#app/domain/leads/mark-lead-seen.server.ts"
import { noteLead } from "#app/domain/leads/note-lead.server.ts"
import { snoozeLead } from "#app/domain/leads/snooze-lead.server.ts"
import { tagLead } from "#app/domain/leads/tag-lead.server.ts"
import { confirmLink, proveAddress } from "#app/domain/people/prove-address.server.ts"
import { scoreLeads } from "#app/domain/scoring/score-leads.server.ts"
import { ImportState } from "#app/platform/prisma-client/enums.ts"
import { aStaff, must, theSystem } from "#app/testing/builders.ts"
import { aCheckedList, anImport, aWorkbook, fairList, listOf } from "#app/testing/lists.ts"
import { isConcurrent } from "#app/testing/test-database.ts"
import { testCtx, type TestCtx } from "#app/testing/test-ctx.ts"
import { beginImport } from "./begin-import.server.ts"
import { dropImport } from "./drop-import.server.ts"
import { keptPeople } from "./import-queries.server.ts"
import { mostRows } from "./import-limits.ts"
import { importEdges } from "./import-states.ts"
import { mapColumns } from "./map-columns.server.ts"
import { refusedRows } from "./refused-rows.server.ts"
import { runImport } from "./run-import.server.ts"
import { sweepImports } from "./sweep-imports.server.ts"
import { undoImport } from "./undo-import.server.ts"
import { workImport } from "./work-import.server.ts"
import { workUndo } from "./work-undo.server.ts"

let ctx: TestCtx
let officer: Awaited<ReturnType<typeof aStaff>>
let number = 0

beforeEach(async () => {
  ctx ??= await testCtx()
  ctx.setNow("2026-11-26T12:00:00Z")
  officer ??= await aStaff(ctx, "officer", "AUI")
  number++
})

const heads = "Nom;Courriel;Téléphone;Né le;Ville;Lycée;Accord"
const consent = { how: "sheet" as const, on: new Date("2026-11-20"), text: "J’accepte de recevoir des e-mails." }

/** Everything that is known of people, as rows; when somebody was last looked at for doubles is nothing of theirs. */
async function everything() {
  const tables = ["person", "contact", "enquiry", "lead", "consent", "duplicate_suggestion", "guardian", "import_trace"]
  const found: Record<string, unknown> = {}
  for (const table of tables)
    found[table] = await ctx.db.$queryRawUnsafe(`select to_jsonb(t) - 'looked_at' as row from ${table} t order by to_jsonb(t)::text`)
  return found
}

async function undo(importId: string) {
  must(await undoImport(officer, { importId }))
  await ctx.runJobs()
  return ctx.db.leadImport.findUniqueOrThrow({ where: { id: importId } })
}

type Said = {
  country?: string
  consents?: ["email"]
  level?: "master" | "phd"
  message?: string
  university?: "UM6P"
  birthYear?: number | null
}

async function asks(name: string, email: string, more: Said = {}) {
  const visitor = { familyName: "", phone: "", country: "SN", birthYear: null, level: null, fields: [], consents: [] }
  must(await makeEnquiry(ctx.inLanguage("en"), { ...visitor, givenName: name, email, message: `From ${email}`, ...more }))
  return (await personOf(email))?.id ?? ""
}

async function personOf(email: string) {
  return ctx.db.person.findFirst({
    where: { contacts: { some: { kind: "email", value: email } } },
    include: {
      leads: { orderBy: { id: "asc" } },
      enquiries: { orderBy: { id: "asc" } },
      consents: { orderBy: { id: "asc" } },
      contacts: { orderBy: { id: "asc" } },
    },
  })
}

test("the states are those of the schema, and each has its word", () => {
  expect(Object.keys(importEdges)).toEqual(Object.values(ImportState))
  expect(Object.keys(texts.import)).toEqual(Object.values(ImportState))
})

const counts = {
  dakar: [240, 235, 2, 3, 1, "SN"],
  kano: [300, 298, 1, 1, 0, "NG"],
  tunis: [160, 158, 1, 1, 0, "TN"],
} as const

test.each(["dakar", "kano", "tunis"] as const)(
  "the list of the fair of %s is taken in as it was checked, and undone without a trace",
  async (name) => {
    const before = await everything()
    const checked = await aCheckedList(ctx, officer, fairList(name))
    const of = (list: typeof checked) => [list.rows, list.fresh, list.joined, list.refused, list.reduced, list.country]
    expect([checked.state, ...of(checked)]).toEqual(["checked", ...counts[name]])
    expect(await everything()).toEqual(before)
    must(await runImport(officer, { importId: checked.id, mappedTimes: checked.mappedTimes }))
    await ctx.runJobs()
    const list = await ctx.db.leadImport.findUniqueOrThrow({ where: { id: checked.id } })
    expect([list.state, ...of(list)]).toEqual(["done", ...counts[name]])
    const consents = await ctx.db.consent.findMany({ where: { source: "import", sourceId: list.id } })
    // The list of Tunis says nothing of permission; what the others say sleeps until its address is proved.
    expect(consents.length > 0).toBe(name !== "tunis")
    expect(
      consents.every(({ awakeAt, university, textShown }) => awakeAt === null && university === "AUI" && textShown === consent.text),
    ).toBe(true)
    expect(await undo(list.id)).toMatchObject({ state: "undone", kept: 0 })
    expect(await everything()).toEqual(before)
  },
)

test("whatever signs a list holds, it is kept and shown", async () => {
  const cells = ["a".repeat(79) + "😀b", "A\0wa", `${"x".repeat(3_999)}😀`]
  const lines = [`${"y".repeat(5_000)};Nom\0;Courriel`, ...cells.map((cell, place) => `;${cell};odd${place}@example.org`)]
  const list = await aCheckedList(ctx, officer, listOf(lines), { country: "SN", mapping: [null, "name", "email"] })
  expect([list.state, list.fresh, list.refused]).toEqual(["checked", 1, 2])
  must(await dropImport(officer, { importId: list.id }))
})

describe("a row", () => {
  it("adds to somebody known what was not known, and overwrites nothing", async () => {
    const email = `awa${number}@example.org`
    const visitor = { givenName: "Awa", familyName: "Diop", phone: "", birthYear: null, level: null, fields: [], message: "", consents: [] }
    must(await makeEnquiry(ctx, { ...visitor, email, country: "SN" }))
    const rows = [`Diop Awa;${email};77 512 00 ${10 + number};14/03/2006;Thiès;Lycée Malick Sall;non`, `Awa DIOP;${email};;;Dakar;;`]
    const list = await anImport(ctx, officer, listOf([heads, ...rows]), { country: "SN" })
    expect([list.fresh, list.joined]).toEqual([0, 2])
    const person = await personOf(email)
    expect(person).toMatchObject({ givenName: "Awa", city: "Thiès", school: "Lycée Malick Sall", placeFolded: "thies lycee malick sall" })
    expect(person?.birthDate?.toISOString().slice(0, 10)).toBe("2006-03-14")
    expect(person?.contacts).toHaveLength(2)
    expect(person?.consents).toEqual([])
    expect(person?.enquiries.map(({ kind }) => kind).sort()).toEqual(["form", "import", "import"])
  })

  it("that does not say where somebody lives, or in which language they read, leaves what they said themselves", async () => {
    const emails = ["asked", "listed", "told"].map((name) => `${name}${number}@example.org`)
    const [asked = "", listed = "", told = ""] = emails
    await asks("Mariam Keita", asked, { country: "ML" })
    await asks("Awa Keita", told, { country: "ML" })
    const rows = [
      `Mariam Keita;${asked};;`,
      `Moussa Keita;${listed};;`,
      `Moussa Keita;${listed};;Tunisie`,
      `Moussa Keita;${listed};;`,
      `Awa Keita;${told};;Guinée`,
    ]
    await anImport(ctx, officer, listOf(["Nom;Courriel;Téléphone;Pays", ...rows]), { country: "SN", language: "ar" })
    const said = async (email: string) => (await personOf(email))?.leads.filter(({ university }) => university === "AUI")
    expect(await said(asked)).toMatchObject([{ country: "ML", language: "en" }])
    expect(await said(listed)).toMatchObject([{ country: "TN", language: "ar" }])
    expect(await said(told)).toMatchObject([{ country: "GN", language: "en" }])
  })

  it("that was refused, or lost a cell, comes back in a file with what is wrong, made harmless", async () => {
    const rows = [
      "=1+1 Awa;x@;cassé;;;;",
      `Ba Moussa;moussa${number}@example.org;;31/02/2006;;;peut-être`,
      `Sy Fatou;fatou${number}@example.org;;;;;oui`,
    ]
    const list = await aCheckedList(ctx, officer, listOf([heads, ...rows]), { country: "SN" })
    expect([list.fresh, list.refused, list.reduced]).toEqual([1 + 1, 1, 1])
    const say = ({ column, code }: { column: number | null; code: string }) => `${column} ${code}`
    let text = ""
    for await (const part of must(await refusedRows(officer, { importId: list.id, say }))) text += part
    expect(text.split("\r\n").slice(1)).toEqual([
      `2,Refused,"1 field.email\n2 field.phone",'=1+1 Awa,x@,cassé,,,,`,
      `3,Taken without this cell,"3 imports.birth-unreadable\n6 imports.consent-unknown",Ba Moussa,moussa${number}@example.org,,31/02/2006,,,peut-être`,
      "",
    ])
  })
})

test("the file of refused rows is mended and sent again as it came back", async () => {
  const file = listOf([heads, ...Array.from({ length: 3 }, (_, index) => `;again${number}@;+221 77 518 ${10 + index} ${10 + number};;;;`)])
  const list = await aCheckedList(ctx, officer, file, { country: "TN" })
  expect([list.fresh, list.refused]).toEqual([0, 3])
  let text = ""
  for await (const part of must(await refusedRows(officer, { importId: list.id, say: ({ code }) => code }))) text += part
  expect(text).toContain("'+221 77")
  const again = await aCheckedList(ctx, officer, new File([text.replaceAll(/,,again\d+@,/g, ",Awa Diop,,")], "again.csv"), {
    country: "TN",
  })
  expect([again.fresh + again.joined, again.refused, again.reduced]).toEqual([3, 0, 0])
  for (const { id } of [list, again]) must(await dropImport(officer, { importId: id }))
})

test("of columns with one heading it is remembered which is which, also when the file is read otherwise", async () => {
  const partner = `Deux numéros ${number}`
  const lines = ["Nom;Téléphone;Téléphone;Courriel", "Awa;77 513 00 11;76 513 00 12;f@example.org"]
  const begin = async (file: File) => {
    const { importId } = must(await beginImport(officer, { file, partner }))
    return ctx.db.leadImport.findUniqueOrThrow({ where: { id: importId } })
  }
  const first = await begin(listOf(lines))
  const said = {
    country: "SN",
    language: "fr" as const,
    dateOrder: "dmy" as const,
    isForBoth: false,
    consent: { how: null, on: null, text: "" },
  }
  must(await mapColumns(officer, { ...said, importId: first.id, mapping: ["name", null, "phone", "email"] }))
  expect((await begin(listOf(lines))).mapping).toEqual(["name", "", "phone", "email"])

  const cells = (number: number, words: readonly string[]) =>
    `<row r="${number}">${words.map((word) => `<c t="inlineStr"><is><t>${word}</t></is></c>`).join("")}</row>`
  const rows = lines.map((line, place) => cells(place + 1, line.split(";"))).join("")
  const workbook = await begin(await aWorkbook({ Modèle: cells(1, ["Nom", "Courriel"]), Liste: rows }))
  must(await mapColumns(officer, { ...said, importId: workbook.id, mapping: ["name", "email"], sheet: 1 }))
  const reread = await ctx.db.leadImport.findUniqueOrThrow({ where: { id: workbook.id } })
  expect(reread.mapping).toEqual(["name", "", "phone", "email"])
  await ctx.runJobs()
  for (const { id } of [first, reread]) must(await dropImport(officer, { importId: id }))
})

test("a list that failed its check has no refused rows to give, and says nothing of it once it has passed", async () => {
  const heading = `<row r="1"><c t="inlineStr"><is><t>Nom</t></is></c><c t="inlineStr"><is><t>Courriel</t></is></c></row>`
  const row = `<row r="2"><c t="inlineStr"><is><t>Awa</t></is></c><c t="inlineStr"><is><t>passed${number}@example.org</t></is></c></row>`
  const failed = await aCheckedList(ctx, officer, await aWorkbook({ Modèle: heading, Liste: heading + row }), { country: "SN" })
  expect(failed).toMatchObject({ state: "failed", problem: { code: "lists.empty" } })
  const say = ({ code }: { code: string }) => code
  expect((await refusedRows(officer, { importId: failed.id, say })).refused?.code).toBe("changed-meanwhile")
  const said = {
    importId: failed.id,
    mapping: ["name", "email"] as const,
    country: "SN",
    language: "fr" as const,
    dateOrder: "dmy" as const,
    isForBoth: false,
    sheet: 1,
    consent: { how: null, on: null, text: "" },
  }
  expect(must(await mapColumns(officer, said))).toEqual({ isChecking: false })
  must(await mapColumns(officer, said))
  await ctx.runJobs()
  const passed = await ctx.db.leadImport.findUniqueOrThrow({ where: { id: failed.id } })
  expect(passed).toMatchObject({ state: "checked", fresh: 1, problem: null })
  must(await dropImport(officer, { importId: failed.id }))
})

test("what was said of a partner's columns is remembered for its next list, and a yes needs its proof", async () => {
  const partner = `Lycée ${number}`
  const begin = async () =>
    must(await beginImport(officer, { file: listOf(["Élève;Contact parent;Oui ?", `Awa;77 513 00 ${10 + number};oui`]), partner }))
  const { importId } = await begin()
  const said = {
    importId,
    mapping: ["name", "phone", "consent"] as const,
    country: "SN",
    language: "fr" as const,
    dateOrder: "dmy" as const,
    isForBoth: true,
    consent: { how: null, on: null, text: "" },
  }
  expect((await mapColumns(officer, { ...said, mapping: ["name", "name", null] })).refused?.code).toBe("imports.column-twice")
  expect((await mapColumns(officer, { ...said, mapping: ["name", null, null] })).refused?.code).toBe("imports.column-contact")
  expect((await mapColumns(officer, said)).refused?.code).toBe("imports.consent-missing")
  must(await mapColumns(officer, { ...said, consent }))
  await ctx.runJobs()
  const { importId: next } = await begin()
  const list = await ctx.db.leadImport.findUniqueOrThrow({ where: { id: next } })
  expect([list.mapping, list.country]).toEqual([["name", "phone", "consent"], "SN"])
  must(await runImport(officer, { importId, mappedTimes: 1 }))
  await ctx.runJobs()
  const person = await ctx.db.person.findFirstOrThrow({
    where: { contacts: { some: { value: `+2217751300${10 + number}` } } },
    include: { leads: true, consents: true },
  })
  // A list for both makes leads at both, and its yes is a yes to both.
  expect(person.leads.map(({ university, lastSource }) => [university, lastSource]).sort()).toEqual([
    ["AUI", `utm:lycée ${number}`],
    ["UM6P", `utm:lycée ${number}`],
  ])
  expect(person.consents).toHaveLength(4)
})

test("a list that breaks off far below fails its check, and nobody of it is taken in", async () => {
  const before = await everything()
  const rows = Array.from({ length: 9_000 }, (_, index) => `Awa ${index};broken${index}@example.org;;;;;`)
  const list = await aCheckedList(ctx, officer, listOf([heads, ...rows, '"Ba;open@example.org', ...rows]), { country: "SN" })
  expect(list).toMatchObject({ state: "failed", problem: { code: "lists.unreadable", details: { line: 9_002 } } })
  expect((await runImport(officer, { importId: list.id, mappedTimes: list.mappedTimes })).refused?.code).toBe("changed-meanwhile")
  expect(await everything()).toEqual(before)
  must(await dropImport(officer, { importId: list.id }))
})

test("a list of more than 200,000 rows fails its check with a sentence, and nobody of it is taken in", { timeout: 60_000 }, async () => {
  const before = await everything()
  const list = await aCheckedList(ctx, officer, listOf(["Nom;Courriel", ...Array<string>(mostRows + 1).fill("A;-")]), { country: "SN" })
  expect(list).toMatchObject({ state: "failed", problem: { code: "imports.too-many-rows", details: { max: 200_000 } } })
  expect((await runImport(officer, { importId: list.id, mappedTimes: list.mappedTimes })).refused?.code).toBe("changed-meanwhile")
  expect(await everything()).toEqual(before)
  must(await dropImport(officer, { importId: list.id }))
})

describe("an import", () => {
  const many = (count: number) => [
    heads,
    ...Array.from({ length: count }, (_, index) => `Fall Awa ${index};n${number}x${index}@example.org;;;;;`),
  ]

  it("that is cut off between two parts goes on behind the first, and writes each row once", async () => {
    const list = await aCheckedList(ctx, officer, listOf(many(1_100)), { country: "SN" })
    must(await runImport(officer, { importId: list.id, mappedTimes: list.mappedTimes }))
    let parts = 0
    const dying = {
      ...theSystem(ctx),
      transaction: (async (work) => {
        if (++parts === 2) throw new Error("The power is cut")
        return ctx.transaction(work)
      }) as typeof ctx.transaction,
    }
    await expect(workImport(dying, list.id)).rejects.toThrow("The power is cut")
    expect(await ctx.db.leadImport.findUniqueOrThrow({ where: { id: list.id } })).toMatchObject({
      state: "running",
      progress: 1_000,
      fresh: 1_000,
    })
    await ctx.runJobs()
    expect(await ctx.db.leadImport.findUniqueOrThrow({ where: { id: list.id } })).toMatchObject({
      state: "done",
      rows: 1_100,
      fresh: 1_100,
    })
    expect(await ctx.db.importTrace.count({ where: { importId: list.id } })).toBe(1_100)
    expect(await ctx.db.enquiry.count({ where: { email: { startsWith: `n${number}x` } } })).toBe(1_100)
    // And half an import is taken back as a whole one is.
    expect(await undo(list.id)).toMatchObject({ state: "undone", kept: 0 })
    expect(await ctx.db.enquiry.count({ where: { email: { startsWith: `n${number}x` } } })).toBe(0)
  })

  it.runIf(isConcurrent())("that two workers take up at once is written once", async () => {
    const list = await aCheckedList(ctx, officer, listOf(many(1_100)), { country: "SN" })
    must(await runImport(officer, { importId: list.id, mappedTimes: list.mappedTimes }))
    await Promise.all([workImport(theSystem(ctx), list.id), workImport(theSystem(ctx), list.id)])
    await ctx.runJobs()
    expect(await ctx.db.leadImport.findUniqueOrThrow({ where: { id: list.id } })).toMatchObject({ state: "done", fresh: 1_100 })
    expect(await ctx.db.enquiry.count({ where: { email: { startsWith: `n${number}x` } } })).toBe(1_100)
  })

  it("is undone by who took it in or a head, within 72 hours, and its file goes with them", async () => {
    const list = await anImport(ctx, officer, listOf([heads, `Awa;late${number}@example.org;;;;;`]), { country: "SN" })
    const colleague = await aStaff(ctx, "outreach", "AUI")
    expect((await undoImport(colleague, { importId: list.id })).refused?.code).toBe("imports.undo-not-yours")
    expect((await undoImport(await aStaff(ctx, "head", "UM6P"), { importId: list.id })).refused?.code).toBe("not-found")
    expect((await undoImport(await aStaff(ctx, "reviewer", "AUI"), { importId: list.id })).refused?.code).toBe("not-allowed")
    ctx.advance({ hours: 73 })
    expect((await undoImport(officer, { importId: list.id })).refused?.code).toBe("imports.undo-late")
    await sweepImports(theSystem(ctx))
    expect(await ctx.outside.storage.get(list.fileKey ?? "")).toBeNull()
    expect(await ctx.db.importTrace.count({ where: { importId: list.id } })).toBe(0)
  })

  it("when it is undone leaves those with whom something has been done since, and says who they are", async () => {
    const emails = ["gone", "worked", "wrote", "proved"].map((name) => `${name}${number}@example.org`)
    const [gone = "", worked = "", wrote = "", proved = ""] = emails
    const list = await anImport(
      ctx,
      officer,
      listOf([heads, ...emails.map((email, index) => `Person ${"ABCD"[index]};${email};;;;;oui`)]),
      {
        country: "SN",
      },
    )
    ctx.advance({ minutes: 30 })
    const lead = (await personOf(worked))?.leads[0]
    must(await moveLead(officer, { leadId: lead?.id ?? "", from: "new", to: "contacted" }))
    const visitor = { phone: "", birthYear: null, level: null, fields: [], message: "A question", consents: [] }
    must(await makeEnquiry(ctx, { ...visitor, givenName: "Person", familyName: "C", email: wrote, country: "SN" }))
    const provedId = (await personOf(proved))?.id ?? ""
    must(await proveAddress(ctx, { token: confirmLink(ctx, { personId: provedId, address: proved }).split("/").at(-1) ?? "" }))

    const undone = await undo(list.id)
    expect([undone.state, undone.kept]).toEqual(["undone", 3])
    expect((await keptPeople(officer, undone)).map(({ name }) => name)).toEqual(["Person B", "Person C", "Person D"])
    expect(await personOf(gone)).toBeNull()
    expect((await personOf(worked))?.leads[0]?.stage).toBe("contacted")
    // What nobody woke is no permission any more; what its person woke is theirs.
    expect((await personOf(worked))?.consents).toEqual([])
    expect((await personOf(wrote))?.enquiries).toHaveLength(2)
    expect((await personOf(proved))?.consents.every(({ awakeAt }) => awakeAt !== null)).toBe(true)
  })

  it.runIf(isConcurrent())(
    "while it is undone loses nothing of what comes: they wait, and are new to us or see that it is gone",
    async () => {
      const emails = ["asks", "moved", "noted", "proves"].map((name) => `${name}${number}@example.org`)
      const [asks = "", moved = "", noted = "", proves = ""] = emails
      const rows = emails.map((email, index) => `Person ${"ABCD"[index]};${email};;;;;oui`)
      const list = await anImport(ctx, officer, listOf([heads, ...rows]), { country: "SN" })
      const leadOf = async (email: string) => (await personOf(email))?.leads[0]?.id ?? ""
      const [movedLead, notedLead] = [await leadOf(moved), await leadOf(noted)]
      const token =
        confirmLink(ctx, { personId: (await personOf(proves))?.id ?? "", address: proves })
          .split("/")
          .at(-1) ?? ""
      must(await undoImport(officer, { importId: list.id }))

      // Somebody else's transaction holds a row of theirs for a moment, while the undoing is under way.
      const [held, release] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
      const holder = ctx.transaction(async (tx) => {
        await tx.db.$queryRaw`select id from consent where address = any (${emails}::text[]) for update`
        held.resolve()
        await release.promise
      })
      await held.promise
      const undoing = workUndo(theSystem(ctx), list.id)
      await setTimeout(300)
      const visitor = { phone: "", birthYear: null, level: null, fields: [], message: "When may I apply?", consents: [] }
      const asked = makeEnquiry(ctx, { ...visitor, givenName: "Person", familyName: "A", email: asks, country: "SN" })
      const move = moveLead(officer, { leadId: movedLead, from: "new", to: "contacted" })
      const note = noteLead(officer, { leadId: notedLead, text: "Called back" })
      const proof = proveAddress(ctx, { token })
      await setTimeout(300)
      release.resolve()
      await Promise.all([holder, undoing])

      const { reference } = must(await asked)
      expect((await personOf(asks))?.enquiries.map((enquiry) => enquiry.reference)).toEqual([reference])
      expect((await move).refused?.code).toBe("not-found")
      expect((await note).refused?.code).toBe("not-found")
      expect((await proof).refused?.code).toBe("people.link-old")
      expect(await ctx.db.leadImport.findUniqueOrThrow({ where: { id: list.id } })).toMatchObject({ state: "undone", kept: 0 })
      expect([await personOf(moved), await personOf(noted), await personOf(proves)]).toEqual([null, null, null])
      expect(await ctx.db.note.count({ where: { thingId: notedLead } })).toBe(0)
    },
  )

  it.runIf(isConcurrent())("that is undone while somebody is at work on its people waits for what they do, and leaves it", async () => {
    const email = `working${number}@example.org`
    const list = await anImport(ctx, officer, listOf([heads, `Person A;${email};;;;;oui`]), { country: "SN" })
    const lead = (await personOf(email))?.leads[0]?.id ?? ""
    must(await undoImport(officer, { importId: list.id }))
    const [held, release] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    const working = ctx.transaction(async (tx) => {
      await tx.db.lead.update({ where: { id: lead }, data: { version: { increment: 1 } } })
      held.resolve()
      await release.promise
    })
    await held.promise
    const undoing = workUndo(theSystem(ctx), list.id)
    await setTimeout(300)
    release.resolve()
    await Promise.all([working, undoing])
    expect((await personOf(email))?.leads[0]?.version).toBe(1)
    expect(await ctx.db.leadImport.findUniqueOrThrow({ where: { id: list.id } })).toMatchObject({ state: "undone", kept: 1 })
  })

  it("taken back leaves two who were made one before it came as they were, and whom it added to", async () => {
    const [mine, other] = [`m${number}@example.org`, `other${number}@example.org`]
    const [keptId, awayId] = [await asks("Awa Diop", mine), await asks("Awa Diop", other)]
    const { mergeId } = must(await mergePeople(officer, { keptId, awayId }))
    ctx.advance({ days: 30 })
    must(await unmergePeople(officer, { mergeId }))
    ctx.advance({ days: 30 })
    const before = await personOf(mine)
    const list = await anImport(ctx, officer, listOf([heads, `Awa Diop;${mine};77 514 00 ${10 + number};14/03/2006;Thiès;Lycée X;oui`]), {
      country: "SN",
    })
    expect([list.joined, (await personOf(mine))?.city]).toEqual([1, "Thiès"])
    expect(await undo(list.id)).toMatchObject({ kept: 0 })
    expect({ ...(await personOf(mine)), lookedAt: null }).toEqual({ ...before, lookedAt: null })

    // What a merge has made of them since stays as it is, and so does what was made two again.
    const again = await anImport(ctx, officer, listOf([heads, `Awa Diop;${mine};;;Thiès;;`]), { country: "SN" })
    const { mergeId: later } = must(await mergePeople(officer, { keptId, awayId }))
    must(await unmergePeople(officer, { mergeId: later }))
    expect(await undo(again.id)).toMatchObject({ kept: 1 })
    expect((await personOf(mine))?.city).toBe("Thiès")
  })

  it("taken back takes its permissions from whoever its people were found to be, and they can be made two again", async () => {
    const [mine, listed] = [`k${number}@example.org`, `l${number}@example.org`]
    const keptId = await asks("Moussa Ba", mine)
    const list = await anImport(ctx, officer, listOf([heads, `Moussa Ba;${listed};;;;;oui`]), { country: "SN" })
    const awayId = (await personOf(listed))?.id ?? ""
    const { mergeId } = must(await mergePeople(officer, { keptId, awayId }))
    const ofList = () => ctx.db.consent.count({ where: { source: "import", sourceId: list.id } })
    expect([await ofList(), (await personOf(mine))?.consents.length]).toEqual([2, 2])
    expect(await undo(list.id)).toMatchObject({ kept: 1 })
    expect(await ofList()).toBe(0)
    must(await unmergePeople(officer, { mergeId }))
    expect(await ofList()).toBe(0)
    expect((await personOf(mine))?.id).toBe(keptId)
    expect(await personOf(listed)).toMatchObject({ id: awayId, consents: [], enquiries: [{ kind: "import" }] })
  })

  it("taken back takes back a permission too that a merge had closed beside its like", async () => {
    const [mine, listed] = [`k${number}@example.org`, `l${number}@example.org`]
    const keptId = await asks("Moussa Ba", mine, { consents: ["email"] })
    const list = await anImport(ctx, officer, listOf([heads, `Moussa Ba Junior;${mine};;;;;oui`, `Moussa Ba;${listed};;;;;oui`]), {
      country: "SN",
    })
    const awayId = (await ctx.db.person.findFirstOrThrow({ where: { givenName: "Moussa Ba Junior" }, orderBy: { id: "desc" } })).id
    const { mergeId } = must(await mergePeople(officer, { keptId, awayId }))
    expect(await ctx.db.consent.count({ where: { sourceId: list.id, withdrawnHow: "merge" } })).toBe(2)
    await undo(list.id)
    must(await unmergePeople(officer, { mergeId }))
    expect(await ctx.db.consent.count({ where: { sourceId: list.id } })).toBe(0)
    expect(await ctx.db.consent.count({ where: { personId: keptId, withdrawnAt: null } })).toBe(4)
  })

  it.each(["in the order they came", "the last one first"])("that came twice is gone when both are taken back, %s", async (order) => {
    const [fresh, known] = [`fresh${number}@example.org`, `known${number}@example.org`]
    await asks("Ba Co", known)
    const lead = (await personOf(known))?.leads.find(({ university }) => university === "AUI")
    must(await closeLead(officer, { leadId: lead?.id ?? "", from: "new", reason: "no-answer" }))
    ctx.advance({ minutes: 20 })
    const before = await everything()
    const rows = [`Awa Diop;${fresh};77 515 00 ${10 + number};14/03/2006;Thiès;;oui`, `Ba Co;${known};77 516 00 ${10 + number};;Dakar;;oui`]
    const lists = []
    for (const universities of [false, true]) {
      lists.push(await anImport(ctx, officer, listOf([heads, ...rows]), { country: "SN", isForBoth: universities }))
      ctx.advance({ minutes: 10 })
    }
    const [first, second] = order === "in the order they came" ? lists : lists.reverse()
    const one = await undo(first?.id ?? "")
    // Whom the second list has too is here for that one still, and the page of the first says so.
    expect(one.kept).toBe(order === "in the order they came" ? 1 : 0)
    expect((await keptPeople(officer, one)).map(({ name }) => name)).toEqual(one.kept === 1 ? ["Awa Diop"] : [])
    expect((await personOf(fresh))?.enquiries).toHaveLength(1)
    expect((await personOf(known))?.contacts).toHaveLength(2)
    expect((await personOf(known))?.leads.find(({ university }) => university === "AUI")).toMatchObject({
      stage: "new",
      lastSource: "utm:salon de dakar",
    })
    expect(await undo(second?.id ?? "")).toMatchObject({ kept: 0 })
    expect(await ctx.db.leadImport.findUniqueOrThrow({ where: { id: one.id } })).toMatchObject({ kept: 0 })
    expect(await everything()).toEqual(before)
  })

  it("taken back leaves to another list what that one says too, and takes the rest", async () => {
    const [fresh, known] = [`fresh${number}@example.org`, `known${number}@example.org`]
    await asks("Ba Co", known)
    const phone = (at: number) => `77 517 ${at} ${10 + number}`
    const first = await anImport(
      ctx,
      officer,
      listOf([heads, `Awa Diop;${fresh};${phone(11)};;;;oui`, `Ba Co;${known};${phone(12)};;Dakar;;`]),
      {
        country: "SN",
        isForBoth: true,
      },
    )
    ctx.advance({ minutes: 10 })
    const second = await anImport(ctx, officer, listOf([heads, `Awa Diop;${fresh};;;;;oui`, `Ba Co;${known};;;;Lycée X;`]), {
      country: "SN",
    })
    await undo(first.id)
    const person = await personOf(fresh)
    expect(person?.contacts.map(({ value }) => value)).toEqual([fresh])
    expect(person?.leads.map(({ university }) => university)).toEqual(["AUI"])
    expect(person?.consents).toHaveLength(0)
    expect(await personOf(known)).toMatchObject({ city: "", school: "Lycée X", placeFolded: "lycee x", contacts: [{ value: known }] })
    // Whom an officer has worked with since stays when the other list goes too.
    must(await moveLead(officer, { leadId: person?.leads[0]?.id ?? "", from: "new", to: "contacted" }))
    expect(await undo(second.id)).toMatchObject({ kept: 1 })
    expect(await ctx.db.leadImport.findUniqueOrThrow({ where: { id: first.id } })).toMatchObject({ kept: 1 })
    expect(await personOf(known)).toMatchObject({ school: "", placeFolded: "" })
  })

  it("taken back takes its points from the scores", async () => {
    const email = `points${number}@example.org`
    await asks("Fatou Sy", email)
    const score = async () => {
      await scoreLeads(theSystem(ctx), { most: 100_000 })
      const lead = (await personOf(email))?.leads.find(({ university }) => university === "AUI")
      return [lead?.score, JSON.stringify(lead?.scoreReasons)]
    }
    ctx.advance({ days: 20 })
    const before = await score()
    const list = await anImport(ctx, officer, listOf([`${heads};Niveau`, `Fatou Sy;${email};;14/03/2006;Thiès;;;master`]), {
      country: "SN",
    })
    expect(await score()).not.toEqual(before)
    expect(await undo(list.id)).toMatchObject({ kept: 0 })
    expect(await score()).toEqual(before)
  })

  it("taken back closes no lead, and sends none to sleep, that somebody has taken up since", async () => {
    const emails = ["moved", "asleep", "worked", "closed", "tagged"].map((name) => `${name}${number}@example.org`)
    const leadOf = async (email = "") => (await personOf(email))?.leads.find(({ university }) => university === "AUI")
    for (const [place, email] of emails.entries()) {
      await asks(`Person ${"ABCDE"[place]}`, email)
      const leadId = (await leadOf(email))?.id ?? ""
      if (place === 1 || place === 2) must(await snoozeLead(officer, { leadId, until: new Date("2027-01-26") }))
      else must(await closeLead(officer, { leadId, from: "new", reason: "no-answer" }))
    }
    ctx.advance({ minutes: 30 })
    const [moved, asleep, worked, closed, tagged] = emails
    const list = await anImport(ctx, officer, listOf([heads, ...emails.map((email, place) => `Person ${"ABCDE"[place]};${email};;;;;`)]), {
      country: "SN",
    })
    expect([(await leadOf(moved))?.stage, (await leadOf(asleep))?.snoozedUntil]).toEqual(["new", null])
    must(await moveLead(officer, { leadId: (await leadOf(moved))?.id ?? "", from: "new", to: "contacted" }))
    for (const email of [worked, tagged])
      must(await tagLead(officer, { leadId: (await leadOf(email))?.id ?? "", seen: [], wanted: ["bourse"] }))
    await undo(list.id)
    expect(await leadOf(moved)).toMatchObject({ stage: "contacted", stageBefore: null, closedReason: null })
    expect(await leadOf(worked)).toMatchObject({ stage: "new", snoozedUntil: null })
    expect(await leadOf(tagged)).toMatchObject({ stage: "new", closedReason: null })
    expect(await leadOf(asleep)).toMatchObject({ snoozedUntil: new Date("2027-01-26") })
    expect(await leadOf(closed)).toMatchObject({ stage: "closed", stageBefore: "new", closedReason: "no-answer" })
  })

  it("taken back leaves what another list says of somebody too, whether that one found it so or says otherwise", async () => {
    const [same, other, year] = ["same", "other", "year"].map((name) => `${name}${number}@example.org`)
    for (const email of [same, other, year]) await asks("Moussa Ba", email ?? "")
    ctx.advance({ minutes: 20 })
    const before = await everything()
    const lists = []
    for (const rows of [
      [`${same};;14/03/2006;Thiès;Lycée X;`, `${other};;14/03/2006;Thiès;;`, `${year};;14/03/2006;;;`],
      [`${same};;14/03/2006;Thiès;;`, `${other};;14/03/2006;Dakar;;`, `${year};;2006;;;`],
    ]) {
      lists.push(await anImport(ctx, officer, listOf([heads, ...rows.map((row) => `Moussa Ba;${row}`)]), { country: "SN" }))
      ctx.advance({ minutes: 20 })
    }
    const birth = new Date("2006-03-14")
    await undo(lists[0]?.id ?? "")
    expect(await personOf(same ?? "")).toMatchObject({ city: "Thiès", school: "", placeFolded: "thies", birthDate: birth, birthYear: 2006 })
    expect(await personOf(other ?? "")).toMatchObject({ city: "Dakar", placeFolded: "dakar", birthDate: birth })
    expect(await personOf(year ?? "")).toMatchObject({ birthDate: null, birthYear: 2006 })
    expect(await undo(lists[1]?.id ?? "")).toMatchObject({ kept: 0 })
    expect(await everything()).toEqual(before)
  })

  it("taken back leaves the year of birth that its candidate has said since", async () => {
    const email = `year${number}@example.org`
    await asks("Moussa Ba", email)
    ctx.advance({ minutes: 20 })
    const list = await anImport(ctx, officer, listOf([heads, `Moussa Ba;${email};;14/03/2006;Thiès;;`]), { country: "SN" })
    ctx.advance({ minutes: 20 })
    await asks("Moussa Ba", email, { message: "May I still apply?", birthYear: 2006 })
    await undo(list.id)
    expect(await personOf(email)).toMatchObject({ birthDate: null, birthYear: 2006, city: "" })
  })

  it("that stands has said of somebody what it would have said alone, whichever others are undone", { timeout: 60_000 }, async () => {
    const row = fc.record({
      birth: fc.constantFrom("14/03/2006", "2006", ""),
      city: fc.constantFrom("Thiès", "Dakar", ""),
      school: fc.constantFrom("Lycée X", ""),
      level: fc.constantFrom("master", "phd", ""),
      field: fc.constantFrom("Informatique", "Médecine", ""),
      country: fc.constantFrom("Mali", "Guinée", ""),
    })
    const list = fc.record({ row, stands: fc.boolean(), rank: fc.nat(2) })
    const world = fc.record({
      isClosed: fc.boolean(),
      year: fc.constantFrom(2006, null),
      lists: fc.array(list, { minLength: 2, maxLength: 3 }),
    })
    let runs = 0
    await fc.assert(
      fc.asyncProperty(world, async ({ isClosed, year, lists }) => {
        runs++
        // One is on every list, the other on those alone that stand in the end.
        const [all, alone] = [`all${number}r${runs}@example.org`, `alone${number}r${runs}@example.org`]
        for (const email of [all, alone]) {
          await asks("Awa Diop", email, { birthYear: year })
          const leadId = (await personOf(email))?.leads.find(({ university }) => university === "AUI")?.id ?? ""
          if (isClosed) must(await closeLead(officer, { leadId, from: "new", reason: "no-answer" }))
        }
        const undone: { id: string; rank: number }[] = []
        for (const { row: said, stands, rank } of lists) {
          ctx.advance({ minutes: 20 })
          const lineOf = (email: string) =>
            ["Awa Diop", email, "", said.birth, said.city, said.school, "", said.level, said.field, said.country].join(";")
          const rows = stands ? [lineOf(all), lineOf(alone)] : [lineOf(all)]
          const { id } = await anImport(ctx, officer, listOf([`${heads};Niveau souhaité;Filière;Pays`, ...rows]), { country: "SN" })
          if (!stands) undone.push({ id, rank })
        }
        for (const { id } of undone.sort((a, b) => a.rank - b.rank)) await undo(id)
        const known = async (email: string) => {
          const person = await personOf(email)
          const lead = person?.leads.find(({ university }) => university === "AUI")
          return {
            person: [person?.birthDate, person?.birthYear, person?.city, person?.school, person?.placeFolded, person?.country],
            lead: [
              lead?.stage,
              lead?.closedReason,
              lead?.level,
              lead?.fields,
              lead?.country,
              lead?.language,
              lead?.lastSource,
              lead?.activeAt,
            ],
          }
        }
        expect(await known(all)).toEqual(await known(alone))
      }),
      { seed: 1, numRuns: 24 },
    )
  })

  it.each(["closed", "asleep", "seen"] as const)(
    "taken back leaves a lead open, awake and unseen whose candidate has asked since, however it was before: %s",
    async (was) => {
      const [asker, silent] = [`asker${number}@example.org`, `silent${number}@example.org`]
      const leadOf = async (email: string) => (await personOf(email))?.leads.find(({ university }) => university === "AUI")
      for (const [name, email] of [
        ["Awa Diop", asker],
        ["Moussa Ba", silent],
      ] as const) {
        await asks(name, email)
        const leadId = (await leadOf(email))?.id ?? ""
        if (was === "closed") must(await closeLead(officer, { leadId, from: "new", reason: "no-answer" }))
        if (was === "asleep") must(await snoozeLead(officer, { leadId, until: new Date("2027-01-26") }))
        must(await markLeadSeen(officer, { leadId }))
      }
      const before = await leadOf(silent)
      ctx.advance({ minutes: 30 })
      const list = await anImport(
        ctx,
        officer,
        listOf([`${heads};Niveau;Pays`, `Awa Diop;${asker};;;;;;master;Mali`, `Moussa Ba;${silent};;;;;;master;Mali`]),
        { country: "SN" },
      )
      ctx.advance({ minutes: 30 })
      const askedAt = ctx.now()
      await asks("Awa Diop", asker, { message: "May I still apply?", level: "master", country: "ML" })
      ctx.advance({ minutes: 30 })
      expect(await undo(list.id)).toMatchObject({ kept: 0 })
      expect(await leadOf(asker)).toMatchObject({ stage: "new", closedReason: null, snoozedUntil: null, seenAt: null })
      // What the list said, and they after it, they have said.
      expect(await leadOf(asker)).toMatchObject({ activeAt: askedAt, lastSource: "direct", level: "master", country: "ML" })
      expect({ ...(await leadOf(silent)), rescoreAt: null }).toEqual({ ...before, rescoreAt: null })
    },
  )

  it("taken back leaves what was asked between two lists open, in whatever order they go", async () => {
    for (const order of [
      [0, 1],
      [1, 0],
    ]) {
      const email = `between${order.join("")}${number}@example.org`
      const leadOf = async () => (await personOf(email))?.leads.find(({ university }) => university === "AUI")
      await asks("Fatou Sy", email)
      must(await closeLead(officer, { leadId: (await leadOf())?.id ?? "", from: "new", reason: "no-answer" }))
      const lists = []
      for (const place of [0, 1]) {
        ctx.advance({ minutes: 20 })
        lists.push(await anImport(ctx, officer, listOf([heads, `Fatou Sy;${email};;;;;`]), { country: "SN" }))
        ctx.advance({ minutes: 20 })
        if (place === 0) await asks("Fatou Sy", email, { message: "May I still apply?" })
      }
      for (const place of order) {
        await undo(lists[place]?.id ?? "")
        expect(await leadOf()).toMatchObject({ stage: "new", seenAt: null })
      }
    }
  })

  it("taken back leaves a lead open too whose candidate began to ask before the list came and was heard after it", async () => {
    const email = `waited${number}@example.org`
    const leadOf = async () => (await personOf(email))?.leads.find(({ university }) => university === "AUI")
    await asks("Fatou Sy", email)
    must(await closeLead(officer, { leadId: (await leadOf())?.id ?? "", from: "new", reason: "no-answer" }))
    ctx.advance({ minutes: 20 })
    const id = ctx.id()
    const list = await anImport(ctx, officer, listOf([heads, `Fatou Sy;${email};;;;;`]), { country: "SN" })
    ctx.advance({ minutes: 1 })
    await asks("Fatou Sy", email, { message: "May I still apply?" })
    await ctx.db.enquiry.updateMany({ where: { email, message: "May I still apply?" }, data: { id } })
    await undo(list.id)
    expect(await leadOf()).toMatchObject({ stage: "new", seenAt: null })
  })

  it("taken back closes a lead again at the university of which nothing was asked since", async () => {
    const email = `one${number}@example.org`
    await asks("Fatou Sy", email)
    const colleague = await aStaff(ctx, "officer", "UM6P")
    for (const { id: leadId, university } of (await personOf(email))?.leads ?? [])
      must(await closeLead(university === "AUI" ? officer : colleague, { leadId, from: "new", reason: "no-answer" }))
    ctx.advance({ minutes: 20 })
    const list = await anImport(ctx, officer, listOf([heads, `Fatou Sy;${email};;;;;`]), { country: "SN", isForBoth: true })
    ctx.advance({ minutes: 20 })
    await asks("Fatou Sy", email, { message: "May I still apply?", university: "UM6P" })
    await undo(list.id)
    const stages = (await personOf(email))?.leads.map(({ university, stage }) => [university, stage]).sort()
    expect(stages).toEqual([
      ["AUI", "closed"],
      ["UM6P", "new"],
    ])
  })

  it(
    "then undone is as if it had never been, whoever was there before, whatever it holds and whatever other list has come",
    {
      timeout: 90_000,
    },
    async () => {
      const [names, mails] = [
        ["Awa Diop", "Diop Awa", "Awa Diopp", "Moussa Ba", "أوا ديوب"],
        ["a", "b", "c", ""],
      ]
      const row = fc.record({
        name: fc.constantFrom(...names),
        mail: fc.constantFrom(...mails),
        phone: fc.constantFrom("01", "02", ""),
        birth: fc.constantFrom("14/03/2006", "15/03/2006", "2005", "2006", ""),
        city: fc.constantFrom("Thiès", "Dakar", ""),
        school: fc.constantFrom("Lycée X", ""),
        yes: fc.constantFrom("oui", "non", ""),
        level: fc.constantFrom("master", "phd", ""),
        country: fc.constantFrom("Mali", ""),
      })
      type Row = typeof row extends fc.Arbitrary<infer One> ? One : never
      const earlier = fc.record({ row, became: fc.constantFrom("closed", "snoozed", "seen", "nothing") })
      const list = fc.record({ rows: fc.array(row, { minLength: 1, maxLength: 6 }), isForBoth: fc.boolean(), isScored: fc.boolean() })
      const world = fc.record({
        known: fc.array(earlier, { maxLength: 4 }),
        /** Whether the first two of those who were known were found to be one, and were made two again. */
        merge: fc.constantFrom("none", "made", "undone"),
        lists: fc.array(list, { minLength: 1, maxLength: 3 }),
        /** By which the lists are ordered when they are undone. */
        order: fc.array(fc.nat(2), { minLength: 3, maxLength: 3 }),
        /** Who asks by the form, and how many lists have come and gone by then. */
        asks: fc.oneof(
          { weight: 2, arbitrary: fc.constant([]) },
          { weight: 1, arbitrary: fc.array(fc.record({ row, after: fc.integer({ min: 1, max: 5 }) }), { minLength: 1, maxLength: 2 }) },
        ),
      })
      const known: Row = {
        name: "Awa Diop",
        mail: "a",
        phone: "01",
        birth: "14/03/2006",
        city: "Thiès",
        school: "",
        yes: "oui",
        level: "",
        country: "",
      }
      type World = typeof world extends fc.Arbitrary<infer One> ? One : never
      // Two who resemble each other by their number, of whom the list then says one address.
      const alike = [known, { ...known, name: "Awa Diopp", mail: "b" }]
      const crossed = alike.map((one, place) => ({ ...one, name: "Awa Diop", mail: place === 0 ? "b" : "a" }))
      // Somebody who sleeps or is closed, on two lists, of which the second says more.
      const more: Row = { ...known, phone: "02", level: "phd", country: "Mali" }
      const twice = [[known], [more]].map((rows) => ({
        rows,
        isForBoth: true,
        isScored: true,
      }))
      // A day on, what the rules above have left is scored once, and stays as it is.
      ctx.advance({ days: 1 })
      await scoreLeads(theSystem(ctx), { most: 100_000 })
      let runs = 0
      const isSome = (count: number) => count > 0
      const seen = { left: 0, merged: 0, several: 0, asked: 0 }
      await fc.assert(
        fc.asyncProperty(world, async ({ known: all, merge, lists, order, asks: asking }) => {
          const at = `${number}p${++runs}.example.org`
          const mailOf = (mail: string) => (mail === "" ? "" : `${mail}@${at}`)
          // Numbers of this run alone: a number that another run has used would have its people judged anew.
          const phoneOf = (phone: string) => (phone === "" ? "" : `77 5${String(number * 100 + runs).padStart(4, "0")} ${phone}`)
          const personIds = new Set<string>()
          /** Whose an enquiry by the form is; nobody's where it has no address. */
          const askByForm = async (person: Row, message: string) => {
            const [givenName = "", familyName = ""] = person.name.split(" ")
            const contact = { email: mailOf(person.mail), phone: phoneOf(person.phone), country: "SN" }
            if (contact.email === "" && contact.phone === "") return null
            const visitor = { givenName, familyName, ...contact, birthYear: null, level: null, fields: [], message }
            const { reference } = must(
              await makeEnquiry(ctx, { ...visitor, consents: person.yes === "oui" && contact.email !== "" ? ["email"] : [] }),
            )
            return (await ctx.db.enquiry.findFirstOrThrow({ where: { reference } })).personId
          }
          for (const { row: person, became } of all) {
            const personId = await askByForm(person, at)
            if (personId === null) continue
            personIds.add(personId)
            const lead = await ctx.db.lead.findFirst({ where: { personId, university: "AUI", stage: "new" } })
            if (became === "closed" && lead !== null) must(await closeLead(officer, { leadId: lead.id, from: "new", reason: "no-answer" }))
            if (became === "snoozed" && lead !== null) must(await snoozeLead(officer, { leadId: lead.id, until: new Date("2027-08-01") }))
            if (became !== "nothing" && lead !== null) must(await markLeadSeen(officer, { leadId: lead.id }))
            ctx.advance({ minutes: 11 })
          }
          const [keptId, awayId] = personIds
          if (merge !== "none" && keptId !== undefined && awayId !== undefined) {
            const { mergeId } = must(await mergePeople(officer, { keptId, awayId }))
            ctx.advance({ minutes: 1 })
            if (merge === "undone") must(await unmergePeople(officer, { mergeId }))
            seen.merged++
          }
          await ctx.runJobs()
          ctx.advance({ minutes: 20 })
          await scoreLeads(theSystem(ctx), { most: 100_000 })
          const before = await everything()

          const taken: string[] = []
          const askers = new Set<string>()
          let moves = 0
          const moved = async () => {
            moves++
            for (const [place, { row: person, after }] of asking.entries()) {
              const asker = after === moves ? await askByForm(person, `May I still apply? ${place}`) : null
              if (asker === null) continue
              askers.add(asker)
              ctx.advance({ minutes: 11 })
            }
          }
          const lineOf = (one: Row) =>
            [one.name, mailOf(one.mail), phoneOf(one.phone), one.birth, one.city, one.school, one.yes, one.level, one.country].join(";")
          for (const { rows, isForBoth, isScored } of lists) {
            const checked = await aCheckedList(ctx, officer, listOf([`${heads};Niveau souhaité;Pays`, ...rows.map(lineOf)]), {
              country: "SN",
              isForBoth,
            })
            if (checked.fresh + checked.joined === 0) continue
            must(await runImport(officer, { importId: checked.id, mappedTimes: checked.mappedTimes }))
            await ctx.runJobs()
            const one = await ctx.db.leadImport.findUniqueOrThrow({ where: { id: checked.id } })
            expect([one.fresh, one.joined, one.refused]).toEqual([checked.fresh, checked.joined, checked.refused])
            taken.push(one.id)
            ctx.advance({ minutes: 5 })
            if (isScored) await scoreLeads(theSystem(ctx), { most: 100_000 })
            await moved()
          }
          if (taken.length > 1) seen.several++
          const undone = taken.map((id, place) => ({ id, rank: order[place] ?? 0 })).sort((a, b) => a.rank - b.rank)
          for (const { id } of undone) {
            const one = await undo(id)
            expect(one.state).toBe("undone")
            seen.left += one.kept
            await moved()
          }
          await scoreLeads(theSystem(ctx), { most: 100_000 })
          if (askers.size > 0) {
            // Whoever has asked since is there to be answered, whatever their lead was before.
            const leads = await ctx.db.lead.findMany({ where: { personId: { in: [...askers] }, setAsideBy: null } })
            expect(leads).toHaveLength(askers.size * 2)
            for (const lead of leads) {
              expect(lead).toMatchObject({ stage: "new", snoozedUntil: null, seenAt: null })
              expect(lead.answerDueAt).not.toBeNull()
            }
            seen.asked++
            return
          }
          expect(await everything()).toEqual(before)
          expect(await ctx.db.leadImport.count({ where: { id: { in: taken }, kept: { gt: 0 } } })).toBe(0)
        }),
        {
          seed: 1,
          numRuns: 24,
          examples: [
            [
              {
                known: alike.map((one) => ({ row: one, became: "nothing" })),
                merge: "none",
                lists: [{ rows: crossed, isForBoth: false, isScored: false }],
                order: [0, 1, 2],
                asks: [],
              },
            ],
            [{ known: [{ row: known, became: "snoozed" }], merge: "none", lists: twice, order: [0, 1, 2], asks: [] }],
            [{ known: alike.map((one) => ({ row: one, became: "closed" })), merge: "undone", lists: twice, order: [1, 0, 2], asks: [] }],
            [{ known: alike.map((one) => ({ row: one, became: "closed" })), merge: "made", lists: twice, order: [0, 1, 2], asks: [] }],
            ...(["snoozed", "closed", "seen"] as const).flatMap((became) =>
              [1, 2].map((after): [World] => [
                { known: [{ row: known, became }], merge: "none", lists: twice, order: [0, 1, 2], asks: [{ row: known, after }] },
              ]),
            ),
            [{ known: [], merge: "none", lists: twice, order: [0, 1, 2], asks: [] }],
          ],
        },
      )
      expect(seen).toEqual({
        left: expect.toSatisfy(isSome),
        merged: expect.toSatisfy(isSome),
        several: expect.toSatisfy(isSome),
        asked: expect.toSatisfy(isSome),
      })
    },
  )
})
