import { execFileSync } from "node:child_process"
import { request as httpRequest } from "node:http"
import type { APIRequestContext } from "@playwright/test"
import { ZipFile } from "yazl"
import { type App, expect, test, wordsIn } from "../fixtures.ts"
import { sessionOf } from "../staff.ts"

/* Lists that are none, or hold more than a list: a sentence each time, nobody taken in by half, and the server goes on. */

const t = wordsIn("en")
const words = (html: string) =>
  html
    .replace(/<(script|style)[\s\S]*?<\/\1>|<[^>]+>/g, " ")
    .replaceAll("&#x27;", "'")
    .replaceAll("&quot;", '"')
    .replace(/\s+/g, " ")

async function workbookOf(entries: Readonly<Record<string, Buffer | string>>): Promise<Buffer> {
  const zip = new ZipFile()
  for (const [name, content] of Object.entries(entries)) zip.addBuffer(Buffer.from(content), name)
  zip.end()
  const parts: Buffer[] = []
  for await (const part of zip.outputStream as unknown as AsyncIterable<Buffer>) parts.push(part)
  return Buffer.concat(parts)
}

const send = (session: APIRequestContext, partner: string, name: string, buffer: Buffer) =>
  session.post("/desk/imports/new", { multipart: { partner, file: { name, mimeType: "text/csv", buffer } }, maxRedirects: 0 })

/** How many people have come by lists. */
async function importsOf(session: APIRequestContext): Promise<string> {
  return words(await (await session.get("/desk/leads?q=badlist")).text())
}

async function english(app: App): Promise<APIRequestContext> {
  const session = await sessionOf(app, "outreach@aui.example")
  await session.post("/desk/language", { form: { language: "en" } })
  return session
}

test("what is no list is refused with a sentence, and who sent it keeps what they typed", async ({ app }) => {
  const session = await english(app)
  const before = await importsOf(session)
  const bad: readonly [string, Buffer, string][] = [
    ["empty.csv", Buffer.from(" \r\n"), t("refusals.lists.empty")],
    ["open.csv", Buffer.from('Name,Email\n"Awa,badlist@example.org\nBa,b@example.org\n'), t("refusals.lists.unreadable", { line: 2 })],
    ["wide.csv", Buffer.from(`Name${",x".repeat(2_000_000)}\nAwa`), t("refusals.lists.unreadable", { line: 1 })],
    ["photo.csv", Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0]), t("refusals.lists.unreadable", { line: 1 })],
    ["old.xls", Buffer.from("d0cf11e0a1b11ae1", "hex"), t("refusals.lists.old-workbook")],
    ["letter.xlsx", await workbookOf({ "letter.txt": "hello" }), t("refusals.lists.workbook-unreadable")],
    ["bomb.xlsx", await workbookOf({ "xl/worksheets/sheet1.xml": Buffer.alloc(60_000_000, " ") }), t("refusals.lists.workbook-too-large")],
    // 10 MB of shared texts without a sign in 10 KB.
    [
      "quiet-bomb.xlsx",
      await workbookOf({
        "_rels/.rels": '<a><Relationship Type="/officeDocument" Target="w.xml"/></a>',
        "w.xml": '<a><sheet name="List" r:id="1"/></a>',
        "_rels/w.xml.rels":
          '<a><Relationship Id="1" Type="/worksheet" Target="s.xml"/><Relationship Id="2" Type="/sharedStrings" Target="t.xml"/></a>',
        "s.xml": "<sheetData/>",
        "t.xml": `<sst>${"<si/>".repeat(2_000_001)}</sst>`,
      }),
      t("refusals.lists.workbook-too-large"),
    ],
  ]
  for (const [name, buffer, sentence] of bad) {
    const answer = await send(session, `Salon ${name}`, name, buffer)
    expect(`${name} ${answer.status()}`).toBe(`${name} 400`)
    const html = await answer.text()
    expect(words(html), name).toContain(sentence)
    expect(html, name).toContain(`value="Salon ${name}"`)
  }
  expect(await importsOf(session)).toBe(before)
  expect((await session.get("/healthz")).status()).toBe(200)
  await session.dispose()
})

