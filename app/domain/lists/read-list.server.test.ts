import fc from "fast-check"
import { describe, expect, it, test } from "vitest"
import { ZipFile } from "yazl"
import { csvLine, csvStart } from "#app/domain/journal/csv.ts"
import { tidy } from "#app/platform/text.ts"
import { aWorkbook } from "#app/testing/lists.ts"
import { BrokenList, lookAtList, readList, textOfList } from "./read-list.server.ts"
import { writeWorkbook } from "./write-workbook.server.ts"

const fileOf = (part: BlobPart, name = "list.csv") => new File([part], name)
const utf16 = (text: string, isBig: boolean, hasMark: boolean): BlobPart => {
  const bytes = Buffer.from((hasMark ? "\ufeff" : "") + text, "utf16le")
  return new Uint8Array(isBig ? bytes.swap16() : bytes)
}

/** All cells of a file below its headings, or the code of why there are none. */
async function rowsOf(file: File, chosen?: Parameters<typeof lookAtList>[1]): Promise<string[][] | string> {
  const seen = await lookAtList(file, chosen)
  if (seen.refused) return seen.refused.code
  const rows: string[][] = []
  try {
    for await (const { cells } of readList(file, seen.done.format)) rows.push(cells)
  } catch (error) {
    if (!(error instanceof BrokenList)) throw error
    return error.refusal.code
  }
  return rows
}

async function bytesOf(stream: ReadableStream<Uint8Array> | AsyncIterable<Uint8Array>): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = []
  for await (const part of stream as AsyncIterable<Uint8Array>) parts.push(part)
  return new Uint8Array(Buffer.concat(parts))
}

async function* of<Item>(items: readonly Item[]): AsyncGenerator<Item> {
  yield* items
}

async function archive(entries: readonly (readonly [string, Buffer | string])[]): Promise<File> {
  const zip = new ZipFile()
  for (const [name, content] of entries) zip.addBuffer(Buffer.from(content), name)
  zip.end()
  return fileOf(await bytesOf(zip.outputStream as unknown as AsyncIterable<Uint8Array>), "list.xlsx")
}

const openXml = "http://schemas.openxmlformats.org"

const office = `${openXml}/officeDocument/2006/relationships`

