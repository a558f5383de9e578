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

/** What a contact is when it begins at a press: a call may still go any way, and who opens a chat writes. */
export const begunAs = { call: "begun", whatsapp: "sent" } as const satisfies Partial<Record<ContactChannel, ContactResult>>
export type BegunChannel = keyof typeof begunAs

const answers: readonly string[] = ["reached", "sent"] satisfies ContactResult[]

/** Whether the candidate has an answer by it. */
export function isAnswer(result: string | null): boolean {
  return result !== null && answers.includes(result)
}
