import type { Ctx } from "#app/platform/ctx.server.ts"
import type { Field, Language, University } from "#app/platform/prisma-client/enums.ts"

type FirstRule = { kind: string; field?: Field; language?: Language; university?: University }

/** The first rules for an intake of both universities, in the order they are tried. */
const firstRules: readonly FirstRule[] = [
  { kind: "field", field: "agriculture", university: "UM6P" },
  { kind: "field", field: "architecture", university: "UM6P" },
  { kind: "field", field: "health", university: "UM6P" },
  { kind: "language", language: "fr", university: "UM6P" },
  { kind: "preference" },
  { kind: "seats" },
]

/** Writes the first placement rules where there are none yet. */
export async function seedPlacementRules(ctx: Ctx): Promise<void> {
  await ctx.db.placementRule.createMany({
    data: firstRules.map((rule, index) => ({ id: ctx.id(), position: index + 1, ...rule })),
    skipDuplicates: true,
  })
}
