import type { Ctx } from "#app/platform/ctx.server.ts"
import type { EligibilityRule } from "#app/platform/prisma-client/client.ts"
import type { University } from "#app/platform/prisma-client/enums.ts"
import { textIn } from "#app/domain/catalogue/catalogue-texts.ts"
import { isOpen, openStates } from "./version-states.ts"

/** A version of a rule, with who saved, read and published it by their ids; nobody when it came with the product. */
export type RuleVersion = EligibilityRule & { programmeTitle: string | null }

type Reader = Pick<Ctx, "db" | "language">

const order = [{ line: "asc" }, { version: "desc" }] as const
const withProgramme = { programme: { select: { title: true } } } as const

/** All versions of the rule that `ruleId` is a version of, the latest first; none when it is none of the university's. */
export async function readRuleVersions(
  ctx: Reader,
  { university, ruleId }: { university: University; ruleId: string },
): Promise<RuleVersion[]> {
  const found = await ctx.db.eligibilityRule.findFirst({ where: { id: ruleId, university }, select: { line: true } })
  if (found === null) return []
  const rows = await ctx.db.eligibilityRule.findMany({ where: { line: found.line }, orderBy: [...order], include: withProgramme })
  return rows.map((row) => versionOf(ctx, row))
}

/** A rule that is in force, on its way there, or both. */
export type RuleLineRow = { current: RuleVersion; open: RuleVersion | null; inForce: RuleVersion | null }

/** The rules of a university that are in force or on their way, in the order of what they are on. */
export async function listOwnRules(ctx: Reader, university: University): Promise<RuleLineRow[]> {
  const rows = await ctx.db.eligibilityRule.findMany({
    where: { university, state: { in: [...openStates, "published"] } },
    orderBy: [...order],
    include: withProgramme,
  })
  return [...Map.groupBy(rows, ({ line }) => line).values()].flatMap((line) => {
    const versions = line.map((row) => versionOf(ctx, row))
    const open = versions.find(isOpen) ?? null
    const inForce = versions.find(({ state }) => state === "published") ?? null
    const current = open ?? inForce
    return current === null ? [] : [{ current, open, inForce }]
  })
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

function versionOf(ctx: Reader, { programme, ...rule }: EligibilityRule & { programme: { title: unknown } | null }): RuleVersion {
  return { ...rule, programmeTitle: programme === null ? null : textIn(ctx.language, programme.title) }
}
