import type { Ctx } from "#app/platform/ctx.server.ts"
import { uniqueViolation } from "#app/platform/db.server.ts"
import { done, type Outcome, refuse } from "#app/platform/outcome.ts"
import { addVersion } from "./add-version.server.ts"
import type { Kind } from "./content.ts"
import { findOwnThing, readVersion, thingOf } from "./find-own-thing.server.ts"

/**
 * Takes a former version up again, as a new draft: nothing reaches readers before it is reviewed and published.
 * `number` is the version that is taken up, `version` the latest that the writer saw.
 * Refusals: not-allowed, not-found, changed-meanwhile, events.cancelled.
 */
export async function restoreVersion(
  ctx: Ctx,
  { kind, id, number, version }: { kind: Kind; id: string; number: number; version: number },
): Promise<Outcome<undefined>> {
  const found = await findOwnThing(ctx, { kind, id }, "edit")
  if (found.refused) return found
  const { thing, actor } = found.done
  const row = await ctx.db.catalogueVersion.findUnique({ where: { kind_thingId_number: { kind, thingId: id, number } } })
  if (row === null) return refuse("not-found")
  if (thing.number !== version) return refuse("changed-meanwhile")
  if (thing.kind === "event" && thing.published?.isArchived === true) return refuse("events.cancelled")
  const former = readVersion(row)
  // Candidates may have kept the address that readers have now: it does not go back.
  const content = { ...former.content, slug: thing.published?.content.slug ?? former.content.slug }
  try {
    return await ctx.transaction(async (tx) => {
      await addVersion(ctx, tx, thing, { id, content, base: thing.base, translatedFrom: former.translatedFrom, authorId: actor.personId })
      await tx.record("catalogue.restored", thingOf(thing), { number })
      return done()
    })
  } catch (error) {
    if (uniqueViolation(error) === null) throw error
    return refuse("changed-meanwhile")
  }
}
