import { languageFacts, languages } from "#app/locales/languages.ts"
import { expect, test, wordsIn } from "../fixtures.ts"

test("the bare address leads each reader to their language, and nowhere twice", async ({ app }) => {
  const cases = [
    ["ar,fr;q=0.5", "/ar"],
    ["en-GB,en;q=0.9,fr;q=0.8", "/en"],
    ["sw,pt;q=0.8", "/fr"],
    ["", "/fr"],
  ] as const
  for (const [accept, to] of cases) {
    const response = await fetch(app.url, { headers: { "accept-language": accept }, redirect: "manual" })
    expect({ accept, status: response.status, to: response.headers.get("location") }).toEqual({ accept, status: 302, to })
    expect((await fetch(`${app.url}${to}`, { headers: { "accept-language": accept }, redirect: "manual" })).status).toBe(200)
  }
})

for (const language of languages) {
  test(`in ${language} the page says its language and direction, and where it stands in the others`, async ({ page, app }) => {
    await page.goto(`/${language}/programmes`)
    await expect(page.locator("html")).toHaveAttribute("lang", language)
    await expect(page.locator("html")).toHaveAttribute("dir", languageFacts[language].direction)
    for (const other of languages) {
      await expect(page.locator(`head link[rel=alternate][hreflang=${other}]`)).toHaveAttribute("href", `${app.url}/${other}/programmes`)
    }
  })

  test(`from ${language} the switcher keeps the page`, async ({ page }) => {
    for (const other of languages.filter((one) => one !== language)) {
      await page.goto(`/${language}/programmes`)
      await page.getByRole("link", { name: languageFacts[other].name, exact: true }).first().click()
      await expect(page).toHaveURL(new RegExp(`/${other}/programmes$`))
      await expect(page.locator("html")).toHaveAttribute("lang", other)
    }
  })

  test(`an address that does not exist says so in ${language}`, async ({ browser, app }) => {
    const context = await browser.newContext({ baseURL: app.url, locale: languageFacts[language].intl })
    const page = await context.newPage()
    for (const address of ["/de/programmes", "/xx", `/${language}/nowhere`, `/${language}/programmes/no-such-programme`]) {
      const response = await page.goto(address)
      expect(response?.status(), address).toBe(404)
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(wordsIn(language)("common.error.notFoundTitle"))
      await expect(page.locator("html")).toHaveAttribute("dir", languageFacts[language].direction)
    }
    await context.close()
  })
}

test("a form of another site is refused in the reader's language", async ({ app }) => {
  for (const language of languages) {
    const response = await fetch(`${app.url}/${language}/enquire`, {
      method: "POST",
      headers: { origin: "https://bourses-maroc.example", "sec-fetch-site": "cross-site" },
      body: new URLSearchParams({ firstName: "Awa" }),
    })
    expect(response.status).toBe(403)
    expect(await response.text()).toContain(wordsIn(language)("common.error.foreignTitle"))
  }
})
