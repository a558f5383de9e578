import type { Channel, ContactResult } from "#app/platform/prisma-client/enums.ts"

/** By which an officer reaches a candidate from the desk. */
export const contactChannels = ["call", "whatsapp", "email"] as const satisfies readonly Channel[]
export type ContactChannel = (typeof contactChannels)[number]

/** How a contact by a channel may have gone. */
export const resultsOf: Record<ContactChannel, readonly ContactResult[]> = {
  call: ["reached", "no_answer", "wrong_number"],
  whatsapp: ["sent", "wrong_number"],
  email: ["sent"],
}

/** Whether the candidate has an answer by it. */
export function isAnswer(result: ContactResult): boolean {
  return result === "reached" || result === "sent"
}
