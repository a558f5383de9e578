import { useState } from "react"
import { useLocation } from "react-router"

/**
 * What an action has answered, until somebody goes on. The router lets go of it when the page's data are loaded again, and news
 * of others do that at any time: a "no" and what was typed would be gone before they are read.
 */
export function useAnswered<Answer>(answer: Answer | undefined): Answer | undefined {
  const { key } = useLocation()
  const [held, hold] = useState({ key, answer })
  if (held.key !== key || (answer !== undefined && held.answer !== answer)) hold({ key, answer })
  return answer ?? (held.key === key ? held.answer : undefined)
}
