import { applicationLate } from "./application-late.ts"
import { applicationTurn } from "./application-turn.ts"
import { campaignRevive } from "./campaign-revive.ts"
import { campaignSend } from "./campaign-send.ts"
import { catalogueTurn } from "./catalogue-turn.ts"
import { consentExpire } from "./consent-expire.ts"
import type { Job } from "./define-job.ts"
import { decisionRelease } from "./decision-release.ts"
import { decisionReleaseDue } from "./decision-release-due.ts"
import { eventReact } from "./event-react.ts"
import { eventRemind } from "./event-remind.ts"
import { leadAssign } from "./lead-assign.ts"
import { leadWake } from "./lead-wake.ts"
import { importCheck } from "./import-check.ts"
import { importSweep } from "./import-sweep.ts"
import { importUndo } from "./import-undo.ts"
import { importWork } from "./import-work.ts"
import { leadBatch } from "./lead-batch.ts"
import { mailLate } from "./mail-late.ts"
import { mailSend } from "./mail-send.ts"
import { mailSendCode } from "./mail-send-code.ts"
import { offerLapse } from "./offer-lapse.ts"
import { paymentSettle } from "./payment-settle.ts"
import { personLook } from "./person-look.ts"
import { personLookAround } from "./person-look-around.ts"
import { reportSweep } from "./report-sweep.ts"
import { scoreAgain } from "./score-again.ts"
import { scoreRound } from "./score-round.ts"
import { sendingSweep } from "./sending-sweep.ts"
import { signInSweep } from "./sign-in-sweep.ts"

/** Every job, by its name. */
export const jobs: Record<string, Job> = {
  "application.late": applicationLate,
  "application.turn": applicationTurn,
  "campaign.send": campaignSend,
  "campaign.revive": campaignRevive,
  "catalogue.turn": catalogueTurn,
  "consent.expire": consentExpire,
  "event.react": eventReact,
  "event.remind": eventRemind,
  "lead.assign": leadAssign,
  "lead.wake": leadWake,
  "import.check": importCheck,
  "import.work": importWork,
  "import.undo": importUndo,
  "import.sweep": importSweep,
  "lead.batch": leadBatch,
  "mail.send": mailSend,
  "mail.send-code": mailSendCode,
  "mail.late": mailLate,
  "decision.release": decisionRelease,
  "decision.release-due": decisionReleaseDue,
  "offer.lapse": offerLapse,
  "payment.settle": paymentSettle,
  "person.look": personLook,
  "person.look-around": personLookAround,
  "score.again": scoreAgain,
  "score.round": scoreRound,
  "sending.sweep": sendingSweep,
  "report.sweep": reportSweep,
  "sign-in.sweep": signInSweep,
}
