import { expect, test } from "../fixtures.ts"
import { deskOf } from "../staff.ts"

test("two officers plan the next step of one lead: the second sees both versions, and saves theirs anyway", async ({ browser, app }) => {
  const { page: one, t } = await deskOf(browser, app, "officer@aui.example")
  const { page: other, t: words } = await deskOf(browser, app, "outreach@aui.example")
  await one.goto("/desk/leads")
  await one.locator("main [data-row]").first().click()
  await expect(one).toHaveURL(/\/desk\/leads\/[0-9a-f-]{36}/)
  const lead = new URL(one.url()).pathname
  const plan = async (page: typeof one, t: typeof words, text: string) => {
    await page.getByRole("textbox", { name: t("deskWork.next.text") }).fill(text)
    await page.getByRole("button", { name: t("deskWork.next.save"), exact: true }).click()
  }
  await one.goto(`${lead}/task`)
  await plan(one, t, "Call them")
  const next = (page: typeof one, t: typeof words) => page.getByRole("region", { name: t("deskWork.next.title") })
  await expect(next(one, t)).toContainText("Call them")

  // Both open the same step, and both write.
  const change = await next(one, t)
    .getByRole("link", { name: t("deskWork.next.change"), exact: true })
    .getAttribute("href")
  await one.goto(change ?? "")
  await other.goto(change ?? "")
  await plan(one, t, "Call them at noon")
  await expect(next(one, t)).toContainText("Call them at noon")
  await plan(other, words, "Write to their school")

  const collision = other.getByRole("alert")
  await expect(collision).toContainText(words("deskWork.collision.title"))
  await expect(collision).toContainText("Call them at noon")
  await expect(collision).toContainText("Write to their school")
  await collision.getByRole("button", { name: words("deskWork.collision.saveMine") }).click()
  await expect(next(other, words)).toContainText("Write to their school")
  await one.goto(lead)
  await expect(next(one, t)).toContainText("Write to their school")
  await one.context().close()
  await other.context().close()
})
