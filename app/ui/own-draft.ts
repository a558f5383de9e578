import { useState } from "react"

/**
 * A form that begins anew with what is loaded, such as a box for the next note, or a choice that starts from what stands: by its
 * `key`, as soon as `value` is another. Where somebody has typed or chosen in it, it stays theirs until they send it, over the
 * `value` that they saw. `about` is what the form is of: for another one it begins anew at once.
 */
export function useOwnDraft(about: string, value: string): { key: string; value: string; onInput(): void; onSubmit(): void } {
  const [held, hold] = useState({ about, value, isTouched: false })
  const isHeld = held.about === about && (held.value === value || held.isTouched)
  // React allows a state to follow what is rendered, as long as it settles.
  if (!isHeld) hold({ about, value, isTouched: false })
  const shown = isHeld ? held.value : value
  const touch = (isTouched: boolean) => () => hold((now) => ({ ...now, isTouched }))
  return { key: `${about} ${shown}`, value: shown, onInput: touch(true), onSubmit: touch(false) }
}
