import type { Ctx } from "#app/platform/ctx.server.ts"
import type { University } from "#app/platform/prisma-client/enums.ts"
import { textIn } from "../catalogue/catalogue-texts.ts"
import type { Rule } from "./rules.ts"

const withWho = {
  by: { select: { givenName: true, familyName: true } },
  programme: { select: { title: true } },
} as const

/** A version of a rule with who wrote it; empty when it came with the product. */
export type RuleVersion = Rule & { author: string; createdAt: Date; programmeTitle: string | null }

type Row = Rule & {
  createdAt: Date
  by: { givenName: string; familyName: string } | null
  programme: { title: unknown } | null
}

type Reader = Pick<Ctx, "db" | "language">

/** The rules of a university in force, with who wrote the version. */
export async function listOwnRules(ctx: Reader, university: University): Promise<RuleVersion[]> {
  const rows = await ctx.db.eligibilityRule.findMany({
    where: { university },
    distinct: ["line"],
    orderBy: [{ line: "asc" }, { version: "desc" }],
    include: withWho,
  })
  return rows.map((row) => versionOf(ctx, row))
}

/** All versions of the rule that `ruleId` is a version of, the latest first; null when it is none of the university's. */
export async function findRuleHistory(
  ctx: Reader,
  { university, ruleId }: { university: University; ruleId: string },
): Promise<[RuleVersion, ...RuleVersion[]] | null> {
  const found = await ctx.db.eligibilityRule.findFirst({ where: { id: ruleId, university }, select: { line: true } })
  if (found === null) return null
  const rows = await ctx.db.eligibilityRule.findMany({ where: { line: found.line }, orderBy: { version: "desc" }, include: withWho })
  const [latest, ...former] = rows.map((row) => versionOf(ctx, row))
  return latest === undefined ? null : [latest, ...former]
}

/** The programmes of a university that a rule may be for, its own and the shared ones. */
export async function listRuleProgrammes(ctx: Reader, university: University) {
  const rows = await ctx.db.programme.findMany({
    where: { owner: { in: [university, "JOINT"] }, standing: { not: "announced" } },
    orderBy: { position: "asc" },
    select: { id: true, title: true, level: true },
  })
  return rows.map(({ id, title, level }) => ({ id, level, title: textIn(ctx.language, title) }))
}

function versionOf(ctx: Reader, { by, programme, ...rule }: Row): RuleVersion {
  return {
    ...rule,
    author: by === null ? "" : `${by.givenName} ${by.familyName}`.trim(),
    programmeTitle: programme === null ? null : textIn(ctx.language, programme.title),
  }
}
