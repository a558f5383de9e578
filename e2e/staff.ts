import { type APIRequestContext, type Browser, type BrowserContext, type Page, expect, request as requests } from "@playwright/test"
import type { Language } from "#app/locales/languages.ts"
import { type App, codeIn, signInStaff, wordsIn, wordsOf } from "./fixtures.ts"

/* What staff do at the desk, by the names of what is on the page. */

export type Words = ReturnType<typeof wordsIn>

type Session = Awaited<ReturnType<BrowserContext["storageState"]>>

/** Sessions begun at a server, by its address and the person's: an address gets three codes an hour, here as anywhere. */
const staffSessions = new Map<string, Session>()

/** A desk of somebody's own, signed in; the second time with the session of the first. */
export async function deskOf(browser: Browser, app: App, email: string): Promise<{ page: Page; t: Words }> {
  const key = `${app.url} ${email}`
  const storageState = staffSessions.get(key)
  const context = await browser.newContext({ baseURL: app.url, viewport: { width: 1280, height: 860 }, locale: "en-GB", storageState })
  const page = await context.newPage()
  if (storageState !== undefined) {
    await page.goto("/desk")
    await expect(page).not.toHaveURL(/sign-in/)
    return { page, t: await wordsOf(page) }
  }
  const t = await signInStaff(page, app, email)
  staffSessions.set(key, await context.storageState())
  return { page, t }
}

/** The desk as a program talks to it, signed in; the second time with the session of the first. */
export async function sessionOf(app: App, email: string): Promise<APIRequestContext> {
  const key = `${app.url} ${email}`
  const storageState = staffSessions.get(key)
  const session = await requests.newContext({ baseURL: app.url, extraHTTPHeaders: { origin: app.url }, storageState })
  if (storageState !== undefined) return session
  const known = await app.outbox.to(email, "sign-in-code")
  await session.post("/desk/sign-in", { form: { email } })
  await session.post("/desk/sign-in/code", { form: { code: await codeIn(app, email, known) } })
  staffSessions.set(key, await session.storageState())
  return session
}

/** Finds a choice by the application's reference, once it has been passed to its university, and opens it. */
export async function openChoice(page: Page, reference: string, name: string): Promise<void> {
  // One hit opens by itself.
  await expect(async () => {
    await page.goto(`/desk/search?q=${encodeURIComponent(reference)}`)
    await expect(page).toHaveURL(/\/desk\/choices\/[0-9a-f-]{36}/, { timeout: 2_000 })
  }).toPass({ timeout: 30_000 })
  await expect(page.getByRole("article").getByRole("heading", { level: 1 })).toContainText(name)
}

/** Reads, offers a place on conditions, and sends the answer without the wait. */
export async function offerPlace(page: Page, t: Words, conditions: string): Promise<void> {
  await startReview(page, t)
  await page.getByRole("link", { name: t("desk.choices.offer") }).click()
  await page.getByRole("textbox", { name: t("desk.offer.conditions") }).fill(conditions)
  await page.getByRole("button", { name: t("desk.offer.send") }).click()
  await page.getByRole("button", { name: t("desk.choices.sendNow") }).click()
  await expect(page.locator("header.who .tag")).toHaveText(t("states.choice.desk.offered"))
}

/** Reads, refuses with a reason and a next step, and sends the answer without the wait. */
export async function refuse(page: Page, t: Words, sentence: string): Promise<void> {
  await startReview(page, t)
  await page.getByRole("link", { name: t("desk.choices.refuse") }).click()
  await page.getByRole("combobox", { name: t("desk.refuse.reason") }).selectOption("places.full")
  await page.getByRole("textbox", { name: t("desk.refuse.sentence") }).fill(sentence)
  await page.getByRole("combobox", { name: t("desk.refuse.nextStep") }).selectOption("nextYear")
  await page.getByRole("button", { name: t("desk.refuse.send") }).click()
  await page.getByRole("button", { name: t("desk.choices.sendNow") }).click()
  await expect(page.locator("header.who .tag")).toHaveText(t("states.choice.desk.refused"))
}

async function startReview(page: Page, t: Words): Promise<void> {
  await page.getByRole("button", { name: t("desk.choices.startReview") }).click()
  await expect(page.getByRole("link", { name: t("desk.choices.offer") })).toBeVisible()
}

/** Writes a campaign of news to readers of one language in one country, and sends it. */
export async function sendCampaign(
  page: Page,
  t: Words,
  letter: { name: string; language: Language; country: string; subject: string; body: string },
): Promise<void> {
  const { language } = letter
  await page.goto("/desk/campaigns/new")
  await page.getByRole("textbox", { name: t("campaigns.form.name") }).fill(letter.name)
  await page.getByRole("button", { name: t("campaigns.form.create") }).click()
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(letter.name)

  await page
    .locator("details", { hasText: t("campaigns.segment.countries") })
    .first()
    .locator("summary")
    .click()
  await page.locator(`input[name=countries][value=${letter.country}]`).check()
  await page.locator(`input[name=languages][value=${language}]`).check()
  await page.getByRole("button", { name: t("campaigns.segment.save") }).click()
  await expect(page.getByText(t("campaigns.done.segment"))).toBeVisible()

  const panel = page.getByRole("article", { name: t(`common.languageName.${language}`) })
  await panel.getByRole("textbox", { name: t("campaigns.messages.subject") }).fill(letter.subject)
  await panel.getByRole("textbox", { name: t("campaigns.messages.body") }).fill(letter.body)
  await panel.getByRole("button", { name: t("campaigns.messages.save", { language: t(`common.languageName.${language}`) }) }).click()
  await expect(page.getByText(t("campaigns.done.message"), { exact: true })).toBeVisible()

  const total = Number(await page.locator("[data-total]").getAttribute("data-total"))
  expect(total).toBeGreaterThan(0)
  await page.getByRole("button", { name: t("campaigns.send.button", { count: total }) }).click()
  await expect(page.locator("[data-state]")).toHaveText(t("states.campaign.sent"), { timeout: 30_000 })
}
