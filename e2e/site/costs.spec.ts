import { languages } from "#app/locales/languages.ts"
import { expect, expectAccessible, expectNoSidewaysScroll, test, wordsIn } from "../fixtures.ts"
import { deskOf } from "../staff.ts"

const plain = (text: string) => text.replace(/[\u00a0\u202f\u2066-\u2069]/g, " ")

for (const language of languages) {
  test(`in ${language} a programme, a country and a scholarship give one account, on one address to share`, async ({ page }) => {
    const t = wordsIn(language)
    await page.goto(`/${language}/programmes/um6p-governance-bachelor`)
    await page.getByRole("link", { name: t("costs.link") }).click()
    await page.getByLabel(t("costs.country")).selectOption("SN")
    await page.getByLabel(/BUCS/).check()
    await page.getByRole("button", { name: t("costs.again") }).click()
    await expect(page).toHaveURL(/programme=um6p-governance-bachelor&country=SN&scheme=um6p-social-grant$/)
    const table = page.locator("table.plain")
    // 60,000 to 65,000 tuition, 5,000 registration, 10,000 residence; XOF has no decimals, and a sample rate of 60.
    const total = plain((await table.getByRole("row", { name: t("costs.total") }).textContent()) ?? "")
    for (const figure of [/75.?000/, /80.?000/, /4.500.000/, /4.800.000/]) expect(total).toMatch(figure)
    expect(plain((await table.getByRole("row", { name: t("costs.net") }).textContent()) ?? "")).toMatch(/5.?000\D.*80.?000/)
    await expect(table.getByText(t("costs.toConfirm"))).toHaveCount(3)
    await expect(page.getByText(t("costs.rateSample"))).toBeVisible()
    for (const width of [360, 320]) {
      await page.setViewportSize({ width, height: 740 })
      await expectNoSidewaysScroll(page)
    }
    await expectAccessible(page)
    // The widest amounts: a currency of great numbers, and spans from one to another.
    await page.goto(`/${language}/costs?programme=aui-computer-science&country=UG`)
    await expectNoSidewaysScroll(page)
  })
}

test("a reader without a rate sees dirhams only, and what no page knows is said, not shown", async ({ page }) => {
  const t = wordsIn("en")
  await page.goto("/en/costs?programme=aui-computer-science&country=ET")
  await expect(page.getByText(t("costs.noRate", { currency: "ETB" }))).toBeVisible()
  await expect(page.getByText("ETB", { exact: false })).toHaveCount(1)
  // The scholarship for Moroccans is not offered to somebody from Ethiopia.
  await expect(page.getByText(t("costs.notYours", { count: 1 }))).toBeVisible()
  await page.goto("/en/costs?programme=no-such&country=XX")
  await expect(page.getByText(t("costs.unknown", { words: "no-such, XX" }))).toBeVisible()
})

test("a head enters a rate, and the public page counts with it at once", async ({ browser, app, page }) => {
  const t = wordsIn("en")
  await page.goto("/en/costs?country=TN")
  await expect(page.getByText(t("costs.rateSample"))).toBeVisible()
  const { page: desk, t: d } = await deskOf(browser, app, "head@um6p.example")
  await desk.goto("/desk/rates")
  await desk.getByLabel(d("costs.desk.currency")).selectOption("TND")
  await desk.getByLabel(d("costs.desk.source")).fill("bkam.ma")
  await desk.getByLabel(d("costs.desk.rate")).fill("a third")
  await desk.getByRole("button", { name: d("costs.desk.save") }).click()
  await expect(desk.getByText(d("refusals.costs.rate-number")).first()).toBeVisible()
  await expect(desk.getByLabel(d("costs.desk.source"))).toHaveValue("bkam.ma")
  await desk.getByLabel(d("costs.desk.rate")).fill("0,3125")
  await desk.getByRole("button", { name: d("costs.desk.save") }).click()
  await expect(desk.getByText(d("desk.did.rate-set"))).toBeVisible()
  const row = desk.getByRole("row", { name: /TND.*bkam\.ma/ })
  await expect(row).toContainText(/0[.,]3125/)
  await expect(row).toContainText(d("costs.desk.inForce"))
  await desk.context().close()
  await page.goto("/en/costs?programme=um6p-governance-bachelor&country=TN")
  await expect(page.getByText(t("costs.rateSample"))).toHaveCount(0)
  expect(plain((await page.getByRole("row", { name: t("costs.total") }).textContent()) ?? "")).toContain("TND 23,437.500")
})
