import { languages } from "#app/locales/languages.ts"
import { linksIn } from "../outbox.ts"
import { expect, expectAccessible, expectNoSidewaysScroll, test, wordsIn } from "../fixtures.ts"

const path = (language: string) => `/${language}/programmes/aui-artificial-intelligence/brochure`

test("a brochure is a light page in each language, and prints without what is for the screen", async ({ page }) => {
  for (const language of languages) {
    await page.goto(path(language))
    await expectNoSidewaysScroll(page)
    await expectAccessible(page)
    const bytes = await page.evaluate(() =>
      performance.getEntriesByType("navigation").map((entry) => (entry instanceof PerformanceResourceTiming ? entry.transferSize : 0)),
    )
    expect(bytes[0]).toBeLessThan(13_000)
  }
  await page.emulateMedia({ media: "print" })
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible()
  await expect(page.getByRole("heading", { name: wordsIn("ar")("brochure.ask") })).toBeHidden()
})

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false })

  test("who asks for it is mailed a link that opens it", async ({ page, app }) => {
    const t = wordsIn("fr")
    await page.goto("/fr/programmes/aui-artificial-intelligence")
    await page.getByRole("link", { name: t("brochure.open") }).click()
    await page.getByRole("button", { name: t("brochure.send") }).click()
    await expect(page.getByRole("alert")).toBeInViewport()
    await page.getByLabel(t("enquire.firstName")).fill("Awa")
    await page.getByLabel(t("enquire.email"), { exact: true }).fill("awa.brochure@example.org")
    await page.getByLabel(t("enquire.country")).selectOption("SN")
    await page.getByRole("button", { name: t("brochure.send") }).click()
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(t("brochure.thanks.title"))
    const mail = await app.outbox.next("awa.brochure@example.org", "brochure-sent")
    expect(linksIn(mail).some((link) => link.endsWith(path("fr")))).toBe(true)
  })
})
