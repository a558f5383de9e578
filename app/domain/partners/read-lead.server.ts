import type { z } from "zod"
import type { Ctx } from "#app/platform/ctx.server.ts"
import { pointerTo, type Fault } from "#app/platform/problem.server.ts"
import { codePoints, hasForbiddenCharacters, tidy } from "#app/platform/text.ts"
import { enquiryForm } from "#app/domain/leads/enquiry-form.server.ts"
import { leadBody, longestCampaign, longestConsentText, longestSlug, type LeadBody } from "./api-schemas.server.ts"

export type ReadLead = { body: LeadBody; form: z.output<ReturnType<typeof enquiryForm>> }

/**
 * Reads the JSON of a lead: its shape by the documented schema, its texts as the enquiry form reads them. All that is
 * wrong with it is told at once, each with the place where it stands.
 */
export function readLead(
  ctx: Pick<Ctx, "now">,
  json: unknown,
): { lead: ReadLead; faults?: undefined } | { lead?: undefined; faults: Fault[] } {
  const shaped = leadBody.safeParse(json)
  const faults = shaped.success ? [] : shaped.error.issues.flatMap((issue) => faultsOf(issue, json))
  const isObject = typeof json === "object" && json !== null && !Array.isArray(json)
  if (!isObject) return { faults }
  const texts = Object.fromEntries(
    ["firstName", "lastName", "email", "phone", "country", "birthYear", "level", "message", "fields"].map((name) => [
      name,
      [Reflect.get(json, name)].flat().flatMap((value) => (typeof value === "string" || typeof value === "number" ? [String(value)] : [])),
    ]),
  )
  const form = enquiryForm(ctx.now()).safeParse(texts)
  const known = new Set(faults.map(({ pointer }) => pointer?.split("/")[1]))
  for (const issue of form.error?.issues ?? []) {
    const name = String(issue.path[0] ?? "")
    if (known.has(name)) continue
    known.add(name)
    faults.push({ pointer: pointerTo([name]), code: issue.message, details: detailsOf(issue) })
  }
  if (!shaped.success || !form.success || faults.length > 0) return { faults }
  const body = shaped.data
  for (const [path, text, max] of [
    [["programme"], body.programme, longestSlug],
    [["campaign"], body.campaign ?? "", longestCampaign],
    [["consent", "textShown"], body.consent?.textShown, longestConsentText],
  ] as const) {
    if (text === undefined) continue
    const count = codePoints(tidy(text))
    if (hasForbiddenCharacters(text, true)) faults.push({ pointer: pointerTo(path), code: "field.control-characters" })
    else if (count > max) faults.push({ pointer: pointerTo(path), code: "field.too-long", details: { max, count } })
    else if (count === 0 && path[0] === "consent") faults.push({ pointer: pointerTo(path), code: "field.required" })
  }
  return faults.length > 0 ? { faults } : { lead: { body, form: form.data } }
}

/** What the schema found wrong, as faults with sentences. */
function faultsOf(issue: z.core.$ZodIssue, json: unknown): Fault[] {
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((name) => ({
      pointer: pointerTo([...issue.path, name]),
      code: "partners.unknown-field",
      details: { name: [...name.toWellFormed()].slice(0, 60).join("") },
    }))
  }
  const pointer = pointerTo(issue.path)
  const found = issue.path.reduce<unknown>((at, part) => (typeof at === "object" && at !== null ? Reflect.get(at, part) : undefined), json)
  if (found === undefined || issue.code === "too_small") return [{ pointer, code: "field.required" }]
  if (issue.code === "invalid_value") return [{ pointer, code: issue.path[0] === "country" ? "field.country" : "field.choice" }]
  if (issue.code === "invalid_format") return [{ pointer, code: "partners.moment" }]
  return [{ pointer, code: "partners.type", details: { type: issue.code === "invalid_type" ? issue.expected : "integer" } }]
}

function detailsOf(issue: z.core.$ZodIssue): Record<string, string | number> {
  const params: unknown = issue.code === "custom" ? issue.params : undefined
  if (typeof params !== "object" || params === null) return {}
  return Object.fromEntries(
    Object.entries(params).flatMap(([name, value]) => (typeof value === "string" || typeof value === "number" ? [[name, value]] : [])),
  )
}
