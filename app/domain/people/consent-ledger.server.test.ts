import { createHash } from "node:crypto"
import fc from "fast-check"
import { beforeEach, describe, expect, it } from "vitest"
import { audienceRows } from "#app/domain/campaigns/audience-sql.server.ts"
import { type ConsentBox, consentBoxes } from "#app/domain/leads/consent-boxes.ts"
import { makeEnquiry } from "#app/domain/leads/make-enquiry.server.ts"
import en from "#app/locales/en/all.ts"
import fr from "#app/locales/fr/all.ts"
import ar from "#app/locales/ar/all.ts"
import { aStaff, must } from "#app/testing/builders.ts"
import { testCtx, type TestCtx } from "#app/testing/test-ctx.ts"
import { confirmNumber } from "./confirm-number.server.ts"
import { historyOf } from "./consent-history.ts"
import { consentEditions, consentTextVersion } from "./consent-texts.ts"
import { expireConsents } from "./expire-consents.server.ts"
import { giveConsents } from "./give-consents.server.ts"
import { findPreferences } from "./preferences-queries.server.ts"
import { unsubscribeLinks } from "./preferences-link.server.ts"
import { confirmLink, proveAddress } from "./prove-address.server.ts"
import { savePreferences } from "./save-preferences.server.ts"
import { keyOf, subscriptionKeys, type SubscriptionKey } from "./subscriptions.ts"
import { unsubscribe } from "./unsubscribe.server.ts"
import { withdrawConsents } from "./withdraw-consents.server.ts"

let ctx: TestCtx
let officer: Awaited<ReturnType<typeof aStaff>> | undefined
let number = 0
let email = ""
let phone = ""
beforeEach(async () => {
  ctx ??= await testCtx()
  ctx.setNow("2026-11-23T12:00:00Z")
  nextPerson()
})

function nextPerson() {
  number++
  email = `ledger.${number}@example.org`
  phone = `+22177123${String(1000 + number)}`
}

let asked = 0
async function ask(consents: readonly ConsentBox[], more: { phone?: string } = {}): Promise<string> {
  const said = { country: "SN", birthYear: 2000, level: null, fields: [], message: `Question ${++asked}` } as const
  const { reference } = must(await makeEnquiry(ctx, { ...said, givenName: "Awa", familyName: "Diop", email, phone, consents, ...more }))
  return (await ctx.db.enquiry.findUniqueOrThrow({ where: { reference }, select: { personId: true } })).personId
}

const rowsOf = (personId: string) => ctx.db.consent.findMany({ where: { personId }, orderBy: { id: "asc" } })
const livingOf = async (personId: string): Promise<Set<SubscriptionKey>> =>
  new Set((await rowsOf(personId)).filter((row) => row.withdrawnAt === null && row.expiredAt === null).map(keyOf))
const awakeOf = async (personId: string): Promise<SubscriptionKey[]> =>
  (await rowsOf(personId)).filter((row) => row.withdrawnAt === null && row.expiredAt === null && row.awakeAt !== null).map(keyOf)
const tokenOf = (personId: string, owner: "AUI" | "UM6P" | "JOINT" = "JOINT") =>
  unsubscribeLinks(ctx, { personId, owner, language: "en", address: email }).page.split("/").at(-1) ?? ""

async function prove(personId: string) {
  must(await proveAddress(ctx, { token: confirmLink(ctx, { personId, address: email }).split("/").at(-1) ?? "" }))
}

async function call(personId: string) {
  officer ??= await aStaff(ctx, "officer", "AUI")
  const lead = await ctx.db.lead.findUniqueOrThrow({ where: { personId_university: { personId, university: "AUI" } } })
  const contact = await ctx.db.contact.findFirstOrThrow({ where: { personId, kind: "phone" } })
  must(await confirmNumber(officer, { leadId: lead.id, contactId: contact.id }))
}

async function save(personId: string, wanted: readonly SubscriptionKey[], shown?: readonly SubscriptionKey[]) {
  const token = tokenOf(personId)
  return savePreferences(ctx, { token, shown: shown ?? (await findPreferences(ctx, token))?.on ?? [], wanted })
}

