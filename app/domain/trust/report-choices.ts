/** How a message reached somebody. */
export const reportChannels = ["email", "whatsapp", "sms", "call", "social", "letter", "person", "other"] as const
/** What staff find out about it. */
export const reportVerdicts = ["fake", "ours", "unclear"] as const
