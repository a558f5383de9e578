import { expect, test } from "../fixtures.ts"
import { deskOf } from "../staff.ts"

test("an officer's day with the keyboard alone", async ({ browser, app }) => {
  const { page, t } = await deskOf(browser, app, "officer@aui.example")
  const key = (name: string) => page.keyboard.press(name)
  await page.goto("/desk/choices?state=in_review")

  await key("Tab")
  const skip = page.locator("a.skip")
  await expect(skip).toBeFocused()
  await expect(skip).toBeInViewport()
  await key("Enter")
  await expect(page.locator("#content")).toBeFocused()

  await expect(async () => {
    await key("?")
    await expect(page.getByRole("dialog")).toBeVisible({ timeout: 500 })
  }).toPass()
  for (let step = 0; step < 4; step++) {
    await key("Tab")
    expect(await page.evaluate(() => document.activeElement?.closest("[data-row], header, nav, main, footer") ?? null)).toBeNull()
  }
  await key("Escape")
  await expect(page.getByRole("dialog")).toBeHidden()

  const rows = page.locator("[data-row]")
  await key("j")
  await expect(rows.nth(0)).toBeFocused()
  expect(await rows.nth(0).evaluate((row) => getComputedStyle(row).outlineStyle)).not.toBe("none")
  await key("j")
  await expect(rows.nth(1)).toBeFocused()
  await key("k")
  await expect(rows.nth(0)).toBeFocused()
  await key("Enter")
  await expect(page).toHaveURL(/\/desk\/choices\/[0-9a-f-]{36}/)
  await expect(page.getByRole("link", { name: t("desk.choices.offer") })).toBeVisible()
  await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1)
  await key("1")
  await expect(page).toHaveURL(/\/offer/)

  await key("/")
  await expect(page.getByRole("searchbox")).toBeFocused()
  // What is typed there is text: no key of the desk acts on it.
  await page.keyboard.type("j?2")
  await expect(page.getByRole("searchbox")).toHaveValue("j?2")
  await expect(page.getByRole("dialog")).toBeHidden()
  await key("Enter")
  await expect(page).toHaveURL(/\/desk\/search\?q=/)
  await page.context().close()
})
