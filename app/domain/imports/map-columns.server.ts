import type { Ctx } from "#app/platform/ctx.server.ts"
import { done, refuse, type Outcome } from "#app/platform/outcome.ts"
import { Prisma } from "#app/platform/prisma-client/client.ts"
import type { University } from "#app/platform/prisma-client/enums.ts"
import { isResidence } from "#app/domain/catalogue/countries.ts"
import type { DateOrder } from "#app/domain/lists/cell-values.ts"
import { type ListColumn, readHeadings } from "#app/domain/lists/headings.ts"
import { lookAtList } from "#app/domain/lists/read-list.server.ts"
import type { Delimiter } from "#app/domain/lists/separated-text.ts"
import type { Encoding } from "#app/domain/lists/text-encoding.ts"
import type { Language } from "#app/locales/languages.ts"
import { shown } from "./begin-import.server.ts"
import type { ConsentWay } from "./consent-ways.ts"
import { findOwnImport } from "./find-own-import.server.ts"
import { formatOf } from "./found-import.ts"
import { mappableStates } from "./import-states.ts"
import { importThing } from "./import-thing.ts"
import { findPartnerMapping, rememberPartner, withRemembered } from "./partner-mapping.server.ts"

export type MappingInput = {
  importId: string
  /** What each column holds, in their order. */
  mapping: readonly (ListColumn | null)[]
  country: string
  language: Language
  dateOrder: DateOrder
  /** Whose leads its people become: the actor's university alone, or both. */
  isForBoth: boolean
  encoding?: Encoding | undefined
  delimiter?: Delimiter | undefined
  sheet?: number | undefined
  /** How, when and with which words those who said yes were asked; needed when a column says yes. */
  consent: { how: ConsentWay | null; on: Date | null; text: string }
}

/**
 * Says what the columns of a list hold and how it is read, remembers it for the partner's next list, and has the list checked.
 * When the file is read otherwise than before, its columns are recognised anew, as those of the partner's lists were, and nothing is checked until they are said.
 * Refusals: not-allowed, not-found, changed-meanwhile, imports.column-twice, imports.column-name, imports.column-contact,
 * imports.consent-missing, field.country, and those of lookAtList.
 */
export async function mapColumns(ctx: Ctx, input: MappingInput): Promise<Outcome<{ isChecking: boolean }>> {
  const found = await findOwnImport(ctx, input.importId)
  if (found.refused) return found
  const list = found.done
  if (!mappableStates.includes(list.state) || list.fileKey === null) return refuse("changed-meanwhile")
  if (!isResidence(input.country)) return refuse("field.country", { field: "country" })
  const format = formatOf(list)
  const isReadOtherwise =
    format.kind === "xlsx"
      ? input.sheet !== undefined && input.sheet !== format.sheet
      : (input.encoding !== undefined && input.encoding !== format.encoding) ||
        (input.delimiter !== undefined && input.delimiter !== format.delimiter)
  const universities: University[] = input.isForBoth ? ["AUI", "UM6P"] : [list.university]
  const where = { id: list.id, state: list.state, mappedTimes: list.mappedTimes }
  const said = {
    country: input.country,
    language: input.language,
    dateOrder: input.dateOrder,
    universities,
    movedAt: ctx.now(),
  }
  if (isReadOtherwise) {
    const file = await ctx.outside.storage.get(list.fileKey)
    const seen = file === null ? refuse("not-found") : await lookAtList(file, input)
    if (seen.refused) return seen
    const headings = seen.done.columns.map(({ heading }) => heading)
    const remembered = await findPartnerMapping(ctx, list)
    const mapping = withRemembered(headings, readHeadings(headings), remembered).map((column) => column ?? "")
    const { count } = await ctx.db.leadImport.updateMany({
      where,
      data: { ...said, format: seen.done.format, headings, mapping, sample: shown(seen.done.sample), mappedTimes: { increment: 1 } },
    })
    return count === 0 ? refuse("changed-meanwhile") : done({ isChecking: false })
  }

  const mapping = list.headings.map((_, place) => input.mapping[place] ?? null)
  const refused = problemOfMapping(mapping) ?? problemOfConsent(mapping, input.consent)
  if (refused !== null) return refused
  const asks = mapping.includes("consent")
  return ctx.transaction(async (tx) => {
    const { count } = await tx.db.leadImport.updateMany({
      where,
      data: {
        ...said,
        mapping: mapping.map((column) => column ?? ""),
        consentHow: asks ? (input.consent.how ?? "") : "",
        consentText: asks ? input.consent.text : "",
        consentOn: asks ? input.consent.on : null,
        state: "mapped",
        problem: Prisma.DbNull,
        progress: 0,
        mappedTimes: { increment: 1 },
      },
    })
    if (count === 0) return refuse("changed-meanwhile")
    await rememberPartner(ctx, tx, { ...list, mapping, country: input.country, language: input.language })
    await tx.record("import.mapped", importThing(list), {
      columns: mapping.filter((column) => column !== null),
      country: input.country,
      universities,
      ...(asks ? { consentHow: input.consent.how ?? "", consentOn: input.consent.on?.toISOString().slice(0, 10) ?? "" } : {}),
    })
    await tx.enqueue("import.check", { importId: list.id, mappedTimes: list.mappedTimes + 1 })
    return done({ isChecking: true })
  })
}

function problemOfMapping(mapping: readonly (ListColumn | null)[]) {
  const twice = mapping.findIndex((column, place) => column !== null && mapping.indexOf(column) !== place)
  if (twice !== -1) return refuse("imports.column-twice", { field: `column-${twice}` })
  if (!mapping.some((column) => column === "name" || column === "given" || column === "family")) return refuse("imports.column-name")
  if (!mapping.some((column) => column === "email" || column === "phone")) return refuse("imports.column-contact")
  return null
}

/** A yes is proof only with who was asked how, when and with which words. */
function problemOfConsent(mapping: readonly (ListColumn | null)[], { how, on, text }: MappingInput["consent"]) {
  if (!mapping.includes("consent")) return null
  if (how === null) return refuse("imports.consent-missing", { field: "consentHow" })
  if (on === null) return refuse("imports.consent-missing", { field: "consentOn" })
  return text === "" ? refuse("imports.consent-missing", { field: "consentText" }) : null
}
