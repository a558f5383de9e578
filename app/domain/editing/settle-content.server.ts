import type { Ctx } from "#app/platform/ctx.server.ts"
import type { Owner } from "#app/platform/prisma-client/enums.ts"
import type { Content } from "./content.ts"
import type { EventContent } from "./event-content.ts"

/**
 * The content with what is settled put in: its address, its owner, in a programme the ids and owners of its intakes, and
 * in an event whether it is a sample.
 * A programme and an event are always somebody's.
 */
export function settleContent(
  ctx: Ctx,
  typed: Content,
  { slug, owner, before }: { slug: string; owner: Owner | null; before: Content | null },
): Content {
  const whose = owner ?? "JOINT"
  if (typed.kind === "event") return { ...typed, slug, owner: whose, ...(before?.kind === "event" ? settledEvent(before, typed) : {}) }
  if (typed.kind !== "programme") return { ...typed, slug, owner }
  const known = before?.kind === "programme" ? before.intakes : []
  const intakes = typed.intakes.map((intake) => {
    const former = known.find(({ id }) => id === intake.id)
    return {
      ...intake,
      // An id is believed only where this programme has it.
      id: former?.id ?? ctx.id(),
      owner: whose === "JOINT" ? intake.owner : whose,
      // A form knows minutes: an instant that shows the same one stays as it was.
      opensAt: former !== undefined && isSameMinute(former.opensAt, intake.opensAt) ? former.opensAt : intake.opensAt,
      closesAt: former !== undefined && isSameMinute(former.closesAt, intake.closesAt) ? former.closesAt : intake.closesAt,
    }
  })
  return { ...typed, slug, owner: whose, intakes }
}

/** Of an event that was there before, a form does not know whether it is a sample, nor anything below a minute. */
function settledEvent(before: EventContent, typed: EventContent): Partial<EventContent> {
  return {
    isSample: before.isSample,
    startsAt: isSameMinute(before.startsAt, typed.startsAt) ? before.startsAt : typed.startsAt,
    endsAt: isSameMinute(before.endsAt, typed.endsAt) ? before.endsAt : typed.endsAt,
  }
}

function isSameMinute(one: string, other: string): boolean {
  return one.slice(0, 16) === other.slice(0, 16)
}
