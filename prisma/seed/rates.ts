import type { Ctx } from "#app/platform/ctx.server.ts"

/**
 * Round figures that show how amounts look with no decimals, with two and with three. They are no rates of any day:
 * each is a sample and says so; the currencies that are missing show what a reader sees where none was entered.
 */
const samples = { XOF: 60, XAF: 60, NGN: 150, KES: 13, GHS: 1, TND: 0.3, EGP: 5, UGX: 350, RWF: 150, ZAR: 2, DZD: 13, MRU: 4 } as const

export async function seedRates(ctx: Ctx): Promise<void> {
  await ctx.transaction(async (tx) => {
    await tx.db.exchangeRate.createMany({
      skipDuplicates: true,
      data: Object.entries(samples).map(([currency, perMad]) => ({
        id: ctx.id(),
        currency,
        number: 1,
        perMadMicro: BigInt(Math.round(perMad * 1_000_000)),
        source: "sample",
        isSample: true,
        setAt: ctx.now(),
      })),
    })
  })
}