/** A workbook of one sheet with these rows, as its XML says them, and with further parts of its own. */
function sheetOf(rows: string, more: { sharedStrings?: string; styles?: string } = {}): Promise<File> {
  const relation = (id: number, type: string, target: string) => `<Relationship Id="rId${id}" Type="${office}/${type}" Target="${target}"/>`
  const relations = (...all: string[]) => `<Relationships xmlns="${openXml}/package/2006/relationships">${all.join("")}</Relationships>`
  const further = Object.entries(more)
  return archive([
    ["_rels/.rels", relations(relation(1, "officeDocument", "xl/workbook.xml"))],
    [
      "xl/workbook.xml",
      `<workbook xmlns="${openXml}/spreadsheetml/2006/main" xmlns:r="${office}"><sheets><sheet name="Liste" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ],
    [
      "xl/_rels/workbook.xml.rels",
      relations(
        relation(1, "worksheet", "/xl/worksheets/sheet1.xml"),
        ...further.map(([type], place) => relation(place + 2, type, `${type}.xml`)),
      ),
    ],
    ["xl/worksheets/sheet1.xml", `<?xml version="1.0"?><x:worksheet xmlns:x="${openXml}"><sheetData>${rows}</sheetData></x:worksheet>`],
    ...further.map(([type, content]) => [`xl/${type}.xml`, `<?xml version="1.0"?><all>${content}</all>`] as const),
  ])
}

const cell = (place: string, words: string) => `<c r="${place}" t="inlineStr"><is><t>${words}</t></is></c>`
const heads = `<row r="1">${cell("A1", "Nom")}${cell("B1", "E-mail")}</row>`

const text = "Nom;E-mail\r\nÉlodie Bâ;e@example.org\r\n"
const arabic = "الاسم,الهاتف\r\nفاطمة,20 100 100\r\n"

describe("a list in text", () => {
  test.each<[string, BlobPart, string[][]]>([
    ["UTF-8", text, [["Élodie Bâ", "e@example.org"]]],
    ["UTF-8 with its mark", `\ufeff${text}`, [["Élodie Bâ", "e@example.org"]]],
    ["Windows-1252", Buffer.from(text, "latin1"), [["Élodie Bâ", "e@example.org"]]],
    ["UTF-16", utf16(text, false, true), [["Élodie Bâ", "e@example.org"]]],
    ["UTF-16 the other way round", utf16(text, true, true), [["Élodie Bâ", "e@example.org"]]],
    ["UTF-16 without its mark", utf16(text, false, false), [["Élodie Bâ", "e@example.org"]]],
    ["Arabic UTF-8", arabic, [["فاطمة", "20 100 100"]]],
    // الاسم,الهاتف / فاطمة in the old page of codes
    [
      "Windows-1256",
      Buffer.from("c7e1c7d3e32cc7e1e5c7caddd00d0a".replace("d00d0a", "0d0a") + "ddc7d8e3c92c32302031303020313030", "hex"),
      [["فاطمة", "20 100 100"]],
    ],
  ])("is read in %s", async (_, bytes, rows) => {
    expect(await rowsOf(fileOf(bytes))).toEqual(rows)
  })

  it("has its columns between semicolons, commas or tabs, and its headings below a title", async () => {
    expect(await rowsOf(fileOf("Liste du salon\n\nNom\tGSM\nAwa\t77"))).toEqual([["Awa", "77"]])
    expect(await rowsOf(fileOf('Name,Email\n"Diop, Awa",a@example.org'))).toEqual([["Diop, Awa", "a@example.org"]])
  })

  it("with a nought or half a sign in it says so in its cell", async () => {
    const far = `Nom;E-mail\n${"x".repeat(5_000)};a@example.org\nA\0wa;b@example.org\n`
    expect((await rowsOf(fileOf(far)))[1]).toEqual(["A\ufffdwa", "b@example.org"])
    expect(
      await rowsOf(await sheetOf(`${heads}<row r="2">${cell("A2", "A_xD800_wa_x0000_")}${cell("B2", "b@example.org")}</row>`)),
    ).toEqual([["A\ufffdwa\ufffd", "b@example.org"]])
  })

  it("that was put together from several is read, whichever way its lines end", async () => {
    const mixed = "Name,Email\r\nAwa,a@example.org\nBa,b@example.org\rCo,c@example.org\r\nDi,d@example.org"
    expect(await rowsOf(fileOf(mixed))).toEqual(["Awa", "Ba", "Co", "Di"].map((name) => [name, `${name[0]?.toLowerCase()}@example.org`]))
  })

  it("of mixed encodings is read, and says which signs were lost", async () => {
    const mixed = Buffer.concat([
      Buffer.from("Nom;E-mail\nÉlodie Bâ Ndèye Aïssatou;a@example.org\n"),
      Buffer.from("Zoé;z@example.org", "latin1"),
    ])
    expect(await rowsOf(fileOf(mixed))).toEqual([
      ["Élodie Bâ Ndèye Aïssatou", "a@example.org"],
      ["Zo\ufffd", "z@example.org"],
    ])
  })

  it("that we wrote is read without what keeps a spreadsheet from running its cells", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom("=", "+221 77", "-", "@", "＝", "'", ";", " ", "\n", "\t", "Awa"), { minLength: 1 }),
        async (parts) => {
          // What already has an apostrophe there reads as what we wrote.
          const cell = tidy(parts.join("").replace(/'+(?=[=+\-@＝＋－＠\t\r\n])/g, ""))
          const file = fileOf(csvStart + csvLine(["Nom", "E-mail"]) + csvLine([cell, "a@example.org"]))
          expect(await rowsOf(file)).toEqual([[cell, "a@example.org"]])
        },
      ),
      { numRuns: 80 },
    )
    expect(await rowsOf(fileOf("Nom;GSM\nN'Diaye 'Awa';'+221 77 512 00 19\n'Awa;'77"))).toEqual([
      ["N'Diaye 'Awa'", "+221 77 512 00 19"],
      ["'Awa", "'77"],
    ])
  })

  describe("in a page of one byte a sign", () => {
    const one = (names: readonly (string | Buffer)[]) =>
      Buffer.concat([
        Buffer.from("Nom;E-mail\n"),
        ...names.flatMap((name) => [typeof name === "string" ? Buffer.from(name, "latin1") : name, Buffer.from(";a@example.org\n")]),
      ])
    const many = Array<string>(8).fill("Zoé Bâ")
    const lastName = async (bytes: Buffer, encoding?: "windows-1252") =>
      (await rowsOf(fileOf(new Uint8Array(bytes)), { encoding })).at(-1)?.[0]

    test.each<[string, Buffer]>([
      ["Éloïse, of UTF-8", Buffer.from("Éloïse")],
      ["Kɔfi Mɛnsa, of UTF-8", Buffer.from("Kɔfi Mɛnsa")],
      ["Ọlá Adébáyọ̀, of UTF-8", Buffer.from("Ọlá Adébáyọ̀")],
      ["فاطمة, of UTF-8", Buffer.from("فاطمة")],
      ["سليم, of the old page of Arabic", Buffer.from("d3e1edcd", "hex")],
      ["سارة بن علي, of the old page of Arabic", Buffer.from("d3c7d1c920c8e420dae1ed", "hex")],
    ])("has lost the signs of %s", async (_, name) => {
      expect(await lastName(one([...many, name]))).toContain("\ufffd")
    })

    it("has lost the signs of UTF-8 in the old page of Arabic", async () => {
      const names = Array<Buffer>(8).fill(Buffer.from("ddc7d8e3c9", "hex"))
      expect(await lastName(one([...names, Buffer.from("فاطمة بن علي")]))).toContain("\ufffd")
      expect(await lastName(one([...names, Buffer.from("e3cde3cf", "hex")]))).toBe("محمد")
    })

    test.each([
      ["Éloïse"],
      ["Zoë"],
      ["Thaïs"],
      ["ÉÈÀ"],
      ["NOËL"],
      ["João Conceição"],
      ["MAÇÃ\u00a0MARIA"],
      ["UNIVERSITÉ\u00a0CHEIKH ANTA DIOP"],
      ["Özgür Çaglar"],
      ["Ümüt Öz"],
      ["Ñuñoa"],
      ["Åsa Øye"],
      ["«É»"],
      ["à é"],
    ])("%s is what it says", async (name) => {
      expect(await lastName(one([...many, name]))).toBe(name)
    })

    it("whatever a Latin language writes is what it says", async () => {
      const letters = "aeinorstAEINORST-' éèêëàâçîïôùûüñãõáíóúöäåøæßÉÈÊËÀÂÇÎÏÔÙÛÜÑÃÕÁÍÓÚÖÄÅØÆ"
      // A word has one letter of ASCII at least.
      const word = fc
        .array(fc.constantFrom(...letters.replace(/[-' ]/g, "")), { minLength: 1, maxLength: 8 })
        .map((all) => `${all.join("")}n`)
      await fc.assert(
        fc.asyncProperty(
          fc.array(word, { minLength: 1, maxLength: 4 }),
          fc.constantFrom(" ", "-", "'", "\u00a0"),
          async (words, between) => {
            expect(await lastName(one([...many, words.join(between)]), "windows-1252")).toBe(words.join(between))
          },
        ),
        { numRuns: 200 },
      )
    })
  })

  test.each<[string, BlobPart, string]>([
    ["nothing", "", "lists.empty"],
    ["blank lines alone", "\n \n\t\n", "lists.empty"],
    ["a quotation mark that never closes", `Name,Email\n"Awa,a@example.org\n${"Awa,a@example.org\n".repeat(5_000)}`, "lists.unreadable"],
    ["two million columns", `Name${",x".repeat(2_000_000)}\nAwa`, "lists.unreadable"],
    ["a picture", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d]), "lists.unreadable"],
    ["Excel's old form", Buffer.from("d0cf11e0a1b11ae1", "hex"), "lists.old-workbook"],
  ])("that is %s is refused", async (_, bytes, code) => {
    expect(await rowsOf(fileOf(bytes))).toBe(code)
  })

  it("that breaks off far below is found out while it is read, and not before its rows", async () => {
    const rows = `Name,Email\n${"Awa,a@example.org\n".repeat(2_000)}"Ba,b@example.org\n${"Awa,a@example.org\n".repeat(5_000)}`
    expect(await rowsOf(fileOf(rows))).toBe("lists.unreadable")
  })

  it("is never the end of the process, whatever its bytes are", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
        const read = await rowsOf(fileOf(new Uint8Array(bytes)))
        expect(typeof read === "string" || Array.isArray(read)).toBe(true)
        expect(typeof textOfList(bytes)).toBe("string")
      }),
      { numRuns: 60 },
    )
  })
})

