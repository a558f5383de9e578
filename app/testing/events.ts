import { createEvent } from "#app/domain/events/create-event.server.ts"
import type { EventInput } from "#app/domain/events/event-facts.ts"
import { publishEvent } from "#app/domain/events/publish-event.server.ts"
import type { Ctx } from "#app/platform/ctx.server.ts"
import { aStaff, must } from "./builders.ts"

const hourMs = 3_600_000
let counter = 0

/** What somebody writes of an event, whole in three languages. */
export function eventInput(ctx: Ctx, { inHours = 72, ...more }: Partial<EventInput> & { inHours?: number } = {}): EventInput {
  const number = ++counter
  const words = (text: string) => ({ en: `${text} ${number}`, fr: `${text} ${number} (fr)`, ar: `لقاء ${number}` })
  const kind = more.kind ?? "fair"
  const startsAt = new Date(ctx.now().getTime() + inHours * hourMs)
  return {
    owner: "UM6P",
    kind,
    title: words("Event"),
    summary: words("Summary"),
    about: words("About"),
    venue: kind === "fair" ? words("Hall") : { en: "", fr: "", ar: "" },
    country: kind === "fair" ? "SN" : "",
    link: kind === "online" ? "https://meet.example/room" : "",
    startsAt,
    endsAt: new Date(startsAt.getTime() + hourMs),
    capacity: null,
    isSample: false,
    ...more,
  }
}

/** An event that a university wrote and, unless it is to stay a draft, published. */
export async function anEvent(
  ctx: Ctx,
  { isDraft = false, ...more }: Partial<EventInput> & { inHours?: number; isDraft?: boolean } = {},
): Promise<{ id: string; slug: string }> {
  const input = eventInput(ctx, more)
  const university = input.owner === "AUI" ? "AUI" : "UM6P"
  const head = await aStaff(ctx, "head", university)
  const { eventId, slug } = must(await createEvent(head, input))
  if (!isDraft) must(await publishEvent(head, { eventId }))
  return { id: eventId, slug }
}
