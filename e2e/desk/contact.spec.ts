import type { Browser } from "@playwright/test"
import { languages } from "#app/locales/languages.ts"
import { type App, expect, test } from "../fixtures.ts"
import { deskOf, sessionOf } from "../staff.ts"

/* A press on a number of a candidate writes the contact down, and opens the chat or leads on to the call. */

let number = 0

/** Somebody who has asked with a number, opened at the desk at the step of getting in touch. */
async function atContact(browser: Browser, app: App, { hasScripts = true } = {}) {
  const phone = `+2217752${String(10_000 + ++number)}`
  const name = `Coumba Reach${"abcdefgh"[number]}`
  const [firstName = "", lastName = ""] = name.split(" ")
  const body = new URLSearchParams({ firstName, lastName, phone, country: "SN", message: "Can I come?" })
  const made = await fetch(`${app.url}/fr/enquire`, { method: "POST", body, redirect: "manual", headers: { origin: app.url } })
  const session = await sessionOf(app, "officer@aui.example")
  expect(made.status).toBeLessThan(400)
  const html = await (await session.get(`/desk/leads?q=${encodeURIComponent(lastName)}`)).text()
  const lead = /\/desk\/leads\/[0-9a-f-]{36}/.exec(html)?.[0] ?? ""
  expect(lead).not.toBe("")
  const signedIn = await deskOf(browser, app, "officer@aui.example")
  const context = await browser.newContext({
    baseURL: app.url,
    viewport: { width: 1280, height: 860 },
    javaScriptEnabled: hasScripts,
    storageState: await signedIn.page.context().storageState(),
  })
  await signedIn.page.context().close()
  await context.route("https://wa.me/**", (route) => route.fulfill({ contentType: "text/html", body: "<title>The chat</title>" }))
  const page = await context.newPage()
  await page.goto(`${lead}/contact`)
  // The page has its scripts when the step has taken the focus.
  if (hasScripts) await expect(page.getByRole("radio").first()).toBeFocused()
  return { page, t: signedIn.t, phone, lead, session }
}

for (const hasScripts of [true, false])
  test(`a press on WhatsApp stands on the timeline and opens the chat beside it, ${hasScripts ? "with" : "without"} scripts`, async ({
    browser,
    app,
  }) => {
    const { page, t, phone, lead } = await atContact(browser, app, { hasScripts })
    const button = page.getByRole("button", { name: phone }).filter({ hasText: "WhatsApp" })
    const opening = page.waitForEvent("popup")
    // By the keyboard, as by a finger.
    await button.focus()
    await page.keyboard.press("Enter")
    const chat = await opening
    await chat.waitForURL("https://wa.me/**")
    const address = new URL(chat.url())
    expect(address.origin + address.pathname).toBe(`https://wa.me/${phone.replace("+", "")}`)
    // Prepared in the candidate's language, with the reference of what they asked.
    expect(address.searchParams.get("text")).toMatch(/^Bonjour Coumba, .*\([A-Z0-9]{3}(?:-[A-Z0-9]{3}){2}\)/)
    expect(await chat.evaluate(() => window.opener === null)).toBe(true)

    if (hasScripts) {
      // Whoever comes back to the desk is asked what was said.
      await chat.close()
      await page.bringToFront()
      await page.evaluate(() => window.dispatchEvent(new Event("focus")))
      await expect(page.getByRole("heading", { name: t("deskWork.contact.told") })).toBeVisible()
      const words = page.getByRole("textbox", { name: t("deskWork.contact.words") })
      await expect(words).toBeFocused()
      await words.fill("Sent the dates of the open day.")
      await page.getByRole("button", { name: t("deskWork.contact.save") }).click()
      await expect(page.locator(".notice")).toContainText(
        t("desk.did.lead-contacted", { name: /Coumba Reach\w/.exec(await page.title())?.[0] ?? "" }),
      )
    } else await page.goto(lead)
    const timeline = page.locator(".timeline")
    const line = `${t("desk.channel.whatsapp")}: ${t("deskWork.result.sent")}`
    await expect(timeline.getByText(line)).toHaveCount(1)
    if (hasScripts) await expect(timeline).toContainText("Sent the dates of the open day.")
    // It is an answer, as one that is written down by hand.
    await expect(page.locator("header.who .tag")).toHaveText(t("states.lead.contacted"))
    await page.context().close()
  })