type Act =
  | { act: "ask"; boxes: ConsentBox[] }
  | { act: "prove" }
  | { act: "call" }
  | { act: "save"; wanted: SubscriptionKey[] }
  | { act: "one-click"; owner: "AUI" | "UM6P" | "JOINT" }
  | { act: "silence" }

const acts = fc.array(
  fc.oneof(
    fc.subarray([...consentBoxes]).map((boxes): Act => ({ act: "ask", boxes })),
    fc.constantFrom<Act>({ act: "prove" }, { act: "call" }, { act: "silence" }),
    fc.subarray([...subscriptionKeys]).map((wanted): Act => ({ act: "save", wanted })),
    fc.constantFrom("AUI" as const, "UM6P" as const, "JOINT" as const).map((owner): Act => ({ act: "one-click", owner })),
  ),
  { minLength: 3, maxLength: 6 },
)

async function doIt(personId: string, one: Act) {
  if (one.act === "ask") await ask(one.boxes)
  else if (one.act === "prove") await prove(personId)
  else if (one.act === "call") await call(personId)
  else if (one.act === "save") must(await save(personId, one.wanted))
  else if (one.act === "one-click") must(await unsubscribe(ctx, { token: tokenOf(personId, one.owner) }))
  else {
    ctx.advance({ days: 800 })
    await expireConsents(ctx)
  }
}

describe("the ledger of consents, whatever happens in whatever order", () => {
  it("is never rewritten, asking again takes nothing away, and what was taken back stays so until it is given again", async () => {
    await fc.assert(
      fc.asyncProperty(fc.subarray([...consentBoxes]), acts, async (first, then) => {
        nextPerson()
        ctx.setNow("2026-11-23T12:00:00Z")
        const personId = await ask(first)
        for (const one of then) {
          ctx.advance({ minutes: 11 })
          const before = await rowsOf(personId)
          const living = await livingOf(personId)
          await doIt(personId, one)
          const after = await rowsOf(personId)
          for (const row of before) {
            const now = after.find(({ id }) => id === row.id)
            // Only waking and closing are ever written, each once.
            const { awakeAt, withdrawnAt, withdrawnHow, expiredAt, expiredWhy } = row
            const closed = withdrawnAt !== null || expiredAt !== null ? { awakeAt, withdrawnAt, withdrawnHow, expiredAt, expiredWhy } : {}
            const woken = awakeAt === null ? {} : { awakeAt }
            const { awakeAt: _a, withdrawnAt: _w, withdrawnHow: _h, expiredAt: _e, expiredWhy: _y, ...kept } = row
            expect(now).toMatchObject({ ...kept, ...woken, ...closed })
          }
          const nowLiving = await livingOf(personId)
          if (one.act === "ask" || one.act === "prove" || one.act === "call") {
            expect([...living].filter((key) => !nowLiving.has(key))).toEqual([])
          }
          const given = new Set(after.filter(({ id }) => !before.some((row) => row.id === id)).map(keyOf))
          expect([...nowLiving].filter((key) => !living.has(key) && !given.has(key))).toEqual([])
          if (one.act === "save") expect(nowLiving).toEqual(new Set(one.wanted))
        }
      }),
      { numRuns: 4 },
    )
  }, 60_000)
})

