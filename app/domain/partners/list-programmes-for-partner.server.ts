import { createHash } from "node:crypto"
import { z } from "zod"
import type { Ctx } from "#app/platform/ctx.server.ts"
import { done, refuse, type Outcome } from "#app/platform/outcome.ts"
import { hasForbiddenCharacters } from "#app/platform/text.ts"
import type { Fault } from "#app/platform/problem.server.ts"
import { pageProgrammes, type ProgrammeCard } from "#app/domain/catalogue/catalogue-queries.server.ts"
import { spelledField } from "#app/domain/leads/enquiry-form.server.ts"
import { languages } from "#app/locales/languages.ts"
import type { ProgrammesAnswer } from "./api-schemas.server.ts"

const mostOnPage = 100

/** The parts of the query; any other is refused by name. */
export const programmesQuery = z.strictObject({
  language: z.enum(languages).optional().meta({ description: "Language of the texts; without it, that of Accept-Language." }),
  limit: z.coerce.number().int().min(1).max(mostOnPage).default(50).meta({ description: "How many on a page." }),
  after: z
    .string()
    .min(1)
    .max(200)
    .refine((slug) => !hasForbiddenCharacters(slug, false))
    .optional()
    .meta({ description: "Taken from the `next` of the page before." }),
})

export type ProgrammesQuery = z.output<typeof programmesQuery>

/** Reads the query of the list; a part that stands twice is as wrong as one that is not known. */
export function readProgrammesQuery(parameters: URLSearchParams): { query: ProgrammesQuery; faults?: undefined } | { faults: Fault[] } {
  const names = [...new Set(parameters.keys())]
  const twice = names.filter((name) => parameters.getAll(name).length > 1)
  const read = programmesQuery.safeParse(Object.fromEntries(parameters))
  const faults = [
    ...twice.map((parameter) => ({ parameter, code: "partners.parameter" })),
    ...(read.error?.issues ?? []).flatMap((issue) =>
      issue.code === "unrecognized_keys"
        ? issue.keys.map((name) => ({
            parameter: name,
            code: "partners.unknown-parameter",
            details: { name: [...name.toWellFormed()].slice(0, 60).join("") },
          }))
        : [{ parameter: String(issue.path[0]), code: "partners.parameter" }],
    ),
  ]
  return read.success && faults.length === 0 ? { query: read.data } : { faults }
}

/**
 * A page of the catalogue for a partner's program, in one language, with what each intake is at this moment, and the tag of
 * the answer. Refusals: partners.scope-missing, partners.parameter.
 */
export async function listProgrammesForPartner(
  ctx: Ctx,
  query: ProgrammesQuery,
): Promise<Outcome<{ answer: ProgrammesAnswer; tag: string }>> {
  const { actor } = ctx
  const scope = "programmes.read"
  if (actor.kind !== "partner" || !actor.scopes.includes(scope)) return refuse("partners.scope-missing", { details: { scope } })
  const language = query.language ?? ctx.language
  const page = await pageProgrammes(ctx.inLanguage(language), { after: query.after ?? null, size: query.limit })
  if (page === null) return refuse("partners.parameter", { field: "after" })
  const { publicUrl } = ctx.settings
  const next = page.next === null ? null : new URL(`${publicUrl}/api/v1/programmes`)
  next?.searchParams.set("language", language)
  next?.searchParams.set("limit", String(query.limit))
  next?.searchParams.set("after", page.next ?? "")
  const programmes = page.rows.map((card) => programmeOf(card, `${publicUrl}/${language}/programmes/${card.slug}`))
  const answer = { language, programmes, next: next?.href ?? null }
  return done({ answer, tag: `"${createHash("sha256").update(JSON.stringify(answer)).digest("base64url").slice(0, 22)}"` })
}

function programmeOf(card: ProgrammeCard, url: string): ProgrammesAnswer["programmes"][number] {
  const { slug, title, summary, owner, level, teachingLanguages, city, school, standing } = card
  return {
    slug,
    url,
    title,
    summary,
    university: owner,
    level,
    field: spelledField(card.field),
    teachingLanguages,
    city,
    school,
    standing,
    intakes: card.intakes.map((intake) => ({
      id: intake.id,
      admissionYear: intake.admissionYear,
      startsOn: intake.startsOn.toISOString().slice(0, 10),
      opensAt: intake.opensAt.toISOString(),
      closesAt: intake.closesAt.toISOString(),
      window: intake.window,
      seats: intake.seats,
      feeMinor: intake.feeMinor,
      feeCurrency: intake.feeCurrency,
      isSample: intake.isSample,
      takesApplications: intake.mayBeChosen,
    })),
  }
}
