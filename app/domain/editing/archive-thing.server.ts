import type { Ctx } from "#app/platform/ctx.server.ts"
import { done, type Outcome, refuse } from "#app/platform/outcome.ts"
import { publishCatalogue } from "#app/domain/catalogue/publish-catalogue.server.ts"
import { isAwaited } from "./broken-promise.server.ts"
import type { Kind } from "./content.ts"
import { findOwnThing, thingOf } from "./find-own-thing.server.ts"
import { archiveThingRows } from "./thing-rows.server.ts"
import { openStates } from "./version-states.ts"

/**
 * Takes a thing out of what readers see, and puts aside what was on its way. Nothing is deleted: a former version can be
 * taken up and published again. A programme stays while somebody has a draft on an intake that is not closed; an event that
 * readers have is cancelled instead. Returns the new version of the content; null when readers never had it.
 * Refusals: not-allowed, not-found, changed-meanwhile, editing.drafts-open, editing.event-stays.
 */
export async function archiveThing(
  ctx: Ctx,
  { kind, id, number }: { kind: Kind; id: string; number: number },
): Promise<Outcome<{ contentVersion: number | null }>> {
  const found = await findOwnThing(ctx, { kind, id }, "publish")
  if (found.refused) return found
  const { thing } = found.done
  if (thing.number !== number || thing.standing === "archived") return refuse("changed-meanwhile")
  if (kind === "event" && thing.published !== null) return refuse("editing.event-stays")
  return ctx.transaction(async (tx) => {
    if (await isAwaited(tx, id, thing.published?.content ?? null, ctx.now())) return refuse("editing.drafts-open")
    const { count } = await tx.db.catalogueVersion.updateMany({
      where: { kind, thingId: id, number: { lte: number }, state: { in: [...openStates] } },
      data: { state: "superseded" },
    })
    const wasShown = await archiveThingRows(tx.db, kind, id, ctx.now())
    if (count === 0 && !wasShown) return refuse("changed-meanwhile")
    await tx.record("catalogue.archived", thingOf(thing), { number })
    return done({ contentVersion: wasShown ? await publishCatalogue(tx) : null })
  })
}
