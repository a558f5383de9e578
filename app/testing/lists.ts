import { readFileSync } from "node:fs"
import path from "node:path"
import { promisify } from "node:util"
import { type Entry, fromBuffer, type ZipFile } from "yauzl"
import { ZipFile as WrittenZip } from "yazl"
import { beginImport } from "#app/domain/imports/begin-import.server.ts"
import { dateOrderOf, mappingOf } from "#app/domain/imports/found-import.ts"
import { mapColumns, type MappingInput } from "#app/domain/imports/map-columns.server.ts"
import { runImport } from "#app/domain/imports/run-import.server.ts"
import type { LeadImport } from "#app/platform/prisma-client/client.ts"
import type { Ctx } from "#app/platform/ctx.server.ts"
import { must } from "./builders.ts"

/* Lists of made-up people, and how an officer takes one in. */

/** A list as a partner of a fair sent it; everybody on it is made up. */
export function fairList(name: "dakar" | "kano" | "tunis"): File {
  const fileName = `fair-${name}.csv`
  return new File([readFileSync(path.join(import.meta.dirname, "lists", fileName))], fileName, { type: "text/csv" })
}

export function listOf(lines: readonly string[], name = "list.csv"): File {
  return new File([lines.join("\r\n")], name, { type: "text/csv" })
}

const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

/** A workbook with these sheets: by their names, their rows as its XML says them. */
export async function aWorkbook(sheets: Record<string, string>): Promise<File> {
  const zip = new WrittenZip()
  const relation = (id: number, type: string, target: string) => `<Relationship Id="rId${id}" Type="${office}/${type}" Target="${target}"/>`
  const add = (name: string, content: string) => zip.addBuffer(Buffer.from(content), name)
  const named = Object.entries(sheets)
  const list = named.map(([name], place) => `<sheet name="${name}" sheetId="${place + 1}" r:id="rId${place}"/>`).join("")
  add("_rels/.rels", `<Relationships>${relation(1, "officeDocument", "xl/workbook.xml")}</Relationships>`)
  add("xl/workbook.xml", `<workbook xmlns:r="${office}"><sheets>${list}</sheets></workbook>`)
  const relations = named.map((_, place) => relation(place, "worksheet", `worksheets/${place}.xml`)).join("")
  add("xl/_rels/workbook.xml.rels", `<Relationships>${relations}</Relationships>`)
  for (const [place, [, rows]] of named.entries())
    add(`xl/worksheets/${place}.xml`, `<worksheet><sheetData>${rows}</sheetData></worksheet>`)
  zip.end()
  const parts: Buffer[] = []
  for await (const part of zip.outputStream) parts.push(Buffer.from(part))
  return new File(
    parts.map((part) => new Uint8Array(part)),
    "list.xlsx",
  )
}

type Jobs = { runJobs(): Promise<void> }

/** Brings a list as far as it has been checked, with what was recognised unless `said` says otherwise. */
export async function aCheckedList(ctx: Jobs, officer: Ctx, file: File, said: Partial<MappingInput> = {}): Promise<LeadImport> {
  const { importId } = must(await beginImport(officer, { file, partner: "Salon de Dakar" }))
  const begun = await officer.db.leadImport.findUniqueOrThrow({ where: { id: importId } })
  must(
    await mapColumns(officer, {
      importId,
      mapping: mappingOf(begun),
      country: begun.country,
      language: begun.language,
      dateOrder: dateOrderOf(begun),
      isForBoth: false,
      consent: { how: "sheet", on: new Date("2026-11-20"), text: "J’accepte de recevoir des e-mails." },
      ...said,
    }),
  )
  await ctx.runJobs()
  return officer.db.leadImport.findUniqueOrThrow({ where: { id: importId } })
}

/** Takes a list in, to its end. */
export async function anImport(ctx: Jobs, officer: Ctx, file: File, said: Partial<MappingInput> = {}): Promise<LeadImport> {
  const { id: importId, mappedTimes } = await aCheckedList(ctx, officer, file, said)
  must(await runImport(officer, { importId, mappedTimes }))
  await ctx.runJobs()
  return officer.db.leadImport.findUniqueOrThrow({ where: { id: importId } })
}

/** The text of one entry of an archive. */
export async function openEntry(bytes: Buffer, name: string): Promise<string> {
  const archive = await promisify<Buffer, object, ZipFile>((buffer, options, callback) =>
    fromBuffer(buffer, options, (error, opened) => callback(error, opened)),
  )(bytes, { autoClose: false })
  const entry = await new Promise<Entry>((resolve, reject) => {
    archive.on("entry", (one: Entry) => (one.fileName === name ? resolve(one) : undefined))
    archive.on("end", () => reject(new Error(`No entry ${name}`)))
  })
  const stream = await promisify<Entry, NodeJS.ReadableStream>((one, callback) =>
    archive.openReadStream(one, (error, opened) => callback(error, opened)),
  )(entry)
  const parts: Buffer[] = []
  for await (const part of stream) parts.push(Buffer.from(part))
  return Buffer.concat(parts).toString("utf8")
}
