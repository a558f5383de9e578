import type { Ctx } from "#app/platform/ctx.server.ts"
import { textIn } from "#app/domain/catalogue/catalogue-texts.ts"
import type { University } from "#app/platform/prisma-client/enums.ts"
import type { Content, Kind } from "./content.ts"
import { countChosen } from "./count-chosen.server.ts"

/** What the form of a programme offers and says: scholarships of its university and of nobody's alone, and who chose what. */
export async function readSurroundings(
  ctx: Ctx,
  { kind, university, thing }: { kind: Kind; university: University; thing: { id: string; content: Content } | null },
): Promise<{ schemes: { value: string; label: string }[]; chosen: Record<string, number> }> {
  if (kind !== "programme") return { schemes: [], chosen: {} }
  // What the other university has linked stays where it is.
  const linked = thing?.content.kind === "programme" ? thing.content.schemes : []
  const schemes = await ctx.db.scheme.findMany({
    where: { OR: [{ isArchived: false, OR: [{ owner: null }, { owner: { in: [university, "JOINT"] } }] }, { slug: { in: linked } }] },
    orderBy: { position: "asc" },
    select: { slug: true, title: true },
  })
  const chosen = thing === null ? [] : [...(await countChosen(ctx.db, thing.id))]
  return {
    schemes: schemes.map(({ slug, title }) => ({ value: slug, label: textIn(ctx.language, title) })),
    chosen: Object.fromEntries(chosen.map(([id, { all }]) => [id, all])),
  }
}
