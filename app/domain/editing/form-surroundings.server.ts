import type { Ctx } from "#app/platform/ctx.server.ts"
import { textIn } from "#app/domain/catalogue/catalogue-texts.ts"
import { countriesSorted } from "#app/domain/catalogue/countries.ts"
import type { University } from "#app/platform/prisma-client/enums.ts"
import type { Content, Kind } from "./content.ts"
import { countChosen } from "./count-chosen.server.ts"

type Surroundings = {
  /** Scholarships of its university and of nobody's alone, by their addresses. */
  schemes: Option[]
  /** How many chose each intake, by its id. */
  chosen: Record<string, number>
  /** In the order of the reader's alphabet. */
  countries: Option[]
}
type Option = { value: string; label: string }

/** What the form of a thing offers and says that is not the thing's own. */
export async function readSurroundings(
  ctx: Ctx,
  { kind, university, thing }: { kind: Kind; university: University; thing: { id: string; content: Content } | null },
): Promise<Surroundings> {
  if (kind === "scheme" || kind === "event") {
    const countries = countriesSorted(ctx.language).map(({ code, name }) => ({ value: code, label: name }))
    return { schemes: [], chosen: {}, countries }
  }
  if (kind !== "programme") return { schemes: [], chosen: {}, countries: [] }
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
    countries: [],
  }
}
