import { type App, expect, test } from "../fixtures.ts"
import { deskOf } from "../staff.ts"

/** Somebody asks a question through the form of the site. */
async function enquire(app: App, firstName: string, lastName: string): Promise<void> {
  const answer = await fetch(`${app.url}/en/enquire`, {
    method: "POST",
    headers: { origin: app.url, "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({
      firstName,
      lastName,
      email: `${firstName}.${lastName}@triage.example`.toLowerCase(),
      country: "SN",
      birthYear: "2002",
      level: "master",
      message: "When does it start?",
    }),
    redirect: "manual",
  })
  expect(answer.status).toBeLessThan(400)
}

test("two officers see who has just written, and each other, without asking again", async ({ browser, app }) => {
  const { page: one, t } = await deskOf(browser, app, "officer@aui.example")
  const { page: other, t: words } = await deskOf(browser, app, "head@aui.example")
  await one.goto("/desk/leads?need=unseen")
  await other.goto("/desk/leads?need=unseen")
  const shown = await one.locator("[data-row]").count()

  await enquire(app, "Nafissatou", "Livewire")
  const show = one.getByRole("button", { name: t("triage.live.show", { count: 1 }) })
  await expect(show).toBeVisible()
  // Nothing has moved under the reader's hand.
  expect(await one.locator("[data-row]").count()).toBe(shown)
  await one.keyboard.press("r")
  const row = one.getByRole("link", { name: /Nafissatou Livewire/ })
  await expect(row).toBeVisible()
  await expect(show).toBeHidden()

  await row.click()
  await expect(one.getByRole("heading", { level: 1 })).toHaveText("Nafissatou Livewire")
  await other.goto(new URL(one.url()).pathname)
  const nameOf = (page: typeof one) => page.locator("details.me summary bdi").textContent()
  await expect(other.getByText(words("triage.live.here", { count: 1, names: (await nameOf(one)) ?? "" }))).toBeVisible()
  await expect(one.getByText(t("triage.live.here", { count: 1, names: (await nameOf(other)) ?? "" }))).toBeVisible()
  await other.goto("/desk/leads?need=unseen")
  await expect(one.locator("p.here")).toBeEmpty()
  await one.context().close()
  await other.context().close()
})
