import type { Ctx } from "#app/platform/ctx.server.ts"
import { firstRules } from "./first-rules.ts"
import { lineOf } from "./rules.ts"

/** Writes the rules an installation begins with where their line has none yet. What the desk has changed stays. */
export async function writeFirstRules(ctx: Pick<Ctx, "db" | "id" | "now">): Promise<void> {
  await ctx.db.eligibilityRule.createMany({
    data: firstRules.map((rule) => ({ ...rule, id: ctx.id(), line: lineOf(rule), version: 1, createdAt: ctx.now() })),
    skipDuplicates: true,
  })
}