describe("a workbook", () => {
  const written = async (rows: readonly (readonly (string | null)[])[]) =>
    fileOf(await bytesOf(writeWorkbook(of(rows), { name: "Liste", isRightToLeft: false })), "list.xlsx")

  it("is read as it was written, whatever the texts hold", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.string({ minLength: 1 }), fc.string()), { minLength: 1, maxLength: 8 }), async (rows) => {
        const shown = rows.map(([one, other]) => [`A${one.replace(/\s+/g, " ")}B`, `C${other.replace(/\s+/g, " ")}D`])
        expect(await rowsOf(await written([["Nom", "Ville"], ...shown]))).toEqual(
          shown.map((row) => row.map((cell) => cell.normalize("NFC"))),
        )
      }),
      { numRuns: 25 },
    )
  })

  it("begins with the first of its sheets that has rows", async () => {
    const sheets = {
      Feuil1: "",
      Modèle: "<row><c/></row>",
      Liste: `${heads}<row r="2">${cell("A2", "Awa")}${cell("B2", "a@example.org")}</row>`,
    }
    const file = await aWorkbook(sheets)
    expect((await lookAtList(file)).done?.format).toMatchObject({ sheet: 2, sheets: Object.keys(sheets) })
    expect(await rowsOf(file)).toEqual([["Awa", "a@example.org"]])
    expect((await lookAtList(file, { sheet: 0 })).refused?.code).toBe("lists.empty")
    expect(await rowsOf(await aWorkbook({ Feuil1: "", Feuil2: "" }))).toBe("lists.empty")
  })

  it("gives its numbers, its days and what its formulas came to as text, and works nothing out", async () => {
    const file = await sheetOf(
      `<row r="1">${cell("A1", "Nom")}${cell("B1", "Téléphone")}${cell("C1", "Né le")}</row>
      <row r="2"><c r="A2" t="str"><f>HYPERLINK("http://a.example","x")</f><v>x</v></c><c r="B2"><v>771234567</v></c><c r="C2"><v>38776</v></c></row>
      <row r="3"><c r="A3"><f>1+1</f></c><c r="B3"><v>2.2177123456E11</v></c></row>`,
    )
    expect(await rowsOf(file)).toEqual([
      ["x", "771234567", "38776"],
      ["", "221771234560"],
    ])
  })

  it("gives its shared texts and its days, and nothing of how a word is written or pronounced", async () => {
    const sharedStrings = `<si><t>Nom</t></si><si><t>Né le</t></si>
      <si><r><rPr><b/></rPr><t>Ka</t></r><r><t xml:space="preserve">to </t></r><rPh sb="0" eb="1"><t>kato</t></rPh></si><si><t>A_x0041_&amp;<![CDATA[<B>]]></t></si>`
    const styles = `<numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/><numFmt numFmtId="165" formatCode="[Red]0.00 &quot;dy&quot;"/></numFmts>
      <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs>`
    const shared = (place: string, number: number) => `<c r="${place}" t="s"><v>${number}</v></c>`
    const day = (place: string, form: number, value: string) => `<c r="${place}" s="${form}"><v>${value}</v></c>`
    const rows = `<row r="1">${shared("A1", 0)}${shared("B1", 1)}</row>
      <row r="2">${shared("A2", 2)}${day("B2", 1, "38776")}</row><row>${shared("A3", 3)}${day("B3", 2, "38776.75")}</row>
      <row r="9">${shared("A9", 99)}${day("B9", 3, "38776")}<c r="C9" t="e"><v>#REF!</v></c></row><row r="10">${day("B10", 1, "-1")}</row>`
    expect(await rowsOf(await sheetOf(rows, { sharedStrings, styles }))).toEqual([
      ["Kato", "2006-02-28"],
      ["AA&<B>", "2006-02-28"],
      ["", "38776", ""],
    ])
  })

  it("whose rows reach to the far edge of the sheet, or beyond it, is read as far as a list goes", async () => {
    const rows = Array.from({ length: 2_000 }, (_, row) => `<row r="${row + 2}">${cell(`XFD${row + 2}`, "x")}</row>`).join("")
    const last = `<row r="5000">${cell("A5000", "Awa")}${cell("ZZZZZZ5000", "x")}</row>`
    expect(await rowsOf(await sheetOf(heads + rows + last))).toEqual([["Awa"]])
  })

  test.each<[string, () => Promise<File>, string]>([
    // 60 MB of one sign in 60 KB.
    [
      "that unpacks to a thousand times its size",
      () => archive([["xl/worksheets/sheet1.xml", Buffer.alloc(60_000_000, " ")]]),
      "lists.workbook-too-large",
    ],
    [
      "of more parts than any has",
      () => archive(Array.from({ length: 2_001 }, (_, index) => [`${index}`, "x"] as const)),
      "lists.workbook-too-large",
    ],
    [
      "with a row below the last that there is",
      () => sheetOf(`${heads}<row r="99999999999">${cell("A99999999999", "Awa")}</row>`),
      "lists.workbook-unreadable",
    ],
    ["nested without end", () => sheetOf("<a>".repeat(100_000)), "lists.workbook-unreadable"],
    // 10 MB of nothing in 10 KB, which as a tree would be a gigabyte.
    ["of more shared texts than any has", () => sheetOf(heads, { sharedStrings: "<si/>".repeat(2_000_001) }), "lists.workbook-too-large"],
    [
      "with two rows of one number",
      () => sheetOf(`${heads}<row r="2">${cell("A2", "Awa")}</row><row r="2">${cell("A2", "Ba")}</row>`),
      "lists.workbook-unreadable",
    ],
    ["that is another archive", () => archive([["letter.txt", "hello"]]), "lists.workbook-unreadable"],
    [
      "that breaks off",
      async () => fileOf(Buffer.from(await (await written([["Nom"], ["Awa"]])).arrayBuffer()).subarray(0, 400), "list.xlsx"),
      "lists.workbook-unreadable",
    ],
  ])("%s is refused", async (_, make, code) => {
    expect(await rowsOf(await make())).toBe(code)
  })
})
