import type { Ctx } from "#app/platform/ctx.server.ts"
import type { VersionState } from "#app/platform/prisma-client/enums.ts"
import { type Difference, differencesOf, type Kind } from "./content.ts"
import { readVersion, type Version } from "./find-own-thing.server.ts"

export type HistoryLine = {
  number: number
  state: VersionState
  author: string
  createdAt: Date
  reviewed: { by: string; at: Date } | null
  published: { by: string; at: Date } | null
}

/** How many versions the history shows; earlier ones stay in the table. */
const mostShown = 100

/** All versions of a thing, the latest first, with who saved, read and published each. */
export async function listVersions(ctx: Ctx, { kind, id }: { kind: Kind; id: string }): Promise<HistoryLine[]> {
  const rows = await ctx.db.catalogueVersion.findMany({
    where: { kind, thingId: id },
    orderBy: { number: "desc" },
    take: mostShown,
    omit: { content: true, translatedFrom: true },
  })
  const names = await staffNames(
    ctx,
    rows.flatMap(({ authorId, reviewedById, publishedById }) => [authorId, reviewedById, publishedById]),
  )
  return rows.map(({ number, state, authorId, createdAt, reviewedById, reviewedAt, publishedById, publishedAt }) => ({
    number,
    state,
    author: names(authorId),
    createdAt,
    reviewed: reviewedAt === null ? null : { by: names(reviewedById), at: reviewedAt },
    published: publishedAt === null ? null : { by: names(publishedById), at: publishedAt },
  }))
}

/** What a version changed in the one before it; null when there is no such version. */
export async function findChange(ctx: Ctx, { kind, id, number }: { kind: Kind; id: string; number: number }): Promise<Difference[] | null> {
  const rows = await ctx.db.catalogueVersion.findMany({ where: { kind, thingId: id, number: { in: [number, number - 1] } } })
  const read = (wanted: number): Version | null => {
    const row = rows.find((one) => one.number === wanted)
    return row === undefined ? null : readVersion(row)
  }
  const version = read(number)
  return version === null ? null : differencesOf(read(number - 1)?.content ?? null, version.content)
}

/** Names of members of staff by their id, each in its own direction within any sentence; empty for who is not known. */
export async function staffNames(ctx: Ctx, ids: readonly (string | null)[]): Promise<(id: string | null) => string> {
  const known = [...new Set(ids.filter((id) => id !== null))]
  const people = await ctx.db.person.findMany({ where: { id: { in: known } }, select: { id: true, givenName: true, familyName: true } })
  const names = new Map(people.map((person) => [person.id, `\u2068${person.givenName} ${person.familyName}`.trim() + "\u2069"]))
  return (id) => names.get(id ?? "") ?? ""
}
