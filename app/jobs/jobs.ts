import { campaignRevive } from "./campaign-revive.ts"
import { campaignSend } from "./campaign-send.ts"
import { catalogueTurn } from "./catalogue-turn.ts"
import type { JobDefinition } from "./define-job.ts"
import { decisionRelease } from "./decision-release.ts"
import { decisionReleaseDue } from "./decision-release-due.ts"
import { eventReact } from "./event-react.ts"
import { mailSend } from "./mail-send.ts"
import { offerLapse } from "./offer-lapse.ts"
import { paymentSettle } from "./payment-settle.ts"

/** Every job, by its name. */
export const jobs: Record<string, JobDefinition> = {
  "campaign.send": campaignSend as unknown as JobDefinition,
  "campaign.revive": campaignRevive as unknown as JobDefinition,
  "catalogue.turn": catalogueTurn as unknown as JobDefinition,
  "event.react": eventReact as unknown as JobDefinition,
  "mail.send": mailSend as unknown as JobDefinition,
  "decision.release": decisionRelease as unknown as JobDefinition,
  "decision.release-due": decisionReleaseDue as unknown as JobDefinition,
  "offer.lapse": offerLapse as unknown as JobDefinition,
  "payment.settle": paymentSettle as unknown as JobDefinition,
}
