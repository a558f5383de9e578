import type { Ctx } from "#app/platform/ctx.server.ts"
import type { Prisma } from "#app/platform/prisma-client/client.ts"

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

const mostEarlier = 200
const withSetter = { setBy: { select: { givenName: true, familyName: true } } } satisfies Prisma.ExchangeRateInclude

/** The rates in force by currency, and those they followed, the latest first. */
export async function listRates(ctx: Pick<Ctx, "db" | "settings">): Promise<{ inForce: RateVersion[]; earlier: RateVersion[] }> {
  const where = ctx.settings.isDemo ? {} : { isSample: false }
  const inForce = await ctx.db.exchangeRate.findMany({
    where,
    distinct: ["currency"],
    orderBy: [{ currency: "asc" }, { number: "desc" }],
    include: withSetter,
  })
  const earlier = await ctx.db.exchangeRate.findMany({
    where: { ...where, id: { notIn: inForce.map(({ id }) => id) } },
    orderBy: [{ setAt: "desc" }, { id: "desc" }],
    include: withSetter,
    take: mostEarlier,
  })
  return { inForce: inForce.map(version), earlier: earlier.map(version) }
}

function version({ setBy, ...row }: Prisma.ExchangeRateGetPayload<{ include: typeof withSetter }>): RateVersion {
  return { ...row, by: setBy === null ? "" : `${setBy.givenName} ${setBy.familyName}`.trim() }
}