test("a call begins at a press, is told how it went, and both are taken back", async ({ browser, app }) => {
  const { page, t, phone } = await atContact(browser, app)
  await page.getByRole("button", { name: t("deskWork.contact.call", { number: `\u2066${phone}\u2069` }) }).click()
  await expect(page.getByRole("heading", { name: t("deskWork.contact.toldCall") })).toBeVisible()
  await expect(page.locator(".step-page").getByRole("link", { name: phone })).toHaveAttribute("href", `tel:${phone}`)
  await expect(page.getByRole("radio", { name: t("deskWork.contact.option.call.reached") })).toBeFocused()
  const timeline = page.locator(".timeline")
  const line = (result: "begun" | "reached") => timeline.getByText(`${t("desk.channel.call")}: ${t(`deskWork.result.${result}`)}`)
  await expect(page.locator(".notice")).toContainText(
    t("desk.did.lead-begun", { name: /Coumba Reach\w/.exec(await page.title())?.[0] ?? "" }),
  )
  await expect(line("begun")).toHaveCount(1)
  await expect(page.locator("header.who .tag")).toHaveText(t("states.lead.new"))

  await page.getByRole("radio", { name: t("deskWork.contact.option.call.reached") }).check()
  await page.getByRole("button", { name: t("deskWork.contact.save") }).click()
  await expect(line("reached")).toHaveCount(1)
  await expect(line("begun")).toHaveCount(0)
  await expect(page.locator("header.who .tag")).toHaveText(t("states.lead.contacted"))
  await page.getByRole("button", { name: t("desk.undo") }).click()
  await expect(page.locator("header.who .tag")).toHaveText(t("states.lead.new"))
  await page.context().close()
})

test("who reads leads and works none sees no button, and a press of theirs is refused", async ({ browser, app }) => {
  const { page, phone, lead } = await atContact(browser, app)
  await page.context().close()
  const director = await sessionOf(app, "director@aui.example")
  const contact = "01900000-0000-7000-8000-000000000001"
  for (const channel of ["call", "whatsapp"]) {
    const pressed = await director.post(`${lead}/reach`, { form: { channel, number: phone, contact }, maxRedirects: 0 })
    expect(pressed.status()).toBe(403)
  }
  const officer = await sessionOf(app, "officer@aui.example")
  expect(
    (await officer.post(`${lead}/reach`, { form: { channel: "call", number: "+212600000000", contact }, maxRedirects: 0 })).status(),
  ).toBe(404)
})

for (const language of languages)
  test(`the steps of a contact are read in ${language}, on a desk and on a phone`, async ({ browser, app }) => {
    const { page, lead, phone } = await atContact(browser, app)
    await page.request.post("/desk/language", { form: { language, back: "/desk" }, headers: { origin: app.url } })
    await page.goto(`${lead}/contact`)
    await expect(page.locator("html")).toHaveAttribute("lang", language)
    await expect(page.getByRole("radio").first()).toBeFocused()
    for (const width of [1280, 360]) {
      await page.setViewportSize({ width, height: 860 })
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
    }
    await page.locator(`.step-page form:has([value="call"]) button`).click()
    await expect(page.locator(".step-page").getByRole("link", { name: phone })).toBeVisible()
    for (const width of [360, 1280]) {
      await page.setViewportSize({ width, height: 860 })
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
    }
    await page.request.post("/desk/language", { form: { language: "en", back: "/desk" }, headers: { origin: app.url } })
    await page.context().close()
  })
