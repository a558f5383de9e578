import type { Ctx } from "#app/platform/ctx.server.ts"
import { languages, type Language } from "#app/locales/languages.ts"
import { Prisma, type Campaign } from "#app/platform/prisma-client/client.ts"
import { audienceRows } from "./audience-sql.server.ts"
import { isLeftOutReason, type LeftOutReason, leftOutReasons } from "./left-out.ts"
import { segmentOf } from "./segment.ts"

export type Audience = {
  /** How many people get a copy. */
  total: number
  byLanguage: Record<Language, number>
  leftOut: { reason: LeftOutReason; count: number }[]
  /** Languages that somebody needs and that have no message. */
  missing: { language: Language; people: number }[]
}

/** Exactly who would get this campaign now: how many in each language, and how many are left out for which reason. */
export async function audience(ctx: Pick<Ctx, "db" | "now">, campaign: Campaign): Promise<Audience> {
  const rows = await ctx.db.$queryRaw<{ language: Language; reason: string | null; people: bigint }[]>(
    Prisma.sql`select language::text as language, reason, count(*) as people
      from (${audienceRows({ ...campaign, segment: segmentOf(campaign.segment) }, ctx.now())}) as audience
      group by 1, 2`,
  )
  const written = await ctx.db.campaignMessage.findMany({ where: { campaignId: campaign.id }, select: { language: true } })
  const byLanguage: Record<Language, number> = { fr: 0, en: 0, ar: 0 }
  const left = new Map<LeftOutReason, number>()
  for (const { language, reason, people } of rows) {
    if (reason === null) byLanguage[language] += Number(people)
    else if (isLeftOutReason(reason)) left.set(reason, (left.get(reason) ?? 0) + Number(people))
  }
  return {
    total: languages.reduce((sum, language) => sum + byLanguage[language], 0),
    byLanguage,
    leftOut: leftOutReasons.flatMap((reason) => {
      const count = left.get(reason)
      return count === undefined ? [] : [{ reason, count }]
    }),
    missing: languages.flatMap((language) =>
      byLanguage[language] > 0 && !written.some((message) => message.language === language)
        ? [{ language, people: byLanguage[language] }]
        : [],
    ),
  }
}
