import type { MailKind } from "#app/emails/mails.ts"

/** What a message is about, in words so general that they tell nothing of its reader. */
export type MessageKind = "signIn" | "enquiry" | "event" | "application" | "guardian" | "report" | "news" | "desk"

export const messageKinds: Record<MailKind, MessageKind> = {
  campaign: "news",
  "sign-in-code": "signIn",
  "enquiry-made": "enquiry",
  "brochure-sent": "enquiry",
  "guardian-asked": "guardian",
  "rsvp-made": "event",
  "event-reminder": "event",
  "event-moved": "event",
  "event-cancelled": "event",
  "application-submitted": "application",
  "offer-made": "application",
  "choice-refused": "application",
  "offer-accepted": "application",
  "offer-lapsed": "application",
  "choice-waitlisted": "application",
  "conditions-unmet": "application",
  "info-requested": "application",
  "interview-set": "application",
  "place-confirmed": "application",
  "place-deferred": "application",
  "waiting-ended": "application",
  "waiver-decided": "application",
  "payment-received": "application",
  "note-mentioned": "desk",
  "report-made": "report",
  "report-closed": "report",
}

/** The general word for a mail's kind as its row keeps it. */
export function messageKindOf(kind: string): MessageKind {
  return Object.entries(messageKinds).find(([known]) => known === kind)?.[1] ?? "application"
}
