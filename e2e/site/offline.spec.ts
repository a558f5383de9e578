import { request } from "node:http"
import type { Page } from "@playwright/test"
import { languages } from "#app/locales/languages.ts"
import { expect, expectAccessible, expectNoSidewaysScroll, test, wordsIn } from "../fixtures.ts"
import { deskOf } from "../staff.ts"

/** Opens a page and waits until the phone has it. */
async function open(page: Page, path: string): Promise<void> {
  await page.goto(path)
  await expect
    .poll(() => page.evaluate(async (url) => (await caches.match(url, { ignoreSearch: true })) !== undefined, page.url()))
    .toBe(true)
}

/** Bytes of an answer's body as a browser gets it. */
function bytesOf(url: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { headers: { "accept-encoding": "gzip, deflate, br" } }, (response) => {
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
    await bytesOf(url)
    expect(await bytesOf(url)).toBeLessThanOrEqual(2048)
  })
}

/** Fires the browser's sync now, as it does when a network is back. */
async function syncNow(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page)
  const known = new Promise<string>((resolve) =>
    devtools.on("ServiceWorker.workerRegistrationUpdated", ({ registrations }) => {
      const own = registrations.find(({ scopeURL }) => page.url().startsWith(scopeURL))
      if (own !== undefined) resolve(own.registrationId)
    }),
  )
  await devtools.send("ServiceWorker.enable")
  const { origin } = new URL(page.url())
  await devtools.send("ServiceWorker.dispatchSyncEvent", { origin, registrationId: await known, tag: "send", lastChance: false })
  await devtools.detach()
}

for (const language of languages) {
  test(`in ${language} an enquiry made without a network waits, and arrives once when the browser and the reader both come back`, async ({
    page,
    context,
    app,
    browser,
  }) => {
    const t = wordsIn(language)
    const email = `offline.${language}@example.org`
    /** What the server answered. */
    const posts: string[] = []
    context.on("response", (response) => {
      if (response.request().method() === "POST" && !response.fromServiceWorker())
        posts.push(`${response.status()} ${new URL(response.url()).pathname}`)
    })
    await open(page, `/${language}/enquire`)
    await context.setOffline(true)
    await page.getByLabel(t("enquire.firstName")).fill("Awa")
    await page.getByLabel(t("enquire.lastName")).fill("Diop")
    await page.getByLabel(t("enquire.country")).selectOption("SN")
    await page.getByRole("textbox", { name: t("enquire.email") }).fill(email)
    await page.getByLabel(t("enquire.message")).fill(`Sans réseau, ${language}`)
    await page.getByRole("button", { name: t("enquire.send") }).click()
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(t("offline.waitingTitle"))
    await expectAccessible(page)
    await expectNoSidewaysScroll(page)
    await page.goto(`/${language}/enquire?utm_source=later`)
    await expect(page.getByRole("status")).toContainText(t("offline.waiting"))
    expect(await app.outbox.to(email)).toEqual([])

    await context.setOffline(false)
    await Promise.all([syncNow(page), page.goto(`/${language}/alliance`)])
    await expect(page.getByRole("status")).toContainText(t("offline.sent"))
    await page.getByRole("link", { name: t("offline.see") }).click()
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(t("enquire.thanks.title"))
    const reference = await page.locator(".reference").innerText()
    await app.outbox.next(email, "enquiry-made")
    await page.goto(`/${language}/alliance`)
    await expect(page.locator(".kept")).toBeHidden()
    expect(posts).toEqual([`303 /${language}/enquire`])

    const { page: desk } = await deskOf(browser, app, "outreach@aui.example")
    await desk.goto(`/desk/search?q=${encodeURIComponent(email)}`)
    await expect(desk.locator(".ask")).toHaveCount(1)
    await expect(desk.locator(".ask")).toContainText(reference)
    await desk.context().close()
  })

  test(`in ${language} what was kept and is not taken comes back with all that was typed, and is mended`, async ({
    page,
    context,
    app,
  }) => {
    const t = wordsIn(language)
    const email = `mended.${language}@example.org`
    await open(page, `/${language}/events`)
    const path = await page.locator(`main .card a[href^="/${language}/events/both-universities"]`).getAttribute("href")
    await open(page, path ?? "")
    await context.setOffline(true)
    await page.getByLabel(t("enquire.firstName")).fill("Wanjiru")
    await page.getByRole("button", { name: t("events.send") }).click()
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(t("offline.waitingTitle"))
    await context.setOffline(false)
    await page.goto(`/${language}/alliance`)
    await expect(page.getByRole("status")).toContainText(t("offline.refused"))
    await expectAccessible(page)
    await page.getByRole("link", { name: t("offline.mend") }).click()
    await expect(page.getByRole("alert")).toBeVisible()
    await expect(page.getByLabel(t("enquire.firstName"))).toHaveValue("Wanjiru")
    await page.getByRole("textbox", { name: t("enquire.email") }).fill(email)
    await page.getByLabel(t("enquire.country")).selectOption("KE")
    await page.getByRole("button", { name: t("events.send") }).click()
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(t("events.thanks.title"))
    await app.outbox.next(email, "rsvp-made")
    await expect(page.locator(".kept")).toBeHidden()
  })
}

