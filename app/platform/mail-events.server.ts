import { createHmac, timingSafeEqual } from "node:crypto"
import { z } from "zod"

/** What the mail vendor tells of a mail that left. `deliveryId` and `mailId` are the tags it was sent with. */
export type MailNews = {
  eventId: string
  type: string
  vendorId: string
  news: "delivered" | "bounced" | "complained" | null
  /** The address does not exist or refuses for good; a full mailbox is not that. */
  isForGood: boolean
  deliveryId: string | null
  mailId: string | null
}

const toleranceSeconds = 5 * 60

const tagList = z.union([z.record(z.string(), z.string()), z.array(z.object({ name: z.string(), value: z.string() }))])
const eventSchema = z.object({
  type: z.string(),
  data: z.object({
    email_id: z.string().default(""),
    tags: tagList.optional().catch(undefined),
    bounce: z.object({ type: z.string() }).optional().catch(undefined),
    suppressed: z.object({ reason: z.string().optional() }).optional().catch(undefined),
  }),
})

/**
 * Verifies a webhook of Resend, which signs as Svix does, and reads it. Null when the signature is not the vendor's,
 * is older or newer than five minutes, or no secret is configured. https://docs.svix.com/receiving/verifying-payloads/how-manual
 */
export function readMailNews(secret: string | null, now: Date, body: string, headers: Headers): MailNews | null {
  const id = headers.get("svix-id")
  const timestamp = headers.get("svix-timestamp")
  const signatures = headers.get("svix-signature")
  if (secret === null || id === null || timestamp === null || signatures === null) return null
  if (!/^\d{1,12}$/.test(timestamp) || Math.abs(now.getTime() / 1000 - Number(timestamp)) > toleranceSeconds) return null
  const key = Buffer.from(secret.replace(/^whsec_/, ""), "base64")
  const right = createHmac("sha256", key).update(`${id}.${timestamp}.${body}`).digest()
  const isSigned = signatures.split(" ").some((entry) => {
    const [version, signature = ""] = entry.split(",")
    const given = Buffer.from(signature, "base64")
    return version === "v1" && given.length === right.length && timingSafeEqual(given, right)
  })
  if (!isSigned) return null
  const parsed = eventSchema.safeParse(parse(body))
  if (!parsed.success) return null
  const { type, data } = parsed.data
  const isRefusedByVendor = type === "email.suppressed"
  return {
    eventId: id,
    type,
    vendorId: data.email_id,
    news: newsOf(type, data.suppressed?.reason),
    isForGood: isRefusedByVendor || data.bounce?.type === "Permanent",
    deliveryId: tagOf(data.tags, "delivery"),
    mailId: tagOf(data.tags, "mail"),
  }
}

function newsOf(type: string, suppressedFor: string | undefined): MailNews["news"] {
  if (type === "email.delivered") return "delivered"
  if (type === "email.complained") return "complained"
  if (type === "email.bounced") return "bounced"
  // The vendor's own list holds the address: it came back or was complained about before.
  if (type === "email.suppressed") return suppressedFor === "previous_complaint" ? "complained" : "bounced"
  return null
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return null
  }
}

function tagOf(tags: z.output<typeof tagList> | undefined, name: string): string | null {
  const value = Array.isArray(tags) ? tags.find((tag) => tag.name === name)?.value : tags?.[name]
  return value !== undefined && z.uuid().safeParse(value).success ? value : null
}
