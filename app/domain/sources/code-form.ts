import { z } from "zod"
import { choiceField, textField } from "#app/platform/fields.ts"
import { longestCode } from "./short-code.ts"

export const sourceKinds = ["event", "school", "partner", "ambassador"] as const
/** Pages a code may lead to, by what they are called; an event's leads to its event. */
export const codeTargets = ["home", "enquire", "programmes", "scholarships", "eligibility", "events"] as const
export type CodeTarget = (typeof codeTargets)[number]

export function targetPath(target: CodeTarget): string {
  return target === "home" ? "" : `/${target}`
}

export function targetOf(path: string): CodeTarget {
  return codeTargets.find((target) => targetPath(target) === path) ?? "home"
}

export const codeForm = z.object({
  kind: choiceField(sourceKinds),
  event: textField({ max: 36 }),
  name: textField({ max: 120 }),
  country: textField({ max: 2 }),
  city: textField({ max: 120 }),
  target: choiceField(codeTargets),
  code: textField({ max: 2 * longestCode }),
})
