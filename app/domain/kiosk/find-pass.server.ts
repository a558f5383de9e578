import type { Ctx } from "#app/platform/ctx.server.ts"
import { eventTextOf, titleOf } from "#app/domain/events/event-texts.ts"
import { hashSecret } from "#app/domain/people/find-actor.server.ts"
import { readPass } from "./pass.server.ts"

export type FoundPass = {
  /** waiting: the tablet has not sent the entry yet; here: it has; used: somebody went on with it. */
  state: "waiting" | "here" | "used"
  /** Title of the event in the reader's language. */
  event: string
  /** Of the enquiry, once it is here. */
  reference: string | null
  hasEmail: boolean
}

/** What a pass stands for; null when none of our tablets drew it. It shows nothing that was typed. */
export async function findPass(ctx: Ctx, pass: string): Promise<FoundPass | null> {
  const tag = readPass(ctx, pass)
  if (tag === null) return null
  const tablet = await ctx.db.tablet.findUnique({
    where: { tag },
    select: { kiosk: { select: { publicEvent: { select: { title: true } } } } },
  })
  if (tablet === null) return null
  const event = titleOf(eventTextOf(tablet.kiosk.publicEvent.title), ctx.language)
  const found = await ctx.db.tabletPass.findUnique({ where: { codeHash: hashSecret(pass) } })
  const enquiry =
    found === null ? null : await ctx.db.enquiry.findUnique({ where: { id: found.enquiryId }, select: { reference: true, email: true } })
  if (found === null || enquiry === null) return { state: found === null ? "waiting" : "used", event, reference: null, hasEmail: false }
  return { state: found.usedAt === null ? "here" : "used", event, reference: enquiry.reference, hasEmail: enquiry.email !== null }
}
