import type { Ctx } from "#app/platform/ctx.server.ts"
import type { University } from "#app/platform/prisma-client/enums.ts"
import { firstPoints, type Points, pointsOf } from "./score-points.ts"

/** The points in force at each university. */
export async function readPoints(ctx: Pick<Ctx, "db">): Promise<Record<University, Points>> {
  const rows = await ctx.db.scorePoints.findMany({
    distinct: ["university"],
    orderBy: [{ university: "asc" }, { version: "desc" }],
    select: { university: true, points: true },
  })
  const at = (university: University) => {
    const row = rows.find((one) => one.university === university)
    return row === undefined ? firstPoints : pointsOf(row.points)
  }
  return { AUI: at("AUI"), UM6P: at("UM6P") }
}

export type PointsVersion = { version: number; points: Points; who: string; createdAt: Date | null }

/** The versions of a university’s points, the one in force first; the last is what the installation began with. */
export async function listPoints(ctx: Ctx, university: University): Promise<[PointsVersion, ...PointsVersion[]]> {
  const rows = await ctx.db.scorePoints.findMany({
    where: { university },
    orderBy: { version: "desc" },
    take: 12,
    select: { version: true, points: true, createdAt: true, author: { select: { givenName: true, familyName: true } } },
  })
  const written = rows.map(({ version, points, createdAt, author }) => ({
    version,
    points: pointsOf(points),
    who: `${author.givenName} ${author.familyName}`.trim(),
    createdAt,
  }))
  const first: PointsVersion = { version: 0, points: firstPoints, who: "", createdAt: null }
  const [latest, ...others] = [...written, first]
  return [latest ?? first, ...others]
}
