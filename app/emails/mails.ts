import type { z } from "zod"
import { signInCode } from "./sign-in-code.tsx"

/** Every message the product can send, by its kind. */
export const mails = {
  "sign-in-code": signInCode,
}

export type MailKind = keyof typeof mails
export type MailProps<Kind extends MailKind> = z.input<(typeof mails)[Kind]["schema"]>

export function isMailKind(kind: string): kind is MailKind {
  return kind in mails
}
