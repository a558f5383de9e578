import { useState } from "react"
import type { FormReply } from "./sentence.ts"

/**
 * What a form was opened over: the value as it was then, whatever is loaded since, and after a "no" the one that was sent.
 * News of others must not slip into what is saved over, or it would be saved over unseen. `key` is what the form is about.
 */
export function useAsOpened(key: string, name: string, value: string, reply: FormReply | undefined): string {
  const [held, hold] = useState({ key, value })
  if (held.key !== key) hold({ key, value })
  return reply?.typed[name]?.[0] ?? (held.key === key ? held.value : value)
}
