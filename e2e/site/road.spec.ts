import type { Browser, Page } from "@playwright/test"
import { type App, expect, test, wordsIn } from "../fixtures.ts"
import { deskOf } from "../staff.ts"

/* By which road a candidate came reaches the desk, without a cookie and with nothing kept on the phone. */

const t = wordsIn("en")

async function ask(page: Page, name: string): Promise<string> {
  await page.getByRole("textbox", { name: t("enquire.firstName") }).fill(name)
  await page.getByRole("textbox", { name: t("enquire.email") }).fill(`${name.toLowerCase()}.road@example.org`)
  await page.getByRole("combobox", { name: t("enquire.country") }).selectOption("SN")
  await page.getByRole("button", { name: t("enquire.send") }).click()
  return page.locator(".reference").innerText()
}

/** What the desk reads of where they come from. */
async function expectSource(browser: Browser, app: App, reference: string, words: readonly string[]): Promise<void> {
  const { page } = await deskOf(browser, app, "head@aui.example")
  await page.goto(`/desk/search?q=${reference}`)
  const panel = page.locator("section.panel").filter({ has: page.getByRole("heading", { name: t("sources.from.title") }) })
  for (const word of words) await expect(panel).toContainText(word)
  await page.context().close()
}

test("goes along in the links from the first page to the form, with the site that led there", async ({ browser, app }) => {
  const context = await browser.newContext({ baseURL: app.url, locale: "en-GB" })
  const page = await context.newPage()
  await page.goto("/en?utm_source=radio&utm_campaign=spring", { referer: "https://news.example/article" })
  await page
    .getByRole("navigation")
    .getByRole("link", { name: t("common.nav.programmes") })
    .click()
  await expect(page).toHaveURL(/\/en\/programmes\?.*utm_source=radio/)
  await page.locator("main form[method=get] button[type=submit]").first().click()
  await expect(page).toHaveURL(/utm_source=radio/)
  await page.locator('a[href^="/en/enquire"]').first().click()
  const reference = await ask(page, "Aminata")
  expect(await context.cookies()).toEqual([])
  expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0)
  await expectSource(browser, app, reference, [t("sources.from.utm", { name: "radio" }), "spring", "news.example"])
  await context.close()
})

test("is the code of a poster where there is one, on a phone without scripts too", async ({ browser, app }) => {
  const context = await browser.newContext({ baseURL: app.url, locale: "en-GB", javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto("/go/thies-26")
  await expect(page).toHaveURL(/\/en\/enquire\?utm_code=THIES-26$/)
  const reference = await ask(page, "Binta")
  await expectSource(browser, app, reference, ["Lycée Malick Sy"])
  await context.close()
})

test("ends on the page of a programme itself, whose form goes on in the whole one when something lacks", async ({ browser, app }) => {
  for (const javaScriptEnabled of [true, false]) {
    const context = await browser.newContext({ baseURL: app.url, locale: "en-GB", javaScriptEnabled })
    const page = await context.newPage()
    const name = javaScriptEnabled ? "Coumba" : "Dieynaba"
    await page.goto("/en/programmes?utm_source=radio")
    await page.locator('main a[href^="/en/programmes/aui-computer-science"]').first().click()
    const title = await page.getByRole("heading", { level: 1 }).innerText()
    await page.getByRole("link", { name: t("site.programme.ask") }).click()
    await page.getByRole("textbox", { name: t("enquire.firstName") }).fill(name)
    await page.getByRole("button", { name: t("enquire.send") }).click()
    await expect(page.getByRole("alert")).toBeVisible()
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(t("enquire.titleAbout", { programme: title }))
    await expect(page.getByRole("textbox", { name: t("enquire.firstName") })).toHaveValue(name)
    const reference = await ask(page, name)
    await expectSource(browser, app, reference, javaScriptEnabled ? [t("sources.from.utm", { name: "radio" })] : [])
    await context.close()
  }
})
