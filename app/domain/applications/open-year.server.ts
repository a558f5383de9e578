import type { Ctx } from "#app/platform/ctx.server.ts"
import { listOpenIntakes } from "../catalogue/catalogue-queries.server.ts"

/** The admission year that takes applications now: `wanted` when it does, else the nearest; null when none does. */
export async function findOpenYear(ctx: Ctx, wanted?: number): Promise<number | null> {
  const years = (await listOpenIntakes(ctx)).map((intake) => intake.admissionYear)
  if (years.length === 0) return null
  return wanted !== undefined && years.includes(wanted) ? wanted : Math.min(...years)
}
