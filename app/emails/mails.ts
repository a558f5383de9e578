import type { z } from "zod"
import { applicationSubmitted } from "./application-submitted.tsx"
import { campaign } from "./campaign.tsx"
import { choiceRefused } from "./choice-refused.tsx"
import { enquiryMade } from "./enquiry-made.tsx"
import { guardianAsked } from "./guardian-asked.tsx"
import { offerAccepted } from "./offer-accepted.tsx"
import { offerLapsed } from "./offer-lapsed.tsx"
import { offerMade } from "./offer-made.tsx"
import { paymentReceived } from "./payment-received.tsx"
import { signInCode } from "./sign-in-code.tsx"
import { waiverDecided } from "./waiver-decided.tsx"

/** Every message the product can send, by its kind. */
export const mails = {
  campaign,
  "sign-in-code": signInCode,
  "enquiry-made": enquiryMade,
  "guardian-asked": guardianAsked,
  "application-submitted": applicationSubmitted,
  "offer-made": offerMade,
  "choice-refused": choiceRefused,
  "offer-accepted": offerAccepted,
  "offer-lapsed": offerLapsed,
  "waiver-decided": waiverDecided,
  "payment-received": paymentReceived,
}

export type MailKind = keyof typeof mails
export type MailProps<Kind extends MailKind> = z.input<(typeof mails)[Kind]["schema"]>

export function isMailKind(kind: string): kind is MailKind {
  return kind in mails
}
