import type { Ctx } from "#app/platform/ctx.server.ts"
import { done, refuse, type Outcome } from "#app/platform/outcome.ts"
import { isLanguage } from "#app/locales/languages.ts"
import { findCountry } from "#app/domain/catalogue/countries.ts"
import { guessDateOrder } from "#app/domain/lists/cell-values.ts"
import { readHeadings } from "#app/domain/lists/headings.ts"
import { lookAtList, type SeenList } from "#app/domain/lists/read-list.server.ts"
import { staffMay, universityOf } from "#app/domain/people/permissions.ts"
import { codePoints, hasForbiddenCharacters, tidy } from "#app/platform/text.ts"
import { guessCountry } from "./guess-country.server.ts"
import { largestFile } from "./import-limits.ts"
import { importThing } from "./import-thing.ts"
import { findPartnerMapping, withRemembered } from "./partner-mapping.server.ts"

const longestPartner = 120
/** Rows of the file that are shown beside the columns. */
const shownRows = 5

/**
 * Takes a partner's file: keeps it, recognises how it is written and what its columns hold, by its headings and by what was
 * said of this partner's lists before. No person is read yet.
 * Refusals: not-allowed, imports.file-missing, imports.file-too-large, field.required, field.too-long,
 * field.control-characters, and those of lookAtList.
 */
export async function beginImport(
  ctx: Ctx,
  { file, partner }: { file: File | null; partner: string },
): Promise<Outcome<{ importId: string }>> {
  const { actor } = ctx
  if (actor.kind !== "staff" || !staffMay(actor, "leads.import", actor.university)) return refuse("not-allowed")
  const university = universityOf(actor)
  const sender = tidy(partner)
  if (sender === "") return refuse("field.required", { field: "partner" })
  if (hasForbiddenCharacters(sender, false)) return refuse("field.control-characters", { field: "partner" })
  if (codePoints(sender) > longestPartner)
    return refuse("field.too-long", { field: "partner", details: { max: longestPartner, count: codePoints(sender) } })
  if (file === null || (file.size === 0 && file.name === "")) return refuse("imports.file-missing", { field: "file" })
  if (file.size > largestFile) return refuse("imports.file-too-large", { field: "file", details: { max: largestFile / 1024 / 1024 } })
  const seen = await lookAtList(file)
  if (seen.refused) return seen
  const { format, columns, sample } = seen.done

  const remembered = await findPartnerMapping(ctx, { university, partner: sender })
  const headings = columns.map(({ heading }) => heading)
  const mapping = withRemembered(headings, readHeadings(headings), remembered)
  const births = mapping.indexOf("birth")
  const country = guessCountry({ sample, names: [sender, file.name] }, mapping) ?? remembered?.country ?? ""
  const id = ctx.id()
  const fileKey = await ctx.outside.storage.put({ name: "lead-import", id }, file)
  const now = ctx.now()
  await ctx.transaction(async (tx) => {
    await tx.db.leadImport.create({
      data: {
        id,
        university,
        byId: actor.personId,
        partner: sender,
        universities: [university],
        fileName: nameOf(file),
        fileKey,
        fileHash: fileKey.split("/").at(-1) ?? "",
        fileBytes: file.size,
        format,
        headings,
        mapping: mapping.map((column) => column ?? ""),
        sample: shown(sample),
        country,
        language: remembered?.language ?? siteLanguage(country, ctx),
        dateOrder:
          births === -1
            ? "dmy"
            : guessDateOrder(
                sample.map(({ cells }) => cells[births] ?? ""),
                now,
              ),
        createdAt: now,
        movedAt: now,
      },
      select: { id: true },
    })
    await tx.record("import.begun", importThing({ id, university }), { bytes: file.size, kind: format.kind })
  })
  return done({ importId: id })
}

export function shown(sample: SeenList["sample"]): string[][] {
  return sample.slice(0, shownRows).map(({ cells }) => cells.map((cell) => Array.from(cell).slice(0, 80).join("")))
}

function nameOf(file: File): string {
  const name = tidy(file.name.replace(/[\p{C}\ufffd]/gu, ""))
  return name === "" ? "list" : [...name].slice(-120).join("")
}

function siteLanguage(country: string, ctx: Ctx) {
  const language = findCountry(country)?.siteLanguage
  return isLanguage(language) ? language : ctx.language
}
