import { expect, expectAccessible, expectNoSidewaysScroll, test } from "../fixtures.ts"
import { deskOf, sessionOf } from "../staff.ts"

test("an officer looks at two side by side, makes them one, and makes them two again", async ({ browser, app }) => {
  const { page, t } = await deskOf(browser, app, "officer@aui.example")
  await page.goto("/desk/duplicates")
  await expectAccessible(page)
  // Two phones, two spellings of one name.
  await page.getByRole("link", { name: /Mamadou Diallo · Mohamed Jallow/ }).click()
  await expect(page.getByRole("heading", { level: 1, name: t("deskIdentity.compare") })).toBeVisible()
  await expectAccessible(page)
  const table = page.getByRole("table")
  await expect(table.getByRole("radio")).toHaveCount(2)
  await table.getByRole("radio", { name: "Mohamed Jallow" }).check()
  await page.getByRole("button", { name: t("deskIdentity.merge") }).click()

  await expect(page).toHaveURL(/\/desk\/merges\//)
  await expect(page.getByRole("heading", { level: 2, name: t("deskIdentity.afterTitle") })).toBeVisible()
  await expectNoSidewaysScroll(page)
  await expectAccessible(page)
  const merge = new URL(page.url()).pathname
  // The other university has a lead of them too: to it they are the same two.
  const theirs = await sessionOf(app, "outreach@um6p.example")
  expect((await theirs.get(merge)).status()).toBe(200)
  const hit = await (await theirs.get("/desk/leads?q=diallo+mamadou")).text()
  expect(hit).toContain("Mohamed Jallow")

  await page.getByRole("link", { name: t("deskIdentity.openLead") }).click()
  await expect(page.getByRole("article").getByRole("heading", { level: 1 })).toHaveText(/Mohamed Jallow/)
  await expect(page.getByRole("link", { name: /Mamadou Diallo|Mohamed Jallow/ }).last()).toBeVisible()
  // Who thinks of somebody else looks for them by hand.
  await page.getByRole("link", { name: t("deskIdentity.byHand.open") }).click()
  await page.getByRole("searchbox", { name: t("deskIdentity.byHand.label") }).fill("okonkwo")
  await page.getByRole("button", { name: t("deskIdentity.byHand.find") }).click()
  await expectAccessible(page)
  await page.getByRole("listitem").filter({ hasText: "Chinedu Okonkwo" }).getByRole("button").click()
  await expect(page.getByRole("heading", { level: 1, name: t("deskIdentity.compare") })).toBeVisible()
  await page.goto(merge)
  await page.getByRole("button", { name: t("deskIdentity.separate") }).click()
  await expect(page.getByRole("button", { name: t("deskIdentity.separate") })).toHaveCount(0)
  await page.goto("/desk/duplicates")
  await page.getByRole("link", { name: /Mamadou Diallo · Mohamed Jallow/ }).click()

  await page.getByRole("button", { name: t("deskIdentity.dismiss") }).click()
  await expect(page).toHaveURL(/did=pair-dismissed/)
  await expect(page.getByRole("link", { name: /Mamadou Diallo · Mohamed Jallow/ })).toHaveCount(0)
  await page.getByRole("button", { name: t("desk.undo") }).click()
  await expect(page.getByRole("heading", { level: 1, name: t("deskIdentity.compare") })).toBeVisible()
  await page.context().close()
})
