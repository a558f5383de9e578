import fc from "fast-check"
import { beforeEach, describe, expect, it } from "vitest"
import { programmeSeeds, schemeSeeds } from "#prisma/seed/catalogue.ts"
import { countries } from "#app/domain/catalogue/countries.ts"
import { languages } from "#app/locales/languages.ts"
import { minorDigits, moneyText } from "#app/locales/money.ts"
import { aStaff, must } from "#app/testing/builders.ts"
import { testCtx, type TestCtx } from "#app/testing/test-ctx.ts"
import { exchange, rateText, readRate } from "./exchange.ts"
import { findRate, listRates } from "./rate-queries.server.ts"
import { rateCurrencies } from "./rate-form.ts"
import { setRate } from "./set-rate.server.ts"
import { monthOf, netOf, sumOf, yearCosts } from "./year-costs.ts"

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ")
const costsOf = (slug: string) =>
  (programmeSeeds.find((programme) => programme.slug === slug)?.costs ?? []).map((cost) => ({ ...cost, item: cost.item.en }))
const paysOf = (slug: string) => ({ pays: schemeSeeds.find((scheme) => scheme.slug === slug)?.pays ?? [] })

describe("what one year costs", () => {
  const governance = yearCosts(costsOf("um6p-governance-bachelor"))
  const aui = yearCosts(costsOf("aui-computer-science"))

  it("adds up what falls due in a year, from the least to the most", () => {
    expect(governance.total).toEqual({ least: 7_500_000, most: 8_000_000 })
    // 30 to 34 credits at 3,360, two registrations at 5,100, insurance at 1,320.
    expect(aui.total).toEqual({ least: (30 * 3_360 + 10_200 + 1_320) * 100, most: (34 * 3_360 + 10_200 + 1_320) * 100 })
  })

  it("names what no figure is known of, and never adds what is paid once", () => {
    expect(governance.toConfirm).toEqual(["living", "insurance", "travel"])
    expect(aui.toConfirm).toEqual(["housing", "living", "travel"])
    expect(aui.once.map(({ kind }) => kind)).toEqual(["deposit", "application"])
    expect(yearCosts([])).toEqual({
      lines: [],
      total: { least: 0, most: 0 },
      once: [],
      toConfirm: ["tuition", "registration", "housing", "living", "insurance", "travel"],
    })
  })

  it("counts no price of a credit whose number in a year nobody has said", () => {
    const costs = costsOf("aui-computer-science").map((cost) => ({ ...cost, timesAYear: undefined }))
    expect(yearCosts(costs).toConfirm).toContain("tuition")
  })

  it("takes off what a scheme pays: all of it, or from nothing to all where the university decides", () => {
    expect(netOf(governance.lines, [paysOf("mastercard-scholars-um6p")])).toEqual({ least: 500_000, most: 500_000 })
    expect(netOf(governance.lines, [paysOf("um6p-social-grant")])).toEqual({ least: 500_000, most: 8_000_000 })
    expect(netOf(governance.lines, [paysOf("aui-undergraduate-scholarships")])).toEqual({ least: 1_500_000, most: 7_350_000 })
    expect(netOf(governance.lines, [paysOf("fondation-ibn-rochd")])).toEqual(governance.total)
    expect(monthOf({ least: 500_000, most: 8_000_000 })).toEqual({ least: 41_700, most: 666_700 })
  })

  it("never pays anybody for coming, whatever schemes come together", () => {
    const pay = fc
      .tuple(
        fc.constantFrom("tuition" as const, "registration" as const, "housing" as const),
        fc.nat(100),
        fc.integer({ min: 1, max: 100 }),
      )
      .map(([kind, one, other]) => ({ kind, leastPercent: Math.min(one, other), mostPercent: Math.max(one, other) }))
    fc.assert(
      fc.property(fc.array(fc.record({ pays: fc.array(pay, { maxLength: 3 }) }), { maxLength: 5 }), (schemes) => {
        const net = netOf(governance.lines, schemes)
        expect(net.least).toBeGreaterThanOrEqual(0)
        expect(net.least).toBeLessThanOrEqual(net.most)
        expect(net.most).toBeLessThanOrEqual(governance.total.most)
      }),
    )
    expect(netOf(governance.lines, [])).toEqual(sumOf(governance.lines.map(({ year }) => year)))
  })
})

