import type { Browser, BrowserContext } from "@playwright/test"
import { type Language, languageFacts } from "#app/locales/languages.ts"
import { askAboutProgramme, type Candidate, confirmAddress, fillApplication, submit } from "./candidate.ts"
import { type App, expect, expectAccessible, expectNoSidewaysScroll, test, wordsIn } from "./fixtures.ts"
import { linksIn } from "./outbox.ts"
import { deskOf, openChoice } from "./staff.ts"

/* Two roads that are not everybody's: who is not yet of age, and who has one name. JavaScript is switched off. */

const young = {
  fr: { givenName: "Ousmane", familyName: "Sarr", country: "SN", guardian: "Aïssatou Sarr" },
  ar: { givenName: "ياسين", familyName: "المالكي", country: "TN", guardian: "نادية المالكي" },
}

function phoneOf(browser: Browser, app: App, language: Language): Promise<BrowserContext> {
  return browser.newContext({
    baseURL: app.url,
    javaScriptEnabled: false,
    viewport: { width: 360, height: 740 },
    locale: languageFacts[language].intl,
  })
}

/** Pages once more with scripts. */
async function expectOpenToAll(browser: Browser, app: App, signedIn: BrowserContext, paths: readonly string[]) {
  const context = await browser.newContext({
    baseURL: app.url,
    storageState: await signedIn.storageState(),
    viewport: { width: 360, height: 740 },
  })
  const page = await context.newPage()
  for (const path of paths) {
    await page.goto(path)
    await expectNoSidewaysScroll(page)
    await expectAccessible(page)
  }
  await context.close()
}

for (const language of ["fr", "ar"] as const) {
  const t = wordsIn(language)

  test(`a minor's application waits for the guardian, then goes, in ${language}`, async ({ browser, app }) => {
    test.setTimeout(240_000)
    const { guardian, ...own } = young[language]
    const candidate: Candidate = { ...own, language, email: `young.${language}@example.org`, birthYear: new Date().getFullYear() - 16 }
    const adult = `guardian.${language}@example.org`
    const phone = await phoneOf(browser, app, language)
    const page = await phone.newPage()
    await fillApplication(page, app, candidate)
    await page.goto(`/${language}/apply/review`)
    await expect(page.locator("main")).toContainText(t("apply.missing.guardian"))
    await expect(page.getByRole("button", { name: t("apply.review.send") })).toHaveCount(0)

    await page.goto(`/${language}/apply/guardian`)
    await expect(page.locator("main")).toContainText(t("apply.guardian.whyMinor"))
    await page.getByRole("textbox", { name: t("apply.guardian.name") }).fill(guardian)
    await page.getByRole("combobox", { name: t("apply.guardian.relation") }).selectOption("mother")
    await page.getByRole("textbox", { name: t("apply.guardian.email") }).fill(candidate.email.toUpperCase())
    await page.getByRole("button", { name: t("apply.guardian.ask") }).click()
    await expect(page.getByRole("alert")).toContainText(t("refusals.people.guardian-own-address"))
    await expect(page.getByRole("textbox", { name: t("apply.guardian.name") })).toHaveValue(guardian)
    await page.getByRole("textbox", { name: t("apply.guardian.email") }).fill(adult)
    await page.getByRole("button", { name: t("apply.guardian.ask") }).click()
    await expect(page.locator("main .done")).toContainText(guardian)

    await page.goto(`/${language}/apply/review`)
    await expect(page.locator("main")).toContainText(t("apply.review.guardianWaits", { name: guardian }))
    await page.getByRole("checkbox", { name: t("apply.review.declare") }).check()
    await page.getByRole("button", { name: t("apply.review.send") }).click()
    await expect(page.getByRole("alert")).toContainText(t("refusals.applications.guardian-waits", { name: guardian }))
    expect(await app.outbox.to(candidate.email, "application-submitted")).toEqual([])

    const mail = await app.outbox.next(adult, "guardian-asked")
    expect(mail.language).toBe(language)
    const link = linksIn(mail).find((href) => href.includes("/guardian/")) ?? ""
    const theirs = await phoneOf(browser, app, language)
    const answer = await theirs.newPage()
    await answer.goto(link)
    await expect(answer.locator("main")).toContainText(`${candidate.givenName} ${candidate.familyName}`)
    const path = new URL(answer.url()).pathname
    await expectOpenToAll(browser, app, phone, [`/${language}/apply`, `/${language}/apply/guardian`, `/${language}/apply/review`, path])
    // A program that follows the mail's link agrees to nothing: the button does.
    await page.goto(`/${language}/apply/review`)
    await expect(page.locator("main")).toContainText(t("apply.review.guardianWaits", { name: guardian }))
    await answer.getByRole("button", { name: t("people.guardian.button") }).click()
    await expect(answer.getByRole("heading", { level: 1 })).toHaveText(t("people.guardian.agreedTitle"))

    await submit(page, candidate)
    await app.outbox.next(candidate.email, "application-submitted")
    await Promise.all([phone.close(), theirs.close()])
  })
}

test("who has one name asks, applies and is read under it", async ({ browser, app }) => {
  test.setTimeout(240_000)
  const candidate: Candidate = { language: "fr", givenName: "Mamadi", familyName: "", country: "GN", email: "one.name@example.org" }
  const phone = await phoneOf(browser, app, candidate.language)
  const page = await phone.newPage()
  await askAboutProgramme(page, candidate)
  await confirmAddress(page, app, candidate)
  await fillApplication(page, app, candidate)
  const reference = await submit(page, candidate)
  const mails = await app.outbox.to(candidate.email)
  expect(mails.length).toBeGreaterThan(1)
  for (const { subject, text } of mails) expect(`${subject}\n${text}`).not.toMatch(/Mamadi +,|undefined|null/)
  const desk = await deskOf(browser, app, "officer@aui.example")
  await openChoice(desk.page, reference, "Mamadi")
  expect((await desk.page.getByRole("article").getByRole("heading", { level: 1 }).innerText()).trim()).toBe("Mamadi")
  await Promise.all([phone.close(), desk.page.context().close()])
})
