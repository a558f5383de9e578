import type { Ctx } from "#app/platform/ctx.server.ts"
import { firstRules } from "./first-rules.ts"
import { lineOf } from "./rules.ts"

/** Puts the rules an installation begins with in force where their line has none yet. What the desk has changed stays. */
export async function writeFirstRules(ctx: Pick<Ctx, "db" | "id" | "now">): Promise<void> {
  const now = ctx.now()
  await ctx.db.eligibilityRule.createMany({
    data: firstRules.map((rule) => ({
      ...rule,
      id: ctx.id(),
      line: lineOf(rule),
      version: 1,
      state: "published" as const,
      createdAt: now,
      publishedAt: now,
    })),
    skipDuplicates: true,
  })
}