describe("dirhams in another currency", () => {
  const rate = (text: string) => must(readRate(text))

  it("has the decimals of the currency: none for XOF, three for TND, two for NGN", () => {
    expect(plain(moneyText("en", exchange(7_500_000, "XOF", rate("61.25")), "XOF"))).toBe("XOF 4,593,750")
    expect(plain(moneyText("fr", exchange(7_500_050, "XOF", rate("61.25")), "XOF"))).toBe("4 593 781 XOF")
    expect(plain(moneyText("en", exchange(123_45, "TND", rate("0.312")), "TND"))).toBe("TND 38.516")
    expect(plain(moneyText("en", exchange(123_45, "NGN", rate("150")), "NGN"))).toBe("NGN 18,517.50")
  })

  it("is read as people write it, and written back as it was read", () => {
    for (const [typed, micro] of [
      ["61.25", 61_250_000n],
      ["61,25", 61_250_000n],
      [" 1 234,5 ", 1_234_500_000n],
      ["٦١٫٢٥", 61_250_000n],
      ["0.000001", 1n],
      ["1000000000", 1_000_000_000_000_000n],
    ] as const)
      expect(rate(typed)).toBe(micro)
    for (const [typed, code] of [
      ["", "costs.rate-missing"],
      ["sixty", "costs.rate-number"],
      ["-3", "costs.rate-number"],
      ["1e3", "costs.rate-number"],
      ["0.0000001", "costs.rate-number"],
      ["1.2.3", "costs.rate-number"],
      ["0", "costs.rate-range"],
      ["0,0", "costs.rate-range"],
      ["1000000000.1", "costs.rate-range"],
    ] as const)
      expect(readRate(typed).refused?.code, typed).toBe(code)
  })

  const micros = fc.bigInt({ min: 1n, max: 1_000_000_000_000_000n })

  it("goes round without drift: any rate, in any language, is read again as it was", () => {
    fc.assert(
      fc.property(micros, fc.constantFrom(...languages), (micro, language) => {
        // English and Arabic of Morocco group by other signs than a person would type: those of French are spaces.
        const written = language === "en" ? rateText("en", micro).replaceAll(",", "") : rateText(language, micro).replaceAll(".", "")
        expect(must(readRate(written))).toBe(micro)
      }),
    )
  })

  it("is the nearest minor unit there is, and a sum is its parts but for a unit each", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 50_000_000 }),
        fc.integer({ min: 0, max: 50_000_000 }),
        fc.bigInt({ min: 1n, max: 10_000_000_000n }),
        fc.constantFrom(...rateCurrencies),
        (one, other, micro, currency) => {
          const there = BigInt(exchange(one, currency, micro))
          const scale = 10n ** BigInt(minorDigits(currency))
          // Twice the distance from the exact amount, in hundred-millionths: at most one whole unit.
          const distance = 2n * there * 100_000_000n - 2n * BigInt(one) * micro * scale
          expect(distance <= 100_000_000n && distance >= -100_000_000n).toBe(true)
          const together = exchange(one + other, currency, micro)
          expect(Math.abs(together - exchange(one, currency, micro) - exchange(other, currency, micro))).toBeLessThanOrEqual(1)
          expect(exchange(one + other, currency, micro)).toBeGreaterThanOrEqual(exchange(one, currency, micro))
        },
      ),
    )
  })

  it("at one to one, currencies of two decimals keep every centime", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 40 }), (amount) => {
        expect(exchange(amount, "NGN", rate("1"))).toBe(amount)
      }),
    )
  })
})

describe("the table of rates", () => {
  let ctx: TestCtx
  beforeEach(async () => {
    ctx = await testCtx()
    await ctx.db.exchangeRate.deleteMany()
  })

  it("is kept by heads and the admin, and by nobody else", async () => {
    const input = { currency: "XOF", rate: "61,25", source: "bkam.ma" }
    for (const role of ["outreach", "officer", "reviewer", "campaigns", "director"] as const)
      expect((await setRate(await aStaff(ctx, role, "UM6P"), input)).refused?.code).toBe("not-allowed")
    expect((await setRate(ctx.as({ kind: "anonymous" }), input)).refused?.code).toBe("not-allowed")
    expect(await findRate(ctx, "XOF")).toBeNull()
    must(await setRate(await aStaff(ctx, "head", "AUI"), input))
    must(await setRate(await aStaff(ctx, "head", "UM6P"), { ...input, currency: "TND", rate: "0.312" }))
    must(await setRate(await aStaff(ctx, "admin"), { ...input, currency: "KES", rate: "13" }))
    expect(await ctx.db.exchangeRate.count()).toBe(3)
  })

  it("never changes a rate: another follows it, with its day and who entered it, and pages are made anew", async () => {
    const head = await aStaff(ctx, "head", "AUI")
    const version = async () => (await ctx.db.contentVersion.findUniqueOrThrow({ where: { id: 1 } })).version
    const { rateId } = must(await setRate(head, { currency: "XOF", rate: "61.25", source: "bkam.ma" }))
    const before = await version()
    ctx.advance({ days: 3 })
    must(await setRate(head, { currency: "XOF", rate: "61.5", source: "bkam.ma" }))
    expect(await version()).toBe(before + 1)
    expect((await findRate(ctx, "XOF"))?.perMadMicro).toBe(61_500_000n)
    const { inForce, earlier } = await listRates(ctx)
    expect(inForce.map(({ number, perMadMicro }) => [number, perMadMicro])).toEqual([[2, 61_500_000n]])
    expect(inForce[0]?.by).toContain("Salma")
    expect(earlier).toMatchObject([{ id: rateId, number: 1, perMadMicro: 61_250_000n, setAt: new Date("2026-11-23T12:00:00Z") }])
    expect(await ctx.events(rateId)).toEqual(["rate.set"])
  })

  it("knows the currencies of the 54 countries and no other; the dirham needs none", async () => {
    const head = await aStaff(ctx, "head", "AUI")
    for (const currency of ["MAD", "EUR", "xof", "", "ZZZ"])
      expect((await setRate(head, { currency, rate: "2", source: "here" })).refused?.code).toBe("field.choice")
    for (const { currency } of countries) expect(currency === "MAD" || rateCurrencies.includes(currency)).toBe(true)
  })

  it("shows the samples of the demonstration nowhere else", async () => {
    await ctx.db.exchangeRate.create({
      data: { id: ctx.id(), currency: "XOF", number: 1, perMadMicro: 60_000_000n, source: "sample", isSample: true, setAt: ctx.now() },
    })
    const real = await testCtx({ isDemo: false })
    expect(await findRate(ctx, "XOF")).not.toBeNull()
    expect(await findRate(real, "XOF")).toBeNull()
    expect(await listRates(real)).toEqual({ inForce: [], earlier: [] })
  })
})
