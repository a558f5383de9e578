import { z } from "zod"
import { languages } from "#app/locales/languages.ts"
import { choiceField, integerField, optionalChoiceField, textField } from "#app/platform/fields.ts"
import type { Content, Kind } from "./content.ts"
import { eventForm } from "./event-content.ts"
import { programmeForm } from "./programme-content.ts"
import { questionForm } from "./question-content.ts"
import { schemeForm } from "./scheme-content.ts"

type Typed = Record<string, string[]>
type Problem = { field: string; code: string; details?: Record<string, string | number> }

/** What the form of every kind has beside its own fields. Owner, base and address count for a new thing only. */
const aroundForm = z.object({
  version: integerField({ min: 0, max: 999_999 }),
  slug: textField({ max: 80 }),
  owner: optionalChoiceField(["AUI", "UM6P", "JOINT"]),
})

const baseForm = z.object({ base: choiceField(languages) })

/** The fields of each kind. Its address and whose it is stand around them. */
const forms = {
  programme: programmeForm.transform((fields) => ({ kind: "programme" as const, ...fields })),
  question: questionForm.transform((fields) => ({ kind: "question" as const, ...fields })),
  scheme: schemeForm.transform((fields) => ({ kind: "scheme" as const, ...fields })),
  event: eventForm.transform((fields) => ({ kind: "event" as const, ...fields })),
} satisfies Record<Kind, z.ZodType>

export type ContentForm = { content: Content; version: number; holds: string[]; base: (typeof languages)[number] | null }

/**
 * Reads the form of a thing. A field of it is named by its way through the content: `answer-fr`. The message of a problem
 * is a refusal code. Whole it need not be: a draft may lack languages.
 */
export function readContentForm(
  kind: Kind,
  typed: Typed,
  { isNew }: { isNew: boolean },
): { ok: true; value: ContentForm } | { ok: false; problems: Problem[] } {
  const around = aroundForm.safeParse(typed)
  const base = isNew ? baseForm.safeParse(typed) : null
  const own = forms[kind].safeParse(nested(typed))
  const problems = [around, base, own].flatMap((read) => (read === null || read.success ? [] : problemsIn(read.error)))
  if (!around.success || !own.success || (base !== null && !base.success)) return { ok: false, problems }
  const { slug, owner, version } = around.data
  return {
    ok: true,
    value: {
      content: contentOf(own.data, slug.toLowerCase(), owner ?? null),
      version: version ?? 0,
      holds: typed["holds"] ?? [],
      base: base?.data.base ?? null,
    },
  }
}

function contentOf(fields: z.output<(typeof forms)[Kind]>, slug: string, owner: Content["owner"]): Content {
  // A programme or an event is always somebody's: what names nobody is of both.
  return fields.kind === "programme" || fields.kind === "event" ? { ...fields, slug, owner: owner ?? "JOINT" } : { ...fields, slug, owner }
}

type Nested = { [name: string]: string[] | Nested }

/** `answer-fr` becomes `{ answer: { fr } }`. */
function nested(typed: Typed): Nested {
  const all: Nested = {}
  for (const [name, values] of Object.entries(typed)) {
    if (!/^[a-zA-Z]{1,30}(?:-[a-zA-Z0-9]{1,30}){0,3}$/.test(name)) continue
    const steps = name.split("-")
    const last = steps.pop() ?? name
    let at = all
    for (const step of steps) {
      const next = Object.hasOwn(at, step) ? at[step] : undefined
      if (next !== undefined && !Array.isArray(next)) at = next
      else {
        const fresh: Nested = {}
        Object.defineProperty(at, step, { value: fresh, enumerable: true, writable: true, configurable: true })
        at = fresh
      }
    }
    Object.defineProperty(at, last, { value: values, enumerable: true, writable: true, configurable: true })
  }
  return all
}

function problemsIn(error: z.ZodError): Problem[] {
  return error.issues.map((issue) => {
    const details: unknown = "params" in issue ? issue.params : undefined
    // What no form of ours sends is an answer that was not offered.
    const code = issue.code === "custom" ? issue.message : "field.choice"
    return { field: issue.path.join("-"), code, ...(isDetails(details) ? { details } : {}) }
  })
}

function isDetails(value: unknown): value is Record<string, string | number> {
  return typeof value === "object" && value !== null
}
