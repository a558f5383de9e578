import fc from "fast-check"
import { beforeAll, expect, it } from "vitest"
import { closeLead } from "#app/domain/leads/close-lead.server.ts"
import { makeEnquiry } from "#app/domain/leads/make-enquiry.server.ts"
import { mergePeople } from "#app/domain/identity/merge-people.server.ts"
import { confirmLink, proveAddress } from "#app/domain/people/prove-address.server.ts"
import { withdrawConsents } from "#app/domain/people/withdraw-consents.server.ts"
import { aCandidate, aStaff, must } from "#app/testing/builders.ts"
import { anImport, listOf } from "#app/testing/lists.ts"
import { testCtx, type TestCtx } from "#app/testing/test-ctx.ts"

/* Whoever is found on a list is taken in as if they had asked: what a row says comes to what the same said by themselves does. */

let ctx: TestCtx
let officer: Awaited<ReturnType<typeof aStaff>>
let run = 0

beforeAll(async () => {
  ctx = await testCtx()
  ctx.setNow("2026-11-26T12:00:00Z")
  officer = await aStaff(ctx, "officer", "AUI")
})

const someone = fc.record({
  name: fc.constantFrom("Awa Diop", "Diop Awa", "Awa Diopp", "Moussa Ba", "أوا ديوب"),
  mail: fc.constantFrom("a", "b", "A", ""),
  phone: fc.constantFrom("01", "02", ""),
  birth: fc.constantFrom("14/03/2006", "15/03/2006", "2005", "2006", ""),
  level: fc.constantFrom("master", "phd", ""),
  country: fc.constantFrom("SN", "ML"),
  agrees: fc.boolean(),
})
type Someone = typeof someone extends fc.Arbitrary<infer One> ? One : never
const deeds = ["proves", "signs-in", "withdraws", "closed", "merged", "nothing"] as const
const earlier = fc.record({ who: someone, deed: fc.constantFrom(...deeds) })

const partner = "Salon de Dakar"
const text = "J’accepte de recevoir des e-mails."
/** How many days after it all began the list was signed, which comes on the third: before whatever happens here, or after it. */
const days = [-6, 2] as const

