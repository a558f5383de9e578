import type { Ctx } from "#app/platform/ctx.server.ts"
import { done, type Outcome, refuse } from "#app/platform/outcome.ts"
import { checkWhole } from "./check-whole.ts"
import { findOwnThing, type OwnThing, thingOf } from "./find-own-thing.server.ts"
import type { Kind } from "./content.ts"
import { hasOtherReader } from "./other-reader.server.ts"
import { marksOf } from "./translation-marks.server.ts"

/**
 * Says that a draft may go to readers: it is whole in three languages, every translation is of today's base, and
 * somebody who may publish has read it who did not write it. Where a university has one head alone, that head may read
 * their own; what belongs to both is read by a head of either.
 * Refusals: not-allowed, not-found, changed-meanwhile, editing.missing, editing.outdated, editing.own-hand, and those of
 * `checkWhole`.
 */
export async function reviewVersion(
  ctx: Ctx,
  { kind, id, number }: { kind: Kind; id: string; number: number },
): Promise<Outcome<undefined>> {
  const found = await findOwnThing(ctx, { kind, id }, "publish")
  if (found.refused) return found
  const { thing, actor } = found.done
  if (thing.number !== number || thing.state !== "draft") return refuse("changed-meanwhile")
  const marks = marksOf(thing.content, thing.base, thing.translatedFrom)
  const count = (mark: "missing" | "outdated") => marks.filter((one) => one.mark === mark).length
  if (count("missing") > 0) return refuse("editing.missing", { details: { count: count("missing") } })
  if (count("outdated") > 0) return refuse("editing.outdated", { details: { count: count("outdated") } })
  const unfit = checkWhole(thing.content)
  if (unfit !== null) return unfit
  if (
    (await writersSincePublished(ctx, thing)).includes(actor.personId) &&
    (await hasOtherReader(ctx, { ...thing, personId: actor.personId }))
  )
    return refuse("editing.own-hand")
  return ctx.transaction(async (tx) => {
    const { count: moved } = await tx.db.catalogueVersion.updateMany({
      where: { kind, thingId: id, number, state: "draft" },
      data: { state: "reviewed", reviewedById: actor.personId, reviewedAt: ctx.now() },
    })
    if (moved === 0) return refuse("changed-meanwhile")
    await tx.record("catalogue.reviewed", thingOf(thing), { number })
    return done()
  })
}

/** Who had a hand in what readers do not see yet. */
async function writersSincePublished(ctx: Ctx, { kind, id }: OwnThing): Promise<(string | null)[]> {
  const where = { kind, thingId: id }
  const last = await ctx.db.catalogueVersion.findFirst({
    where: { ...where, publishedAt: { not: null } },
    orderBy: { number: "desc" },
    select: { number: true },
  })
  const rows = await ctx.db.catalogueVersion.findMany({
    where: { ...where, number: { gt: last?.number ?? 0 } },
    select: { authorId: true },
  })
  return rows.map(({ authorId }) => authorId)
}
