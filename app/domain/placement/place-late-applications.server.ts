import type { Ctx } from "#app/platform/ctx.server.ts"
import { placeApplication } from "./place-application.server.ts"

const lateMs = 15 * 60_000
const atOnce = 200

/**
 * Places what still waits a quarter of an hour after it was sent: the reaction to its sending has given up or has died.
 * One that breaks stops no other. Returns how many choices were placed, and how many applications broke.
 */
export async function placeLateApplications(ctx: Ctx): Promise<{ placed: number; broken: number }> {
  const late = await ctx.db.application.findMany({
    where: {
      state: "submitted",
      submittedAt: { lt: new Date(ctx.now().getTime() - lateMs) },
      choices: { some: { state: "listed" } },
    },
    orderBy: { submittedAt: "asc" },
    take: atOnce,
    select: { id: true },
  })
  let [placed, broken] = [0, 0]
  for (const { id } of late) {
    try {
      const outcome = await placeApplication(ctx, { applicationId: id })
      placed += outcome.done?.placed ?? 0
    } catch {
      broken++
    }
  }
  return { placed, broken }
}