/** One of two worlds in which the same happens: their addresses differ by a sign, and nobody is of both. */
function worldOf(sign: "5" | "6") {
  const mark = `${run}w`
  const mailOf = ({ mail }: Someone) => (mail === "" ? "" : `${mail}@${sign}.${mark}.example.org`)
  const phoneOf = ({ phone }: Someone) => (phone === "" ? "" : `+22177${sign}${String(run).padStart(4, "0")}${phone}`)
  const isReachable = (one: Someone) => mailOf(one) + phoneOf(one) !== ""
  const bornOf = ({ birth }: Someone) => {
    const [day, month, year] = birth.split("/")
    const birthDate = year === undefined ? null : new Date(`${year}-${month}-${day}`)
    return { birthDate, birthYear: birth === "" ? null : Number(year ?? birth) }
  }
  const people = async () => {
    const rows = await ctx.db.contact.findMany({
      where: {
        OR: [
          { value: { endsWith: `@${sign}.${mark}.example.org` } },
          { value: { startsWith: `+22177${sign}${String(run).padStart(4, "0")}` } },
        ],
      },
      select: { personId: true },
    })
    return [...new Set(rows.map(({ personId }) => personId))].sort()
  }

  async function asks(one: Someone, { on, message = "" }: { on?: Date; message?: string }) {
    const asked = on === undefined ? { message } : { kind: "import", utm: { source: partner }, message }
    must(
      await makeEnquiry(ctx.inLanguage("fr"), {
        ...asked,
        givenName: one.name,
        familyName: "",
        email: mailOf(one),
        phone: phoneOf(one),
        country: one.country,
        ...bornOf(one),
        level: one.level === "" ? null : one.level === "phd" ? "phd" : "master",
        fields: one.level === "phd" ? ["computing"] : [],
        consents: on === undefined && one.agrees ? ["email"] : [],
        university: "AUI",
        ...(on !== undefined && one.agrees
          ? {
              shownConsents: [
                {
                  grants: (["news", "events"] as const).map((purpose) => ({
                    university: "AUI" as const,
                    purpose,
                    channel: "email" as const,
                  })),
                  textShown: text,
                  source: "import",
                  givenAt: on,
                },
              ],
            }
          : {}),
      }),
    )
  }

  async function happens({ who, deed }: { who: Someone; deed: (typeof deeds)[number] }, place: number) {
    if (!isReachable(who)) return
    await asks(who, { message: `Question ${place}` })
    const [personId = "", other = ""] = (await people()).toReversed()
    const lead = await ctx.db.lead.findFirst({ where: { personId, university: "AUI", setAsideBy: null } })
    const email = mailOf(who)
    if (deed === "proves" && email !== "")
      await proveAddress(ctx, { token: confirmLink(ctx, { personId, address: email.toLowerCase() }).split("/").at(-1) ?? "" })
    if (deed === "signs-in" && email !== "" && place === 0) await aCandidate(ctx, { email })
    if (deed === "withdraws") must(await withdrawConsents(ctx, { personId, owner: "AUI", how: "page" }))
    if (deed === "closed" && lead !== null && lead.stage === "new")
      must(await closeLead(officer, { leadId: lead.id, from: "new", reason: "no-answer" }))
    if (deed === "merged" && other !== "") await mergePeople(officer, { keptId: personId, awayId: other, choices: { name: "away" } })
    ctx.advance({ minutes: 11 })
  }

  async function stands(one: Someone, on: Date) {
    const heads = "Nom;Courriel;Téléphone;Né le;Niveau;Domaine;Pays;Accord"
    const row = [
      one.name,
      mailOf(one),
      phoneOf(one),
      one.birth,
      one.level,
      one.level === "phd" ? "computing" : "",
      one.country,
      one.agrees ? "oui" : "non",
    ]
    await anImport(ctx, officer, listOf([heads, row.join(";")]), {
      country: one.country,
      language: "fr",
      consent: { how: "sheet", on, text },
    })
  }

  /** All that is known of the world's people, told without ids, references and the sign of the world. */
  async function told() {
    const ids = await people()
    const everyone = await ctx.db.person.findMany({
      where: { OR: [{ id: { in: ids } }, { mergedIntoId: { in: ids } }] },
      orderBy: { id: "asc" },
      omit: { lookedAt: true },
      include: {
        contacts: { orderBy: { id: "asc" }, omit: { id: true, personId: true } },
        consents: {
          orderBy: [{ givenAt: "asc" }, { purpose: "asc" }, { channel: "asc" }, { university: "asc" }],
          omit: { id: true, sourceId: true },
        },
        enquiries: { orderBy: { id: "asc" }, omit: { reference: true, fingerprint: true, idempotencyKey: true } },
        leads: { orderBy: { university: "asc" }, omit: { version: true } },
      },
    })
    const known = new Map(
      everyone.flatMap(({ id, leads, enquiries }, place) => [
        [id, `person ${place}`] as const,
        ...leads.map((lead, at) => [lead.id, `lead ${place} ${at}`] as const),
        ...enquiries.map((enquiry, at) => [enquiry.id, `enquiry ${place} ${at}`] as const),
      ]),
    )
    const suggestions = await ctx.db.duplicateSuggestion.findMany({
      where: { personAId: { in: ids }, personBId: { in: ids } },
      select: { personAId: true, personBId: true, reasons: true, score: true },
    })
    const events = await ctx.db.event.findMany({
      where: { thingId: { in: [...known.keys()] }, type: { in: ["enquiry.made", "lead.reopened"] } },
      orderBy: { id: "asc" },
      select: { type: true, thing: true, thingId: true, facts: true, createdAt: true, university: true },
    })
    // Whom a round finds by the name alone may be of any world.
    const near = suggestions.filter(({ reasons }) => reasons.some((reason) => reason === "email-same" || reason === "phone-same"))
    const whole = JSON.stringify({ everyone, suggestions: near.map((one) => JSON.stringify(one)).sort(), events })
    const unnamed = [...known].reduce((words, [id, name]) => words.replaceAll(id, name), whole)
    const merged = /"setAsideBy":"[0-9a-f-]{36}"/g
    const words = unnamed.replaceAll(merged, '"setAsideBy":"a merge"').replaceAll(`@${sign}.`, "@").replaceAll(`+22177${sign}`, "+22177")
    return JSON.parse(words) as { everyone: unknown[]; suggestions: string[]; events: unknown[] }
  }

  return { happens, asks, stands, told, isReachable, people }
}

/** Somebody who is known by then, and somebody who is new: whatever chance brings, both come. */
const known: Someone = { name: "Awa Diop", mail: "a", phone: "01", birth: "2006", level: "master", country: "SN", agrees: true }
const examples: [{ who: Someone; deed: (typeof deeds)[number] }[], Someone, (typeof days)[number]][] = [
  [[{ who: known, deed: "withdraws" }], known, -6],
  [[], known, 2],
]

it("a row of a list comes to what an enquiry comes to, whoever is known before it", { timeout: 90_000 }, async () => {
  const seen = { joined: 0, fresh: 0 }
  await fc.assert(
    fc.asyncProperty(fc.array(earlier, { maxLength: 4 }), someone, fc.constantFrom(...days), async (before, one, day) => {
      run++
      const [asked, listed] = [worldOf("5"), worldOf("6")]
      if (!asked.isReachable(one)) return
      ctx.setNow(new Date(Date.UTC(2026, 10, 26, 12) + run * 7 * 86_400_000))
      const start = ctx.now()
      const on = new Date(new Date(start.getTime() + day * 86_400_000).toISOString().slice(0, 10))
      for (const world of [asked, listed]) {
        ctx.setNow(start)
        for (const [place, deed] of before.entries()) await world.happens(deed, place)
        await ctx.runJobs()
        ctx.advance({ hours: 72 })
      }
      expect(await listed.told()).toEqual(await asked.told())
      const count = (await asked.people()).length
      await asked.asks(one, { on })
      await ctx.runJobs()
      await listed.stands(one, on)
      await ctx.runJobs()
      if ((await asked.people()).length === count) seen.joined++
      else seen.fresh++
      expect(await listed.told()).toEqual(await asked.told())
    }),
    { seed: 1, numRuns: 12, endOnFailure: true, examples },
  )
  expect(seen.joined).toBeGreaterThan(0)
  expect(seen.fresh).toBeGreaterThan(0)
})
