import { readFileSync } from "node:fs"
import { expect, expectAccessible, test, wordsIn } from "../fixtures.ts"
import { deskOf } from "../staff.ts"

/* A partner's list, from the file to the way back. */

test("an officer takes a fair's list in: columns, what will happen, the refused rows, the import, and back", async ({ browser, app }) => {
  test.setTimeout(90_000)
  const { page } = await deskOf(browser, app, "outreach@um6p.example")
  await page.request.post("/desk/language", { form: { language: "fr" }, headers: { origin: app.url } })
  const t = wordsIn("fr")
  await page.goto("/desk/leads")
  await page.getByRole("link", { name: t("imports.views.imports") }).click()
  await page.getByRole("link", { name: t("imports.new") }).click()

  // A picture with another ending is no list, and who sent it is not lost.
  const partner = page
    .getByRole("combobox", { name: t("imports.begin.partner") })
    .or(page.getByLabel(t("imports.begin.partner")))
    .first()
  await partner.fill("Salon de Dakar")
  const choose = (name: string, buffer: Buffer) =>
    page.getByLabel(t("imports.begin.file")).setInputFiles({ name, mimeType: "text/csv", buffer })
  await choose("photo.csv", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 1, 2]))
  await page.getByRole("button", { name: t("imports.begin.send") }).click()
  await expect(page.getByRole("alert").first()).toContainText(t("refusals.lists.unreadable", { line: 1 }))
  await expect(partner).toHaveValue("Salon de Dakar")

  await choose("fair-dakar.csv", readFileSync("app/testing/lists/fair-dakar.csv"))
  await page.getByRole("button", { name: t("imports.begin.send") }).click()
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Salon de Dakar")
  await expect(page.getByText("Meïssa", { exact: true })).toBeVisible()
  await expect(page.getByLabel(t("imports.mapping.of", { heading: "Né(e) le" }))).toHaveValue("birth")
  await expect(page.getByLabel(t("imports.mapping.country"))).toHaveValue("SN")

  // A yes is no proof without how, when and with which words it was asked for.
  await page.getByRole("button", { name: t("imports.mapping.save") }).click()
  await expect(page.getByRole("alert").first()).toContainText(t("refusals.imports.consent-missing"))
  await page.getByLabel(t("imports.consent.how")).selectOption("sheet")
  await page.getByLabel(t("imports.consent.on")).fill("2026-11-14")
  await page.getByLabel(t("imports.consent.text")).fill("J’accepte de recevoir des e-mails de l’UM6P.")
  await page.getByRole("button", { name: t("imports.mapping.save") }).click()

  const count = (key: "fresh" | "joined" | "refused" | "reduced") =>
    page.locator(".facts > div", { hasText: t(`imports.check.${key}`) }).locator("dd")
  await expect(page.getByRole("heading", { name: t("imports.check.title") })).toBeVisible({ timeout: 20_000 })
  await expect(count("fresh")).toHaveText("235")
  await expect(count("joined")).toHaveText("2")
  await expect(count("refused")).toHaveText("3")
  await expect(page.getByRole("row", { name: /téléphone cassé/ })).toContainText(t("imports.faults.refused"))
  await expectAccessible(page)
  const download = page.waitForEvent("download")
  await page.getByRole("button", { name: t("imports.faults.take") }).click()
  const refused = readFileSync(await (await download).path(), "utf8")
  expect(refused.split("\r\n")).toHaveLength(6)
  expect(refused).toContain(t("refusals.imports.birth-unreadable"))

  await page.getByRole("button", { name: t("imports.check.take", { count: 237 }) }).click()
  await expect(page.getByRole("heading", { name: t("imports.check.done") })).toBeVisible({ timeout: 30_000 })
  await expect(count("fresh")).toHaveText("235")
  const address = page.url()
  await page.goto("/desk/leads?q=meissa.ka0@example.org")
  await page.getByRole("link", { name: /Meïssa KA/ }).click()
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Meïssa KA")

  await page.goto(address)
  await page.getByRole("button", { name: t("imports.undo.now") }).click()
  await expect(page.getByText(t("imports.undo.undone"))).toBeVisible({ timeout: 30_000 })
  await page.goto("/desk/leads?q=meissa.ka0@example.org")
  await expect(page.getByText(t("desk.leads.noneHere"))).toBeVisible()
  await page.request.post("/desk/language", { form: { language: "en" }, headers: { origin: app.url } })
  await page.context().close()
})
