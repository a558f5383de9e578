import type { EventContent } from "#app/domain/editing/event-content.ts"
import { publishVersion } from "#app/domain/editing/publish-version.server.ts"
import { reviewVersion } from "#app/domain/editing/review-version.server.ts"
import { saveDraft } from "#app/domain/editing/save-draft.server.ts"
import type { Ctx } from "#app/platform/ctx.server.ts"
import { aStaff, must } from "./builders.ts"

const kind = "event" as const
const hourMs = 3_600_000
let counter = 0

type More = Partial<Omit<EventContent, "kind">> & { inHours?: number }

/** What somebody writes of an event, whole in three languages. */
export function eventInput(ctx: Pick<Ctx, "now">, { inHours = 72, ...more }: More = {}): EventContent {
  const number = ++counter
  const words = (text: string) => ({ en: `${text} ${number}`, fr: `${text} ${number} (fr)`, ar: `لقاء ${number}` })
  const eventKind = more.eventKind ?? "fair"
  const startsAt = new Date(ctx.now().getTime() + inHours * hourMs)
  return {
    kind,
    slug: "",
    owner: "UM6P",
    eventKind,
    title: words("Event"),
    summary: words("Summary"),
    about: words("About"),
    venue: eventKind === "fair" ? words("Hall") : { en: "", fr: "", ar: "" },
    country: eventKind === "fair" ? "SN" : "",
    link: eventKind === "online" ? "https://meet.example/room" : "",
    startsAt: startsAt.toISOString(),
    endsAt: new Date(startsAt.getTime() + hourMs).toISOString(),
    capacity: null,
    isSample: false,
    ...more,
  }
}

/** Brings the draft of an event to readers by the hands of this head. */
export async function publishEvent(head: Ctx, { id, number }: { id: string; number: number }) {
  const reviewed = await reviewVersion(head, { kind, id, number })
  return reviewed.refused ? reviewed : publishVersion(head, { kind, id, number })
}

/** An event that the outreach officer of a university wrote and, unless it is to stay a draft, its head published. */
export async function anEvent(
  ctx: Ctx,
  { isDraft = false, ...more }: More & { isDraft?: boolean } = {},
): Promise<{ id: string; slug: string }> {
  const content = eventInput(ctx, more)
  const university = content.owner === "AUI" ? "AUI" : "UM6P"
  const writer = await aStaff(ctx, "outreach", university)
  const { id } = must(await saveDraft(writer, { id: null, version: 0, base: "en", content, holds: [] }))
  if (!isDraft) must(await publishEvent(await aStaff(ctx, "head", university), { id, number: 1 }))
  const { slug } = await ctx.db.catalogueVersion.findFirstOrThrow({ where: { kind, thingId: id }, select: { slug: true } })
  return { id, slug }
}
