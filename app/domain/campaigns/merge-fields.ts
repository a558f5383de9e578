import { Liquid, type Template } from "liquidjs"
import { type MergeField, mergeFields, type MergeValues } from "./merge-fields-list.ts"

const engine = new Liquid({ strictVariables: true, strictFilters: true, ownPropertyOnly: true, cache: false })
const slotPattern = /\{\{[\s\S]*?\}\}/g
/** One field, with or without `| default: "words"`: nothing else of Liquid is offered. */
const fieldPattern = /^\{\{-?\s*([\p{L}\p{N}_.[\]-]+)\s*(?:\|([\s\S]*?))?-?\}\}$/u
const defaultPattern = /^\s*default\s*:\s*(?:"[^"]*"|'[^']*')\s*$/

export type MergeProblem = { code: "campaigns.merge-field"; field: string } | { code: "campaigns.merge-broken" }

/** A text cut at its merge fields: `parts` has one element more than `slots`. */
export type MergeText = { parts: string[]; slots: string[] }

function isMergeField(name: string): name is MergeField {
  return mergeFields.some((field) => field === name)
}

/** What is wrong with the merge fields of a text; null when nothing is. */
export function mergeProblem(text: string): MergeProblem | null {
  for (const [slot] of text.matchAll(slotPattern)) {
    const [, name = "", filter] = fieldPattern.exec(slot) ?? []
    if (name === "") return { code: "campaigns.merge-broken" }
    if (!isMergeField(name)) return { code: "campaigns.merge-field", field: name }
    if (filter !== undefined && !defaultPattern.test(filter)) return { code: "campaigns.merge-broken" }
  }
  return /\{\{|\}\}|\{%|%\}/.test(text.replace(slotPattern, "")) ? { code: "campaigns.merge-broken" } : null
}

export function cutAtFields(text: string): MergeText {
  return { parts: text.split(slotPattern), slots: text.match(slotPattern) ?? [] }
}

/**
 * Fills slots for one person. A value that is missing becomes the slot's own `default`, else the fallback of the
 * language.
 */
export function slotFiller(slots: readonly string[], fallbacks: MergeValues): (values: Partial<MergeValues>) => string[] {
  const parsed = slots.map((slot): { template: Template[]; field: MergeField; hasDefault: boolean } => {
    const [, name = "", filter] = fieldPattern.exec(slot) ?? []
    if (!isMergeField(name)) throw new Error("A message was kept with a field that does not exist")
    return { template: engine.parse(slot), field: name, hasDefault: filter !== undefined }
  })
  return (values) =>
    parsed.map(({ template, field, hasDefault }) => {
      const value = values[field] ?? ""
      const text: unknown = engine.renderSync(template, { [field]: value === "" && !hasDefault ? fallbacks[field] : value })
      return String(text)
    })
}
