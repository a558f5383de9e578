import type { z } from "zod"
import { applicationSubmitted } from "./application-submitted.tsx"
import { brochureSent } from "./brochure-sent.tsx"
import { campaign } from "./campaign.tsx"
import { choiceRefused } from "./choice-refused.tsx"
import { choiceWaitlisted } from "./choice-waitlisted.tsx"
import { conditionsUnmet } from "./conditions-unmet.tsx"
import { enquiryMade } from "./enquiry-made.tsx"
import { eventCancelled } from "./event-cancelled.tsx"
import { eventMoved } from "./event-moved.tsx"
import { eventReminder } from "./event-reminder.tsx"
import { guardianAsked } from "./guardian-asked.tsx"
import { infoRequested } from "./info-requested.tsx"
import { interviewSet } from "./interview-set.tsx"
import { noteMentioned } from "./note-mentioned.tsx"
import { offerAccepted } from "./offer-accepted.tsx"
import { offerLapsed } from "./offer-lapsed.tsx"
import { offerMade } from "./offer-made.tsx"
import { paymentReceived } from "./payment-received.tsx"
import { placeConfirmed } from "./place-confirmed.tsx"
import { placeDeferred } from "./place-deferred.tsx"
import { reportClosed } from "./report-closed.tsx"
import { reportMade } from "./report-made.tsx"
import { rsvpMade } from "./rsvp-made.tsx"
import { signInCode } from "./sign-in-code.tsx"
import { waitingEnded } from "./waiting-ended.tsx"
import { waiverDecided } from "./waiver-decided.tsx"

/** Every message the product can send, by its kind. */
export const mails = {
  campaign,
  "sign-in-code": signInCode,
  "enquiry-made": enquiryMade,
  "brochure-sent": brochureSent,
  "guardian-asked": guardianAsked,
  "rsvp-made": rsvpMade,
  "event-reminder": eventReminder,
  "event-moved": eventMoved,
  "event-cancelled": eventCancelled,
  "application-submitted": applicationSubmitted,
  "offer-made": offerMade,
  "choice-refused": choiceRefused,
  "offer-accepted": offerAccepted,
  "offer-lapsed": offerLapsed,
  "choice-waitlisted": choiceWaitlisted,
  "conditions-unmet": conditionsUnmet,
  "info-requested": infoRequested,
  "interview-set": interviewSet,
  "place-confirmed": placeConfirmed,
  "place-deferred": placeDeferred,
  "waiting-ended": waitingEnded,
  "waiver-decided": waiverDecided,
  "payment-received": paymentReceived,
  "note-mentioned": noteMentioned,
  "report-made": reportMade,
  "report-closed": reportClosed,
}

export type MailKind = keyof typeof mails
export type MailProps<Kind extends MailKind> = z.input<(typeof mails)[Kind]["schema"]>

export function isMailKind(kind: string): kind is MailKind {
  return kind in mails
}
