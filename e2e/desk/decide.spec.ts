import { type Browser, type Page } from "@playwright/test"
import { isLanguage } from "#app/locales/languages.ts"
import { type App, expect, test, wordsIn } from "../fixtures.ts"
import { deskOf, type Words } from "../staff.ts"

/* Decisions at the desk: two officers at once, the ten minutes, and the same forms without scripts. */

/** Opens a file in review that no test has decided yet; gives its address and where its candidate is written to. */
async function openInReview(page: Page): Promise<{ path: string; email: string }> {
  await page.goto("/desk/choices?state=in_review")
  await page.locator("[data-row]").first().click()
  await expect(page.getByRole("article")).toBeVisible()
  const mailto = (await page.locator('article a[href^="mailto:"]').first().getAttribute("href")) ?? ""
  return { path: new URL(page.url()).pathname, email: mailto.replace("mailto:", "") }
}

async function decisionMails(app: App, email: string): Promise<number> {
  return (await app.outbox.to(email, "offer-made")).length + (await app.outbox.to(email, "choice-refused")).length
}

/** The same session in a browser that runs no scripts. */
async function withoutScripts(browser: Browser, app: App, page: Page): Promise<Page> {
  const context = await browser.newContext({
    baseURL: app.url,
    javaScriptEnabled: false,
    storageState: await page.context().storageState(),
    viewport: { width: 1280, height: 860 },
  })
  return context.newPage()
}

const stateOf = (page: Page) => page.locator("header.who .tag")

async function offer(page: Page, t: Words, conditions: string): Promise<void> {
  await page.getByRole("textbox", { name: t("desk.offer.conditions") }).fill(conditions)
  await page.getByRole("button", { name: t("desk.offer.send") }).click()
}

test("of two who decide one choice, one offers and the other is told and writes nothing; the offer is taken back, then sent", async ({
  browser,
  app,
}) => {
  const officer = await deskOf(browser, app, "officer@aui.example")
  const head = await deskOf(browser, app, "head@aui.example")
  const { path, email } = await openInReview(officer.page)
  const before = await decisionMails(app, email)
  await officer.page.goto(`${path}/offer`)
  await head.page.goto(`${path}/offer`)

  await offer(officer.page, officer.t, "First to decide")
  await expect(officer.page.locator("section.leaving")).toBeVisible()
  await offer(head.page, head.t, "Second to decide")
  await expect(head.page.getByRole("alert")).toContainText(head.t("refusals.changed-meanwhile"))
  await expect(head.page.locator("section.leaving")).toBeVisible()
  await head.page.goto(path)
  await expect(head.page.locator("main")).toContainText("First to decide")
  await expect(head.page.locator("main")).not.toContainText("Second to decide")

  await officer.page.getByRole("button", { name: officer.t("desk.choices.takeBack") }).click()
  await expect(stateOf(officer.page)).toHaveText(officer.t("states.choice.desk.in_review"))
  await expect(officer.page.getByRole("link", { name: officer.t("desk.choices.offer") })).toBeVisible()
  expect(await decisionMails(app, email)).toBe(before)

  const plain = await withoutScripts(browser, app, officer.page)
  await plain.goto(`${path}/offer`)
  await offer(plain, officer.t, "Offered without scripts")
  await expect(plain.locator("section.leaving")).toBeVisible()
  await plain.getByRole("button", { name: officer.t("desk.choices.sendNow") }).click()
  await expect(stateOf(plain)).toHaveText(officer.t("states.choice.desk.offered"))
  await expect.poll(() => decisionMails(app, email)).toBe(before + 1)
  for (const page of [plain, officer.page, head.page]) await page.context().close()
})

test("a refusal shows what its candidate will read before it is sent, with and without scripts", async ({ browser, app }) => {
  const { page, t } = await deskOf(browser, app, "officer@aui.example")
  const { path } = await openInReview(page)
  const plain = await withoutScripts(browser, app, page)
  for (const one of [page, plain]) {
    await one.goto(`${path}/refuse`)
    await one.getByRole("combobox", { name: t("desk.refuse.reason") }).selectOption("entry.result")
    await one.getByRole("textbox", { name: t("desk.refuse.sentence") }).fill("Come and see us in spring.")
    await one.getByRole("combobox", { name: t("desk.refuse.nextStep") }).selectOption("nextYear")
    if (one === plain) await one.getByRole("button", { name: t("desk.refuse.preview") }).click()
    const letter = one.locator(".preview [lang]")
    const language = await letter.getAttribute("lang")
    if (!isLanguage(language)) throw new Error(`The letter is in no language of ours: ${language}`)
    const theirs = wordsIn(language)
    await expect(letter).toContainText(theirs("admissions.reason.entry.result.sentence"))
    await expect(letter).toContainText("Come and see us in spring.")
    await expect(letter).toContainText(theirs("admissions.nextStep.nextYear.sentence"))
  }
  // Looking decided nothing.
  await page.goto(path)
  await expect(stateOf(page)).toHaveText(t("states.choice.desk.in_review"))
  await plain.getByRole("button", { name: t("desk.refuse.send") }).click()
  await expect(plain.locator("section.leaving")).toBeVisible()
  await plain.getByRole("button", { name: t("desk.choices.takeBack") }).click()
  await expect(stateOf(plain)).toHaveText(t("states.choice.desk.in_review"))
  for (const one of [plain, page]) await one.context().close()
})
