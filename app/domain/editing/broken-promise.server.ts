import type { Ctx, Tx } from "#app/platform/ctx.server.ts"
import type { Refusal } from "#app/platform/outcome.ts"
import type { Content } from "./content.ts"
import { refusedChange } from "#app/domain/events/event-change.ts"
import { eventBarrier } from "#app/domain/events/put-event.server.ts"
import { countChosen, countChosenAlone } from "./count-chosen.server.ts"
import { eventFacts } from "./event-rows.server.ts"
import type { OwnThing } from "./find-own-thing.server.ts"
import { brokenPromise, hasOpenDrafts } from "./promises.ts"

/**
 * Whether a new form of a thing would take back what candidates or guests were promised, as things stand now: for who
 * writes it.
 */
export async function brokenPromiseOf(ctx: Ctx, before: OwnThing | null, after: Content): Promise<{ refused: Refusal } | null> {
  const published = before?.published?.content
  if (published?.kind === "event" && after.kind === "event") {
    const isCancelled = before?.published?.isArchived ?? false
    return refusedChange({ ...eventFacts(published), isCancelled }, eventFacts(after), ctx.now())
  }
  if (before === null || published?.kind !== "programme" || after.kind !== "programme") return null
  return brokenPromise(published, after, await countChosen(ctx.db, before.id), ctx.now())
}

/** The same in the transaction that publishes, while nobody can choose an intake or register. */
export async function promiseBrokenBy(
  tx: Tx,
  id: string,
  before: Content | null,
  after: Content,
  now: Date,
): Promise<{ refused: Refusal } | null> {
  if (after.kind === "event") return eventBarrier(tx, { id, facts: eventFacts(after), now })
  if (before?.kind !== "programme" || after.kind !== "programme") return null
  return brokenPromise(before, after, await countChosenAlone(tx.db, id), now)
}

/** Whether somebody still prepares to send an application to it. */
export async function isAwaited(tx: Tx, id: string, shown: Content | null, now: Date): Promise<boolean> {
  return shown?.kind === "programme" && hasOpenDrafts(shown, await countChosenAlone(tx.db, id), now)
}
