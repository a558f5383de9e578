import { request } from "node:http"
import type { Page } from "@playwright/test"
import { languages } from "#app/locales/languages.ts"
import { expect, expectAccessible, expectNoSidewaysScroll, test, wordsIn } from "../fixtures.ts"

/** Opens a page and waits until the phone has it. */
async function open(page: Page, path: string): Promise<void> {
  await page.goto(path)
  await expect
    .poll(() => page.evaluate(async (url) => (await caches.match(url, { ignoreSearch: true })) !== undefined, page.url()))
    .toBe(true)
}

/** Bytes of an answer's body as they cross the wire. */
function bytesOf(url: string, coding: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { headers: { "accept-encoding": coding } }, (response) => {
      let bytes = 0
      response.on("data", (part: Buffer) => (bytes += part.length))
      response.on("end", () => resolve(bytes))
    })
    asked.on("error", reject)
    asked.end()
  })
}

for (const language of languages) {
  test(`in ${language} what was opened opens without a network, and says so; what was not is a page in the reader's language`, async ({
    page,
    context,
  }) => {
    const t = wordsIn(language)
    await open(page, `/${language}`)
    await open(page, `/${language}/scholarships?utm_source=radio`)
    const heading = await page.getByRole("heading", { level: 1 }).innerText()
    await expect(page.locator(".kept")).toBeHidden()

    await context.setOffline(true)
    await page.goto(`/${language}/scholarships`)
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(heading)
    const [before = ""] = t("offline.kept", { date: "…" }).split("…")
    await expect(page.getByRole("status")).toContainText(before)
    await expectAccessible(page)
    await expectNoSidewaysScroll(page)

    await page.goto(`/${language}/privacy`)
    await expect(page).toHaveTitle(t("offline.title"))
    await expect(page.locator("html")).toHaveAttribute("lang", language)
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(t("offline.title"))
    await expectAccessible(page)
    await expectNoSidewaysScroll(page)
    await page.getByRole("main").getByRole("link", { name: heading }).click()
    await expect(page).toHaveURL(new RegExp(`/${language}/scholarships$`))

    await page.goto(`/${language}/privacy`)
    await context.setOffline(false)
    await page.getByRole("link", { name: t("offline.again") }).click()
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(t("site.privacy.title"))
    await expect(page.locator(".kept")).toBeHidden()
  })

  test(`in ${language} the worker is at most 2,048 bytes on the wire`, async ({ app }) => {
    const url = `${app.url}/${language}/worker.js`
    await bytesOf(url, "br")
    expect(await bytesOf(url, "br")).toBeLessThanOrEqual(2048)
    expect(await bytesOf(url, "gzip")).toBeLessThanOrEqual(2048)
  })
}

test("the phone keeps public pages only, and no more than forty", async ({ page }) => {
  await open(page, "/en")
  await page.goto("/en/apply/sign-in")
  await page.goto("/en/enquire/thanks?ref=none")
  await page.evaluate(async () => {
    const cache = await caches.open("pages")
    for (let one = 0; one < 50; one++) await cache.put(`/en/programmes?page=${one + 2}`, new Response("kept earlier"))
  })
  await open(page, "/en/alliance")
  const kept = await page.evaluate(async () => (await (await caches.open("pages")).keys()).map(({ url }) => new URL(url).pathname))
  expect(kept).toHaveLength(40)
  expect(kept.filter((path) => path !== "/en/programmes")).toEqual(["/en/alliance"])
})
