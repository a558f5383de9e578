import type { Ctx, Tx } from "#app/platform/ctx.server.ts"
import { type MailNews, readMailNews } from "#app/platform/mail-events.server.ts"
import { done, type Outcome, refuse } from "#app/platform/outcome.ts"
import { readEmail } from "#app/domain/people/contact.server.ts"
import { newsCountsFrom } from "./campaign-states.ts"

const mailCountsFrom = {
  delivered: ["queued", "sent", "unknown"],
  bounced: ["queued", "sent", "unknown", "delivered"],
  complained: ["queued", "sent", "unknown", "delivered", "bounced"],
} as const

/**
 * Takes one webhook of the mail vendor: marks the delivery or the mail, and suppresses an address that bounced for good
 * or complained. Consents stay as they are: only their giver withdraws them. An event counts once, in any order.
 * Refusals: campaigns.bad-signature (also when no secret is configured, or nothing of it can be read).
 */
export async function receiveMailNews(
  ctx: Ctx,
  { body, headers }: { body: string; headers: Headers },
): Promise<Outcome<{ isNew: boolean }>> {
  const news = readMailNews(ctx.settings.mailWebhookSecret, ctx.now(), body, headers)
  if (news === null) return refuse("campaigns.bad-signature")
  const isNew = await ctx.transaction(async (tx) => {
    const stored = await tx.db.webhookEvent.createMany({
      data: {
        id: ctx.id(),
        vendor: "resend",
        eventId: news.eventId,
        type: news.type,
        objectId: news.vendorId,
        receivedAt: ctx.now(),
        handledAt: ctx.now(),
      },
      skipDuplicates: true,
    })
    if (stored.count === 0) return false
    if (news.news !== null) await mark(ctx, tx, news, news.news)
    return true
  })
  return done({ isNew })
}

async function mark(
  ctx: Ctx,
  tx: Tx,
  { vendorId, deliveryId, mailId, isForGood }: MailNews,
  news: NonNullable<MailNews["news"]>,
): Promise<void> {
  const known = (id: string | null) => [...(vendorId === "" ? [] : [{ vendorId }]), ...(id === null ? [] : [{ id }])]
  // The tag finds a delivery whose answer is not written yet.
  const delivery = await tx.db.delivery.findFirst({ where: { OR: known(deliveryId) }, select: { id: true, email: true } })
  const mail = delivery === null ? await tx.db.mail.findFirst({ where: { OR: known(mailId) }, select: { id: true, to: true } }) : null
  if (delivery !== null) {
    await tx.db.delivery.updateMany({
      where: { id: delivery.id, state: { in: [...newsCountsFrom[news]] } },
      data: { state: news, movedAt: ctx.now(), ...(vendorId === "" ? {} : { vendorId }) },
    })
  }
  if (mail !== null)
    await tx.db.mail.updateMany({
      where: { id: mail.id, state: { in: [...mailCountsFrom[news]] } },
      data: { state: news, ...(vendorId === "" ? {} : { vendorId }) },
    })
  const email = delivery?.email ?? mail?.to
  if (email === undefined || news === "delivered" || (news === "bounced" && !isForGood)) return
  const address = readEmail(email)
  if (address === null) return
  await tx.db.suppression.createMany({
    data: { id: ctx.id(), email: address.value, reason: news, createdAt: ctx.now() },
    skipDuplicates: true,
  })
  // A complaint says more than a bounce.
  if (news === "complained") await tx.db.suppression.updateMany({ where: { email: address.value }, data: { reason: news } })
}