test("a list with a mark, mixed letters, broken quotes and formulas is read row by row, and what is wrong comes back with its reason", async ({
  app,
}) => {
  const session = await english(app)
  const list = Buffer.concat([
    Buffer.from("\ufeffName;E-mail;City\r\n"),
    Buffer.from('Awa "Nana" Diop;badlist.a@example.org;Thi\u00e8s\r\nNd\u00e8ye A\u00efssatou B\u00e2;badlist.b@example.org;Saint-Louis\n'),
    Buffer.from("Zo\u00e9;badlist.c@example.org;Dakar\r\n", "latin1"),
    Buffer.from('=HYPERLINK("http://evil.example";"x");badlist.d@example.org;\r\n'),
    Buffer.from("=1+1;-@;\"=cmd|' /C calc'!A0\"\r\n"),
    Buffer.from('"Ba;badlist.e@example.org;Pikine\r\nSy";badlist.f@example.org;Dakar\r\n'),
  ])
  const begun = await send(session, "Salon mixed", "mixed.csv", list)
  expect(begun.status()).toBe(303)
  const address = (begun.headers()["location"] ?? "").split("?")[0] ?? ""
  const said = {
    "column-0": "name",
    "column-1": "email",
    "column-2": "city",
    country: "SN",
    language: "fr",
    dateOrder: "dmy",
    forWhom: "own",
  }
  expect((await session.post(address, { form: said, maxRedirects: 0 })).status()).toBe(303)
  await expect.poll(async () => words(await (await session.get(address)).text()), { timeout: 20_000 }).toContain(t("imports.check.title"))

  const shown = words(await (await session.get(address)).text())
  for (const [key, count] of [
    ["fresh", 2],
    ["refused", 4],
  ] as const)
    expect(shown).toContain(`${t(`imports.check.${key}`)} ${count}`)

  // The columns of the list follow each reason; a formula of theirs is text by then.
  const refused = await (await session.post(`${address}/refused`)).text()
  for (const [line, reason] of [
    [4, t("refusals.imports.signs-broken")],
    [5, t("refusals.field.email")],
    [6, t("refusals.field.no-letter")],
    [9, t("refusals.field.control-characters")],
  ] as const)
    expect(refused).toMatch(new RegExp(`^${line},${t("imports.refusedFile.refused")},"?[^,]*: ${reason.replaceAll(/[.?]/g, "\\$&")}`, "m"))
  expect(refused).toContain("'=1+1,'-@,'=cmd|")
  expect(refused).not.toMatch(/(?:^|[,"])[=@]/m)
  await session.dispose()
})

test("a list of 500 MB is refused with a sentence while it streams, and takes no memory", async ({ app }) => {
  const session = await english(app)
  const cookie = (await session.storageState()).cookies.map(({ name, value }) => `${name}=${value}`).join("; ")
  const memory = () => Number(execFileSync("ps", ["-o", "rss=", "-p", String(app.server.pid)]).toString()) / 1024
  const total = 500 * 1024 * 1024
  const rows = Buffer.from("Awa Diop;badlist.a@example.org\r\n".repeat(8_192))
  const head = Buffer.from(
    '--x\r\ncontent-disposition: form-data; name="partner"\r\n\r\nSalon\r\n--x\r\ncontent-disposition: form-data; name="file"; filename="l.csv"\r\n\r\nName;Email\r\n',
  )

  const upload = (headers: Record<string, string>) =>
    new Promise<{ status: number; text: string; sent: number }>((resolve, reject) => {
      let sent = 0
      const outgoing = httpRequest(
        `${app.url}/desk/imports/new`,
        {
          method: "POST",
          agent: false,
          headers: { cookie, origin: app.url, "accept-language": "en", "content-type": "multipart/form-data; boundary=x", ...headers },
        },
        (response) => {
          const parts: Buffer[] = []
          response.on("data", (part: Buffer) => parts.push(part))
          response.on("end", () => {
            resolve({ status: response.statusCode ?? 0, text: words(Buffer.concat(parts).toString()), sent })
            outgoing.destroy()
          })
        },
      )
      outgoing.on("error", reject)
      const more = () => {
        while (sent < total && !outgoing.destroyed) {
          sent += rows.length
          if (!outgoing.write(rows)) return void outgoing.once("drain", more)
        }
      }
      outgoing.write(head)
      more()
    })

  const before = memory()
  const large = await upload({})
  expect([large.status, large.text]).toEqual([413, expect.stringContaining(t("refusals.imports.file-too-large", { max: 32 }))])
  expect(large.sent).toBeLessThan(total / 4)
  // One that says its length is not read at all.
  const said = await upload({ "content-length": String(total) })
  expect([said.status, said.text]).toEqual([413, expect.stringContaining(t("common.error.tooLargeTitle"))])
  expect(memory() - before).toBeLessThan(128)
  expect((await session.get("/healthz")).status()).toBe(200)
  await session.dispose()
})
