import type { Ctx } from "#app/platform/ctx.server.ts"
import { uniqueViolation } from "#app/platform/db.server.ts"
import { done, refuse, type Outcome } from "#app/platform/outcome.ts"
import { foldName } from "#app/platform/text.ts"
import { isWithin, staffMay } from "#app/domain/people/permissions.ts"
import { checkEvent } from "./check-event.ts"
import type { EventInput } from "./event-facts.ts"
import type { EventText } from "./event-texts.ts"
import { readersOf } from "./find-own-event.server.ts"

/**
 * Writes a draft of an event of the actor's university, or of both together. Its address comes from its title and day and
 * never changes: it stands in mails and calendars.
 * Refusals: not-allowed, changed-meanwhile (another of that name at the same moment), and those of `checkEvent`.
 */
export async function createEvent(ctx: Ctx, input: EventInput): Promise<Outcome<{ eventId: string; slug: string }>> {
  const { actor } = ctx
  if (actor.kind !== "staff" || actor.university === null || !staffMay(actor, "events.edit", actor.university)) return refuse("not-allowed")
  if (!isWithin(input.owner, actor.university)) return refuse("not-allowed")
  const checked = checkEvent(input, { isWholeNeeded: false })
  if (checked.refused) return checked
  const row = checked.done
  const id = ctx.id()
  const wanted = slugOf(row.title, row.startsAt)
  const now = ctx.now()
  try {
    return await ctx.transaction(async (tx) => {
      const isTaken = (await tx.db.publicEvent.count({ where: { slug: wanted } })) > 0
      const slug = isTaken ? `${wanted}-${id.slice(-4)}` : wanted
      await tx.db.publicEvent.create({ data: { ...row, id, slug, createdAt: now, updatedAt: now }, select: { id: true } })
      await tx.record("event.created", { name: "public-event", id, university: readersOf(row.owner) })
      return done({ eventId: id, slug })
    })
  } catch (error) {
    if (uniqueViolation(error) !== null) return refuse("changed-meanwhile")
    throw error
  }
}

function slugOf(title: EventText, startsAt: Date): string {
  const words = foldName(title.en === "" ? title.fr : title.en)
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 60)
    .replace(/^-+|-+$/g, "")
  return `${words === "" ? "event" : words}-${startsAt.toISOString().slice(0, 10)}`
}
