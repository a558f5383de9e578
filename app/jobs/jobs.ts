import { catalogueTurn } from "./catalogue-turn.ts"
import type { JobDefinition } from "./define-job.ts"
import { eventReact } from "./event-react.ts"
import { mailSend } from "./mail-send.ts"

/** Every job, by its name. */
export const jobs: Record<string, JobDefinition> = {
  "catalogue.turn": catalogueTurn as unknown as JobDefinition,
  "event.react": eventReact as unknown as JobDefinition,
  "mail.send": mailSend as unknown as JobDefinition,
}
