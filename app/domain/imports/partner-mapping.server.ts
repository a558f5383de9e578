import { z } from "zod"
import type { Ctx, Tx } from "#app/platform/ctx.server.ts"
import type { University } from "#app/platform/prisma-client/enums.ts"
import { foldName } from "#app/platform/text.ts"
import { type ListColumn, listColumns } from "#app/domain/lists/headings.ts"
import { type Language, languages } from "#app/locales/languages.ts"

const kept = z.object({ columns: z.record(z.string(), z.string()), country: z.string(), language: z.enum(languages) })

export type Remembered = { columns: ReadonlyMap<string, ListColumn | null>; country: string; language: Language }

/** What was last said of a partner's lists; null for one that is new. Partners are compared folded, as names are. */
export async function findPartnerMapping(
  ctx: Ctx,
  { university, partner }: { university: University; partner: string },
): Promise<Remembered | null> {
  const found = await ctx.db.partnerMapping.findUnique({
    where: { university_partner: { university, partner: foldName(partner) } },
    select: { columns: true },
  })
  const read = kept.safeParse(found?.columns)
  if (!read.success) return null
  const columns = Object.entries(read.data.columns).map(
    ([heading, column]) => [heading, listColumns.find((known) => known === column) ?? null] as const,
  )
  return { ...read.data, columns: new Map(columns) }
}

/** The columns as the partner's headings were last understood; a thing that a remembered column holds is held by no other. */
export function withRemembered(
  headings: readonly string[],
  guesses: readonly (ListColumn | null)[],
  remembered: Remembered | null,
): (ListColumn | null)[] {
  const said = keysOf(headings).map((key) => remembered?.columns.get(key))
  const taken = new Set(said.filter((column) => column !== undefined && column !== null))
  return said.map((column, place) => {
    if (column !== undefined) return column
    const guess = guesses[place] ?? null
    return guess !== null && taken.has(guess) ? null : guess
  })
}

/** By what columns are remembered: each by its heading, and where a heading comes again by how many times it has come. */
function keysOf(headings: readonly string[]): string[] {
  const times = new Map<string, number>()
  return headings.map((heading) => {
    const folded = foldName(heading)
    const time = (times.get(folded) ?? 0) + 1
    times.set(folded, time)
    // A folded heading has no line end in it.
    return time === 1 ? folded : `${folded}\n${time}`
  })
}

/** Keeps what was said of a partner's columns for the next list. */
export async function rememberPartner(
  ctx: Ctx,
  tx: Tx,
  {
    university,
    partner,
    headings,
    mapping,
    country,
    language,
  }: {
    university: University
    partner: string
    headings: readonly string[]
    mapping: readonly (ListColumn | null)[]
    country: string
    language: Language
  },
): Promise<void> {
  const columns = {
    columns: Object.fromEntries(
      keysOf(headings).flatMap((key, place) => (foldName(headings[place] ?? "") === "" ? [] : [[key, mapping[place] ?? ""] as const])),
    ),
    country,
    language,
  }
  const key = { university, partner: foldName(partner) }
  await tx.db.partnerMapping.upsert({
    where: { university_partner: key },
    create: { ...key, columns, updatedAt: ctx.now() },
    update: { columns, updatedAt: ctx.now() },
  })
}
