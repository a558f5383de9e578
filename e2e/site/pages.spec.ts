import { HtmlValidate } from "html-validate"
import { languages } from "#app/locales/languages.ts"
import { expect, expectAccessible, expectNoSidewaysScroll, publicPaths, test } from "../fixtures.ts"

// Each test stands for itself: two browsers share them.
test.describe.configure({ mode: "parallel" })

/**
 * The pages of the 54 countries are one page on other data. The browser reads those with something of their own: one
 * sure certificate, two systems, nothing sure, Portuguese, Spanish, summer time, a long name, a long list of languages, home.
 */
const countriesRead = new Set(["sn", "cm", "ng", "so", "ao", "gq", "eg", "cf", "za", "ma"])
const isRead = (path: string) => countriesRead.has(/^\/\w\w\/countries\/(\w\w)$/.exec(path)?.[1] ?? "sn")

test("every public page stands in every language", async ({ app }) => {
  const paths = await publicPaths(app.url)
  const rests = new Set(paths.map((path) => path.slice(3)))
  expect(rests.size).toBeGreaterThan(10)
  expect(new Set(paths)).toEqual(new Set(languages.flatMap((language) => [...rests].map((rest) => `/${language}${rest}`))))
})

test("every public page is valid HTML, and every link in it leads somewhere", async ({ app }) => {
  // Some three hundred pages, most of them countries.
  test.setTimeout(240_000)
  const validator = new HtmlValidate({ extends: ["html-validate:standard"] })
  const seen = new Map<string, number>()
  const problems: string[] = []
  for (const path of await publicPaths(app.url)) {
    const response = await fetch(`${app.url}${path}`)
    const html = await response.text()
    seen.set(path, response.status)
    const report = await validator.validateString(html)
    for (const result of report.results) {
      for (const message of result.messages) problems.push(`${path}: ${message.ruleId} ${message.message} (line ${message.line})`)
    }
    for (const [, href = ""] of html.matchAll(/<a\b[^>]*\bhref="([^"]+)"/g)) {
      const url = new URL(href.replaceAll("&amp;", "&"), `${app.url}${path}`)
      if (url.origin !== app.url || seen.has(url.pathname + url.search)) continue
      // Links that carry a country along are the same on each country's page.
      if (url.searchParams.has("country") && !isRead(path)) continue
      seen.set(url.pathname + url.search, 0)
    }
  }
  for (const [address, status] of seen) {
    if (status === 200) continue
    const response = await fetch(`${app.url}${address}`)
    await response.arrayBuffer()
    if (response.status !== 200) problems.push(`${address} answers ${response.status}`)
  }
  expect(problems).toEqual([])
})

test("a public page is kept: it has a tag, 304 to who has it, no cookie and nobody's name", async ({ app }) => {
  for (const path of (await publicPaths(app.url)).filter(isRead)) {
    await (await fetch(`${app.url}${path}`)).arrayBuffer()
    const response = await fetch(`${app.url}${path}?utm_source=radio`)
    await response.arrayBuffer()
    const tag = response.headers.get("etag")
    expect({ path, tag: tag !== null, cookie: response.headers.get("set-cookie") }).toEqual({ path, tag: true, cookie: null })
    expect(response.headers.get("cache-control")).toContain("public")
    const again = await fetch(`${app.url}${path}`, { headers: { "if-none-match": tag ?? "" } })
    expect({ path, status: again.status }).toEqual({ path, status: 304 })
  }
})

for (const language of languages) {
  test(`nothing on the public pages in ${language} shuts anybody out, and none scrolls sideways on a small phone`, async ({
    page,
    app,
  }) => {
    // Some fifty pages, each read whole by axe.
    test.setTimeout(300_000)
    const problems: string[] = []
    page.on("console", (message) => {
      if (message.type() === "error") problems.push(message.text())
    })
    for (const path of (await publicPaths(app.url)).filter((one) => one.startsWith(`/${language}`) && isRead(one))) {
      await page.goto(path)
      for (const width of [360, 320]) {
        await page.setViewportSize({ width, height: 740 })
        await expectNoSidewaysScroll(page)
      }
      await expectAccessible(page)
    }
    expect(problems).toEqual([])
  })
}

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false })

  for (const language of languages) {
    test(`the way from home to a programme and to the question stands in ${language}`, async ({ page }) => {
      await page.goto(`/${language}`)
      await page.locator(`main a[href^="/${language}/programmes"]`).first().click()
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible()
      await page.goto(`/${language}/programmes`)
      await page.locator(`main a[href^="/${language}/programmes/"]`).first().click()
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible()
      await page.locator(`main a[href^="/${language}/enquire"]`).first().click()
      await expect(page.locator("form[method=post]")).toBeVisible()
    })
  }
})
