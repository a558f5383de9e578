import type { JobDefinition } from "./define-job.ts"
import { eventReact } from "./event-react.ts"
import { mailSend } from "./mail-send.ts"

/** Every job, by its name. */
export const jobs: Record<string, JobDefinition> = {
  "event.react": eventReact as unknown as JobDefinition,
  "mail.send": mailSend as unknown as JobDefinition,
}
