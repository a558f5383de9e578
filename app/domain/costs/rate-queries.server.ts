import type { Ctx } from "#app/platform/ctx.server.ts"

export type Rate = { currency: string; perMadMicro: bigint; source: string; isSample: boolean; setAt: Date }

/** The rate of a currency in force; null when staff have entered none. Samples hold only in the demonstration. */
export async function findRate(ctx: Pick<Ctx, "db" | "settings">, currency: string): Promise<Rate | null> {
  return ctx.db.exchangeRate.findFirst({
    where: { currency, ...(ctx.settings.isDemo ? {} : { isSample: false }) },
    orderBy: { number: "desc" },
    select: { currency: true, perMadMicro: true, source: true, isSample: true, setAt: true },
  })
}

export type RateVersion = Rate & { id: string; number: number; by: string }

const mostVersions = 500

/** Every rate that was ever entered, by currency, the newest first. */
export async function listRates(ctx: Pick<Ctx, "db" | "settings">): Promise<RateVersion[]> {
  const rows = await ctx.db.exchangeRate.findMany({
    where: ctx.settings.isDemo ? {} : { isSample: false },
    orderBy: [{ currency: "asc" }, { number: "desc" }],
    include: { setBy: { select: { givenName: true, familyName: true } } },
    take: mostVersions,
  })
  return rows.map(({ setBy, ...row }) => ({ ...row, by: setBy === null ? "" : `${setBy.givenName} ${setBy.familyName}`.trim() }))
}