describe("a consent", () => {
  it("for a phone sleeps until an officer has called the number, and then holds; one by e-mail waits for its own address", async () => {
    const personId = await ask(["email", "whatsapp", "call"])
    await prove(personId)
    expect(new Set((await awakeOf(personId)).map((key) => key.split("-")[1]))).toEqual(new Set(["email"]))
    await call(personId)
    expect(new Set((await awakeOf(personId)).map((key) => key.split("-")[1]))).toEqual(new Set(["email", "whatsapp", "call"]))
    const contact = await ctx.db.contact.findFirstOrThrow({ where: { personId, kind: "phone" } })
    expect(contact.provedAt).not.toBeNull()
    expect(contact.provedById).not.toBeNull()
    await call(personId)
    expect((await ctx.events(personId)).filter((type) => type === "contact.called")).toHaveLength(1)
  })

  it("by e-mail that was given with a number alone is not woken by calling it", async () => {
    email = ""
    const personId = await ask(["email"])
    await call(personId)
    expect(await awakeOf(personId)).toEqual([])
  })

  it("for a phone needs a number, in the form and on the page", async () => {
    const asked = { givenName: "Awa", familyName: "Diop", email, phone: "", country: "SN", birthYear: null } as const
    const outcome = await makeEnquiry(ctx, { ...asked, level: null, fields: [], message: "", consents: ["sms"] })
    expect(outcome.refused).toMatchObject({ code: "field.consent-phone", field: "phone" })
    const personId = await ask(["email"], { phone: "" })
    expect((await save(personId, ["AUI-call-news"])).refused).toMatchObject({ code: "field.consent-phone" })
    const token = tokenOf(personId)
    const wanted: SubscriptionKey[] = ["AUI-call-news"]
    expect((await savePreferences(ctx, { token, shown: [], wanted, phone: "12" })).refused).toMatchObject({ code: "field.phone" })
    must(await savePreferences(ctx, { token, shown: [], wanted, phone: "77 123 45 67" }))
    expect(await findPreferences(ctx, token)).toMatchObject({
      asleep: expect.arrayContaining(wanted),
      phone: { end: "67", isProved: false },
    })
  })

  it("by e-mail that sleeps where no mail can wake it holds once the page that came by mail is saved with its tick", async () => {
    const address = email
    email = ""
    const personId = await ask(["AUI-news", "AUI-events"])
    email = address
    expect(await ask([])).toBe(personId)
    await prove(personId)
    const token = tokenOf(personId)
    expect(await findPreferences(ctx, token)).toMatchObject({ asleep: ["AUI-email-news", "AUI-email-events"] })
    must(await save(personId, ["AUI-email-news"]))
    expect(await awakeOf(personId)).toEqual(["AUI-email-news"])
    expect(await findPreferences(ctx, token)).toMatchObject({ on: ["AUI-email-news"], asleep: [] })
    const rows = await rowsOf(personId)
    must(await save(personId, ["AUI-email-news"]))
    expect(await rowsOf(personId)).toEqual(rows)
  })

  it("by e-mail that sleeps at the address of the page is woken by saving it, and what is not ticked there is not", async () => {
    const personId = await ask(["AUI-news", "UM6P-news"])
    must(await save(personId, ["AUI-email-news"]))
    expect((await rowsOf(personId)).map((row) => [keyOf(row), row.awakeAt !== null, row.withdrawnAt !== null])).toEqual([
      ["AUI-email-news", true, false],
      ["UM6P-email-news", false, true],
    ])
  })

  it("by e-mail waits on where the link of the page names no address, and nothing is given twice", async () => {
    const personId = await ask(["AUI-news"])
    const token = unsubscribeLinks(ctx, { personId, owner: "JOINT", language: "en" }).page.split("/").at(-1) ?? ""
    must(await savePreferences(ctx, { token, shown: ["AUI-email-news"], wanted: ["AUI-email-news"] }))
    expect((await rowsOf(personId)).map(({ awakeAt }) => awakeAt)).toEqual([null])
  })

  it("is confirmed by call only where the person is a lead, by who works leads", async () => {
    const personId = await ask(["call"])
    const lead = await ctx.db.lead.findUniqueOrThrow({ where: { personId_university: { personId, university: "AUI" } } })
    const contact = await ctx.db.contact.findFirstOrThrow({ where: { personId, kind: "phone" } })
    const of = { leadId: lead.id, contactId: contact.id }
    expect((await confirmNumber(await aStaff(ctx, "officer", "UM6P"), of)).refused).toEqual({ code: "not-found" })
    expect((await confirmNumber(await aStaff(ctx, "campaigns", "AUI"), of)).refused).toEqual({ code: "not-allowed" })
    const mail = await ctx.db.contact.findFirstOrThrow({ where: { personId, kind: "email" } })
    expect((await confirmNumber(await aStaff(ctx, "officer", "AUI"), { ...of, contactId: mail.id })).refused).toEqual({ code: "not-found" })
  })

  it("that was given elsewhere since the page was read is not taken away by saving the page", async () => {
    const personId = await ask([])
    await ask(["UM6P-events"])
    must(await save(personId, ["AUI-email-news"], []))
    expect(await livingOf(personId)).toEqual(new Set(["UM6P-email-events", "AUI-email-news"]))
  })

  it("that comes later than it was given is none where its own person has taken the same back in between", async () => {
    const days = ["2026-11-01T12:00:00Z", "2026-11-03T12:00:00Z", "2026-11-05T12:00:00Z"]
    const people: string[] = []
    for (const day of days) {
      nextPerson()
      people.push(await ask(["email"]))
      ctx.setNow(day)
      must(await withdrawConsents(ctx, { personId: people.at(-1) ?? "", owner: "AUI", how: "page" }))
    }
    ctx.setNow("2026-11-23T12:00:00Z")
    const given = people.map((personId, place) => ({
      personId,
      address: "ledger@example.org",
      grants: [{ university: "AUI", purpose: "news" } as const],
      textShown: `Text ${place % 2}`,
      language: "fr" as const,
      source: "import",
      givenAt: new Date(["2026-10-01T12:00:00Z", "2026-11-04T12:00:00Z", "2026-11-04T12:00:00Z"][place] ?? ""),
    }))
    await ctx.transaction((tx) => giveConsents(ctx, tx, given))
    const kept = await ctx.db.consent.findMany({
      where: { personId: { in: people }, source: "import" },
      select: { personId: true, textShown: true, givenAt: true },
    })
    expect(kept).toEqual([{ personId: people[1], textShown: "Text 1", givenAt: new Date("2026-11-04T12:00:00Z") }])
  })

  it("ends by itself after two years without a word, and not while the person is heard of", async () => {
    const personId = await ask(["email"])
    await prove(personId)
    ctx.advance({ days: 700 })
    await expireConsents(ctx)
    expect((await livingOf(personId)).size).toBe(4)
    await ask([])
    ctx.advance({ days: 700 })
    await expireConsents(ctx)
    expect((await livingOf(personId)).size).toBe(4)
    ctx.advance({ days: 40 })
    await expireConsents(ctx)
    expect((await livingOf(personId)).size).toBe(0)
    expect(await ctx.events(personId)).toContain("consent.expired")
    const audience = await ctx.db.$queryRaw<{ reason: string | null }[]>(
      audienceRows({ owner: "AUI", purpose: "news", segment: { countries: [], languages: [], levels: [], stages: [] } }, ctx.now(), [
        personId,
      ]),
    )
    expect(audience).toMatchObject([{ reason: "no_consent" }])
    await ask(["AUI-news"])
    expect(await livingOf(personId)).toEqual(new Set(["AUI-email-news"]))
  })

  it("ends with the edition of the text that was read, when that holds no more", async () => {
    const personId = await ask(["email"])
    const editions = consentEditions.map((edition) => ({ ...edition, holds: edition.version !== consentTextVersion }))
    expect(await expireConsents(ctx, { editions })).toBeGreaterThanOrEqual(4)
    expect((await rowsOf(personId)).map(({ expiredWhy }) => expiredWhy)).toEqual(["text", "text", "text", "text"])
  })

  it("is told as moments: what was said in one act is one line, with what was read", async () => {
    const personId = await ask(["email", "whatsapp"])
    ctx.advance({ minutes: 5 })
    await prove(personId)
    ctx.advance({ minutes: 5 })
    must(await unsubscribe(ctx, { token: tokenOf(personId, "AUI") }))
    const history = historyOf(await rowsOf(personId))
    expect(history.map(({ kind, how, keys }) => `${kind} ${how} ${keys.length}`)).toEqual([
      "withdrawn one-click 2",
      "woken  4",
      "given enquiry 8",
    ])
    expect(history.at(-1)?.texts).toHaveLength(2)
  })
})

/** What is shown when somebody says yes, in every language. */
const shownTexts = [en, fr, ar].map(({ enquire, people }) => {
  const { news, events, newsOf, eventsOf, share, shareTitle } = people.preferences
  return [enquire.consentTitle, enquire.consent, people.channel, news, events, newsOf, eventsOf, share, shareTitle]
})

it("the edition of the texts is raised when a text changes: the number and the texts belong together", () => {
  const hash = createHash("sha256").update(JSON.stringify(shownTexts)).digest("hex").slice(0, 16)
  expect({ version: consentTextVersion, hash }).toEqual({ version: 2, hash: "895b6e0463d18748" })
})
