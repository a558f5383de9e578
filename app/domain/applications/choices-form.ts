import { z } from "zod"
import { optionalChoiceField } from "#app/platform/fields.ts"

export const mostChoices = 3

/**
 * The ranked list as it stands on the page, and what was pressed: `add:ID`, `up:ID`, `down:ID`, `remove:ID`, or nothing
 * when only the preference is saved.
 */
export const choicesForm = z.object({
  intake: z
    .array(z.string())
    .optional()
    .transform((given) => given ?? []),
  act: z
    .array(z.string())
    .optional()
    .transform((given) => given?.[0] ?? ""),
  preferred: optionalChoiceField(["AUI", "UM6P"]),
})

/** The list after one press. A press that makes no sense for the list changes nothing. */
export function pressed(list: readonly string[], act: string): string[] {
  const [verb, id = ""] = act.split(":")
  const at = list.indexOf(id)
  if (verb === "add") return [...list, id]
  if (at === -1) return [...list]
  if (verb === "remove") return list.filter((other) => other !== id)
  const to = verb === "up" ? at - 1 : verb === "down" ? at + 1 : at
  if (to < 0 || to >= list.length) return [...list]
  const moved = list.filter((other) => other !== id)
  moved.splice(to, 0, id)
  return moved
}
