import { mkdtempSync, readdirSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { seedCatalogue } from "#prisma/seed/catalogue.ts"
import { listAddresses } from "#app/domain/catalogue/catalogue-queries.server.ts"
import { languages } from "#app/locales/languages.ts"
import { lineWidth, openPictures } from "#app/platform/pictures.server.ts"
import { testCtx, type TestCtx } from "#app/testing/test-ctx.ts"
import { drawCard } from "./draw-card.server.ts"
import { shareAddress, type ShareCard, sharedPath } from "./share-card.ts"
import { shareOf } from "./share-of.server.ts"

let ctx: TestCtx
const folder = mkdtempSync(path.join(tmpdir(), "rihla-pictures-"))

beforeAll(async () => {
  ctx = await testCtx()
  await seedCatalogue(ctx)
})
afterAll(() => rmSync(folder, { recursive: true }))

const card: ShareCard = {
  language: "fr",
  title: "Licence en intelligence artificielle",
  eyebrow: "Université Al Akhawayn à Ifrane",
  owner: "AUI",
  name: "Rihla",
  otherName: "رحلة",
  host: "rihla.example",
}
const arabic: ShareCard = { ...card, language: "ar", title: "إجازة في الذكاء الاصطناعي", eyebrow: "جامعة الأخوين بإفران" }

/** The lines of a drawing, as they are written in it. */
const linesOf = (svg: string) =>
  [...svg.matchAll(/<text x="(\d+)"[^>]*font-size="(\d+)"[^>]*>([^<]*)</g)].map(([, x, size, text]) => ({
    x: Number(x),
    size: Number(size),
    text: text ?? "",
  }))
const plain = (text: string) => text.replace(/[\u2067\u2069]/g, "").replaceAll("&amp;", "&")

test("a picture is a PNG of 1200 × 630, drawn once and kept on disk; another text is another picture", async () => {
  const pictures = openPictures(folder)
  const [first, again, other] = await Promise.all([
    pictures.png(drawCard(card)),
    pictures.png(drawCard(card)),
    pictures.png(drawCard(arabic)),
  ])
  expect(first.subarray(0, 8)).toEqual(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))
  expect([first.readUInt32BE(16), first.readUInt32BE(20)]).toEqual([1200, 630])
  expect(again.equals(first)).toBe(true)
  expect(other.equals(first)).toBe(false)
  expect(readdirSync(path.join(folder, "pictures"))).toHaveLength(2)
  expect((await openPictures(folder).png(drawCard(card))).equals(first)).toBe(true)
})

test("Arabic letters come from the font that the product brings: they differ from each other, and join", () => {
  const widths = [..."اصمرش"].map((letter) => lineWidth(letter, 60))
  expect(new Set(widths).size).toBe(widths.length)
  expect(lineWidth("ببببب", 60)).toBeLessThan(0.8 * lineWidth([..."ببببب"].join("\u200c"), 60))
})

describe.each([card, arabic])("a title in $language", (said) => {
  const long = Array.from({ length: 12 }, () => said.title).join(" ")

  test("begins on the side of its language, and each line of it fits", () => {
    const lines = linesOf(drawCard({ ...said, title: `${said.title} ${said.title} ${said.title}` })).slice(1, -2)
    expect(lines.length).toBeGreaterThan(1)
    for (const { x, size, text } of lines) {
      expect(x).toBe(said.language === "ar" ? 1120 : 80)
      expect(lineWidth(text, size)).toBeLessThanOrEqual(1040)
    }
    expect(lines.map(({ text }) => plain(text)).join(" ")).toBe(`${said.title} ${said.title} ${said.title}`)
  })

  test("that is far too long is cut, and says so; one long word is too", () => {
    const lines = linesOf(drawCard({ ...said, title: long })).slice(1, -2)
    expect(lines).toHaveLength(5)
    expect(plain(lines.at(-1)?.text ?? "")).toMatch(/…$/)
    const [word] = linesOf(drawCard({ ...said, title: long.replaceAll(" ", "") })).slice(1, -2)
    expect(lineWidth(word?.text ?? "", word?.size ?? 0)).toBeLessThanOrEqual(1040)
  })
})

test("signs of markup in a title are signs of the title", () => {
  expect(linesOf(drawCard({ ...card, title: "A & B" }))[1]?.text).toBe("A &amp; B")
  expect(drawCard({ ...card, title: "<script>" })).toContain("&lt;script&gt;")
})

test.each(languages)("every programme, scholarship and country has its picture in %s, with an address of its own", async (language) => {
  const reader = ctx.inLanguage(language)
  const paths = ["", "/check/report", "/countries/sn", ...(await listAddresses(ctx)).map((address) => address.path)]
  const addresses = new Set<string>()
  for (const one of paths) {
    const said = await shareOf(reader, one)
    if (said === null) throw new Error(`No picture of ${one}`)
    const address = shareAddress(said, one)
    expect(sharedPath(address.replace(`/${language}/share/`, "").replace(/\?.*/, ""))).toBe(one)
    addresses.add(address)
  }
  expect(addresses.size).toBe(paths.length)
})

test.each(["/programmes/no-such", "/scholarships/none", "/countries/fr", "/events/none", "/nothing", "/apply", "/programmes/a/b"])(
  "of %s there is no picture",
  async (one) => {
    expect(await shareOf(ctx, one)).toBeNull()
  },
)

test.each(["", "home", "home.jpg", "../secret.png", "a/b/c.png", "Home.png"])("%j is no address of a picture", (file) => {
  expect(sharedPath(file)).toBeNull()
})