for (const language of languages) {
  test(`in ${language} the questions are kept when the reader asks, who is told first how much they take`, async ({ page, context }) => {
    const t = wordsIn(language)
    const path = `/${language}/programmes/aui-artificial-intelligence`
    const ask = page.getByRole("button", { name: t("offline.questions") })
    await open(page, path)
    await expect(ask).toBeHidden()
    const fetched: string[] = []
    context.on("request", (request) => {
      if (request.url().endsWith("/questions")) fetched.push(request.method())
    })
    await page.reload()
    await ask.click()
    const kept = page.getByRole("button", { name: new RegExp(t("offline.questionsSize", { size: "\\d+" }).replaceAll(/\s/g, "\\s")) })
    await expect(kept).toBeVisible()
    const told = Number(/\d+/.exec(await kept.innerText())?.[0])
    expect(fetched).toEqual(["HEAD"])
    await kept.click()
    await expect(page.getByText(t("offline.questionsDone"))).toBeVisible()
    expect(fetched).toEqual(["HEAD", "GET"])
    const sent = await page.evaluate(
      (url) => {
        const entries = performance.getEntriesByName(url, "resource").filter((entry) => entry instanceof PerformanceResourceTiming)
        return Math.max(...entries.map(({ encodedBodySize }) => encodedBodySize))
      },
      new URL(`/${language}/questions`, page.url()).href,
    )
    expect(told).toBe(Math.ceil(sent / 1000))

    await context.setOffline(true)
    await page.getByRole("link", { name: t("site.programme.allQuestions") }).click()
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(t("site.questions.title"))
    await expect(page.getByText(t("offline.questionsDone"))).toBeVisible()
  })
}

test("what was refused can be thrown away", async ({ page, context }) => {
  const t = wordsIn("en")
  await open(page, "/en/enquire?about=aui-artificial-intelligence")
  await context.setOffline(true)
  await page.getByRole("button", { name: t("enquire.send") }).click()
  await context.setOffline(false)
  await page.goto("/en/alliance")
  await page.getByRole("link", { name: t("offline.drop") }).click()
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Artificial")
  await expect(page.locator(".kept")).toBeHidden()
})

test("the same sending twice is answered the same; what another site posts is refused with a worker as without", async ({ page, app }) => {
  const post = () =>
    fetch(`${app.url}/en/enquire`, {
      method: "POST",
      redirect: "manual",
      headers: { origin: app.url, "idempotency-key": "1764166812345-0.123456789" },
      body: new URLSearchParams({ firstName: "Lost", lastName: "Answer", email: "lost@example.org", country: "KE" }),
    })
  const [one, two] = [await post(), await post()]
  expect(one.status).toBe(303)
  expect(two.headers.get("location")).toBe(one.headers.get("location"))

  await open(page, "/en")
  const foreign = app.url.replace("127.0.0.1", "localhost")
  await page.goto(`${foreign}/healthz`)
  const answered = page.waitForResponse((response) => response.request().method() === "POST")
  await page.evaluate((action) => {
    document.body.innerHTML = `<form method="post" action="${action}"><input name="firstName" value="x"></form>`
    document.forms[0]?.submit()
  }, `${app.url}/en/enquire`)
  expect((await answered).status()).toBe(403)
})

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
