import type { Ctx } from "#app/platform/ctx.server.ts"
import { uniqueViolation } from "#app/platform/db.server.ts"
import { done, type Outcome, refuse } from "#app/platform/outcome.ts"
import { publishCatalogue } from "#app/domain/catalogue/publish-catalogue.server.ts"
import { promiseBrokenBy } from "./broken-promise.server.ts"
import { isSame, type Kind } from "./content.ts"
import { putEvent } from "#app/domain/events/put-event.server.ts"
import { eventFacts } from "./event-rows.server.ts"
import { findOwnThing, thingOf } from "./find-own-thing.server.ts"
import { readThingRows, writeThingRows } from "./thing-rows.server.ts"

/**
 * Brings a reviewed version to readers: its rows, what the search finds, and the version of the public content, which
 * every process follows at once. What differs in nothing from what readers have leaves their rows as they are.
 * Returns the new version of the content; null when it did not move; and how many are told that an event has moved, null
 * when none has.
 * Refusals: not-allowed, not-found, changed-meanwhile, editing.not-reviewed, editing.slug-taken, and what
 * `brokenPromise` finds.
 */
export async function publishVersion(
  ctx: Ctx,
  { kind, id, number }: { kind: Kind; id: string; number: number },
): Promise<Outcome<{ contentVersion: number | null; told: number | null }>> {
  const found = await findOwnThing(ctx, { kind, id }, "publish")
  if (found.refused) return found
  const { thing, actor } = found.done
  const { content } = thing
  if (thing.number !== number) return refuse("changed-meanwhile")
  if (thing.state === "draft") return refuse("editing.not-reviewed")
  // Somebody was quicker: it is with readers already, or was put aside.
  if (thing.state !== "reviewed") return refuse("changed-meanwhile")
  try {
    return await ctx.transaction(async (tx) => {
      const before = await readThingRows(tx.db, kind, id)
      const broken = await promiseBrokenBy(tx, id, before?.content ?? null, content, ctx.now())
      if (broken !== null) return broken
      const where = { kind, thingId: id }
      const { count } = await tx.db.catalogueVersion.updateMany({
        where: { ...where, number, state: "reviewed" },
        data: { state: "published", publishedById: actor.personId, publishedAt: ctx.now() },
      })
      if (count === 0) return refuse("changed-meanwhile")
      await tx.db.catalogueVersion.updateMany({
        where: { ...where, number: { lt: number }, state: "published" },
        data: { state: "superseded" },
      })
      await tx.record("catalogue.published", thingOf(thing), { number })
      if (before !== null && !before.isArchived && isSame(before.content, content)) return done({ contentVersion: null, told: null })
      let told: number | null = null
      if (content.kind === "event") told = await putEvent(ctx, tx, { id, slug: content.slug, facts: eventFacts(content) })
      else await writeThingRows(tx.db, id, content, ctx.now())
      return done({ contentVersion: await publishCatalogue(tx), told })
    })
  } catch (error) {
    if (uniqueViolation(error) === null) throw error
    return refuse("editing.slug-taken")
  }
}
