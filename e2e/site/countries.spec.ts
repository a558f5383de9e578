import { languages } from "#app/locales/languages.ts"
import { expect, test, wordsIn } from "../fixtures.ts"

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false })

  for (const language of languages) {
    test(`in ${language} a tile of home opens the country, and the country its programmes and events`, async ({ page }) => {
      const t = wordsIn(language)
      await page.goto(`/${language}`)
      await page.locator(`main a[href="/${language}/countries/ke"]`).click()
      await expect(page.getByRole("heading", { level: 1 })).toHaveText({ en: "Kenya", fr: "Kenya", ar: "كينيا" }[language])
      await expect(page.getByText("KCSE (KNEC)")).toBeVisible()
      await expect(page.getByText(t("countries.unsure"), { exact: true })).toHaveCount(0)
      // The clock is told by its distance from Morocco's, whose own is UTC+0 or UTC+1.
      await expect(page.getByText("UTC+3")).toBeVisible()
      await expect(page.getByText("Africa/Nairobi")).toBeVisible()
      await expect(page.getByRole("link", { name: "acces-maroc.ma" })).toHaveAttribute("href", "https://www.acces-maroc.ma")
      await page.getByRole("link", { name: t("countries.allEvents") }).click()
      await expect(page.getByLabel(t("events.country"))).toHaveValue("KE")
      await page.goBack()
      await page.getByRole("link", { name: t("countries.seeProgrammes") }).click()
      await expect(page.getByText("KCSE (KNEC)")).toBeVisible()
      await page.getByRole("link", { name: t("countries.title"), exact: true }).click()
      await expect(page.locator(".lands a")).toHaveCount(54)
      await page
        .locator(".lands")
        .getByRole("link", { name: { en: "Somalia", fr: "Somalie", ar: "الصومال" }[language] })
        .click()
      await expect(page.getByText(t("countries.low"))).toBeVisible()
      await expect(page.getByText(t("countries.unsure"), { exact: true })).toBeVisible()
      await expect(page.getByText("%")).toHaveCount(0)
    })
  }
})

test("a country has one address: capitals lead to it, and what is no country is not there", async ({ app }) => {
  const capitals = await fetch(`${app.url}/fr/countries/SN?utm_source=radio`, { redirect: "manual" })
  expect(capitals.status).toBe(301)
  expect(new URL(capitals.headers.get("location") ?? "", app.url).href).toBe(`${app.url}/fr/countries/sn?utm_source=radio`)
  for (const unknown of ["xx", "zz", "EH", "sen", "S%20", "%D8%B3"]) {
    expect((await fetch(`${app.url}/fr/countries/${unknown}`)).status, unknown).toBe(404)
  }
})
