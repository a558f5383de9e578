import { z } from "zod"
import { sourceKey } from "#app/domain/sources/source-key.ts"
import { type NamedCode, sourceWords } from "#app/domain/sources/source-words.ts"
import type { Ctx } from "#app/platform/ctx.server.ts"
import type { University } from "#app/platform/prisma-client/enums.ts"

export type Touch = {
  enquiryId: string
  at: Date
  /** What brought them, in the reader's language. */
  source: string
  /** The enquiry's kind. */
  kind: string
  utm: Record<string, string>
  referrer: string
}

const utmOf = z.record(z.string(), z.string()).catch({})

/** The first and the last contact a person made with a university, each with what brought them; null when they made none. */
export async function readTouches(
  ctx: Ctx,
  { university, personId }: { university: University; personId: string },
): Promise<{ first: Touch; last: Touch } | null> {
  const found = async (order: "asc" | "desc") =>
    ctx.db.enquiry.findFirst({
      where: { personId, universities: { has: university } },
      orderBy: [{ createdAt: order }, { id: order }],
      select: {
        id: true,
        createdAt: true,
        kind: true,
        utm: true,
        referrer: true,
        code: { select: { code: true, kind: true, owner: true, name: true } },
      },
    })
  const [first, last] = [await found("asc"), await found("desc")]
  if (first === null || last === null) return null
  const touchOf = (row: typeof first): Touch => {
    const utm = utmOf.parse(row.utm)
    const codes = new Map<string, NamedCode>(row.code === null ? [] : [[row.code.code, row.code]])
    const key = sourceKey({ code: row.code?.code ?? null, utm, referrer: row.referrer, kind: row.kind })
    return {
      enquiryId: row.id,
      at: row.createdAt,
      source: sourceWords(ctx.t, key, codes, university),
      kind: row.kind,
      utm,
      referrer: row.referrer,
    }
  }
  return { first: touchOf(first), last: touchOf(last) }
}

/** How many leads of a university each source brought first, by stage, the strongest first. Numbers only. */
export async function countSources(
  ctx: Ctx,
  { university, most }: { university: University; most: number },
): Promise<{ source: string; name: string; count: number; applying: number; applied: number }[]> {
  const rows = await ctx.db.$queryRaw<{ source: string; count: number; applying: number; applied: number }[]>`
    select first_source as source, count(*)::int as count,
      count(*) filter (where stage = 'applying')::int as applying, count(*) filter (where stage = 'applied')::int as applied
    from lead where university = ${university}::university and set_aside_by is null
    group by first_source order by count(*) desc, first_source limit ${most}`
  const codes = await ctx.db.sourceCode.findMany({
    where: { code: { in: rows.flatMap(({ source }) => (source.startsWith("code:") ? [source.slice(5)] : [])) } },
    select: { code: true, kind: true, owner: true, name: true },
  })
  const named = new Map(codes.map((code) => [code.code, code]))
  return rows.map((row) => ({ ...row, name: sourceWords(ctx.t, row.source, named, university) }))
}
