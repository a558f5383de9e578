import { publishCatalogue } from "#app/domain/catalogue/publish-catalogue.server.ts"
import { roleMay } from "#app/domain/people/permissions.ts"
import type { Ctx } from "#app/platform/ctx.server.ts"
import { uniqueViolation } from "#app/platform/db.server.ts"
import { done, type Outcome, refuse } from "#app/platform/outcome.ts"
import { readRate } from "./exchange.ts"
import { rateCurrencies } from "./rate-form.ts"

/**
 * Writes the rate of a currency as it stands today. It follows the one before, which stays as it was; pages show it from
 * now on. Both universities share the rates.
 * Refusals: not-allowed, field.choice, costs.rate-missing, costs.rate-number, costs.rate-range, changed-meanwhile.
 */
export async function setRate(ctx: Ctx, input: { currency: string; rate: string; source: string }): Promise<Outcome<{ rateId: string }>> {
  const { actor } = ctx
  if (actor.kind !== "staff" || !roleMay(actor.role, "rates.set")) return refuse("not-allowed")
  const { currency, source } = input
  if (!rateCurrencies.includes(currency)) return refuse("field.choice", { field: "currency" })
  const read = readRate(input.rate)
  if (read.refused) return read
  const perMadMicro = read.done
  try {
    return await ctx.transaction(async (tx) => {
      const last = await tx.db.exchangeRate.findFirst({ where: { currency }, orderBy: { number: "desc" }, select: { number: true } })
      const rateId = ctx.id()
      await tx.db.exchangeRate.create({
        data: { id: rateId, currency, number: (last?.number ?? 0) + 1, perMadMicro, source, setById: actor.personId, setAt: ctx.now() },
        select: { id: true },
      })
      await tx.record("rate.set", { name: "rate", id: rateId, university: null }, { currency })
      await publishCatalogue(tx)
      return done({ rateId })
    })
  } catch (error) {
    if (uniqueViolation(error) === null) throw error
    return refuse("changed-meanwhile")
  }
}
