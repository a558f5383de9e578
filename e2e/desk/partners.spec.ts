import { expect, test } from "../fixtures.ts"
import { deskOf } from "../staff.ts"

test("a head gives a partner a key, whose program hands over a candidate, and ends it", async ({ browser, app }) => {
  const { page, t } = await deskOf(browser, app, "head@um6p.example")
  await page.goto("/desk/partners")
  await page.getByRole("textbox", { name: t("partners.partner") }).fill("Campus Mali")
  await page.getByRole("button", { name: t("partners.save") }).click()
  const shown = page.getByRole("status").filter({ hasText: t("partners.newText") })
  await expect(shown).toContainText("Campus Mali")
  const key = /rihla_[\w-]+/.exec(await shown.innerText())?.[0] ?? ""
  const row = page.getByRole("row", { name: /Campus Mali/ })
  await expect(row).toContainText(t("partners.never"))

  const post = () =>
    fetch(`${app.url}/api/v1/leads`, {
      method: "POST",
      headers: {
        authorization: `Bearer ${key}`,
        "content-type": "application/json",
        "accept-language": "ar",
        "sec-fetch-site": "cross-site",
      },
      body: JSON.stringify({ firstName: "Oumou", lastName: "Sangaré", email: "oumou.api@example.org", country: "ML", language: "fr" }),
    })
  const taken = await post()
  expect([taken.status, taken.headers.get("set-cookie"), taken.headers.get("ratelimit")]).toEqual([201, null, '"key";r=119;t=1'])
  expect(await taken.json()).toMatchObject({ answeredBy: "mail" })
  await app.outbox.next("oumou.api@example.org", "enquiry-made")
  await page.goto("/desk/leads?q=oumou.api@example.org")
  await expect(page.getByText("Oumou").first()).toBeVisible()

  await page.goto("/desk/partners")
  await expect(page.getByText(key)).toBeHidden()
  await expect(row).not.toContainText(t("partners.never"))
  await row.getByRole("button", { name: t("partners.revoke") }).click()
  await expect(row).toContainText(t("partners.revoked"))
  const refused = await post()
  expect([refused.status, refused.headers.get("content-type")]).toEqual([401, "application/problem+json"])
  await page.context().close()
})
