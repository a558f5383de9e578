import type { Browser, BrowserContext, Page } from "@playwright/test"
import { languageFacts, languages, type Language } from "#app/locales/languages.ts"
import { askAboutProgramme, choiceIds, confirmAddress, fillApplication, submit, type Candidate } from "./candidate.ts"
import { expect, expectAccessible, expectNoSidewaysScroll, test, wordsIn, type App } from "./fixtures.ts"
import { deskOf, offerPlace, openChoice, refuse, sendCampaign } from "./staff.ts"

/* One candidate's whole road, in each language: the candidate's half with JavaScript switched off. */

const candidates: Record<Language, Omit<Candidate, "language" | "email">> = {
  fr: { givenName: "Awa", familyName: "Ndiaye", country: "SN" },
  en: { givenName: "Chidi", familyName: "Okonkwo", country: "NG" },
  ar: { givenName: "سلمى", familyName: "بن عيسى", country: "TN" },
}

for (const language of languages) {
  test(`the road from the home page to a place and a campaign, in ${language}`, async ({ browser, app }) => {
    test.setTimeout(300_000)
    const t = wordsIn(language)
    const candidate: Candidate = { ...candidates[language], language, email: `road.${language}@example.org` }
    const name = `${candidate.givenName} ${candidate.familyName}`
    const phone = await browser.newContext({
      baseURL: app.url,
      javaScriptEnabled: false,
      viewport: { width: 360, height: 740 },
      locale: languageFacts[language].intl,
    })
    const page = await phone.newPage()
    const visited = new Set<string>()
    const problems: string[] = []
    page.on("response", (response) => {
      if (response.request().isNavigationRequest() && response.status() >= 400) problems.push(`${response.status()} ${response.url()}`)
    })
    page.on("framenavigated", () => visited.add(new URL(page.url()).pathname))

    await askAboutProgramme(page, candidate)
    await confirmAddress(page, app, candidate)
    await fillApplication(page, app, candidate)
    const reference = await submit(page, candidate)
    const [first, second] = await choiceIds(page, language)
    if (first === undefined || second === undefined) throw new Error("The application has not two choices")
    await app.outbox.next(candidate.email, "application-submitted")

    const aui = await deskOf(browser, app, "officer@aui.example")
    const um6p = await deskOf(browser, app, "officer@um6p.example")
    for (const [desk, own, other] of [
      [aui, first, second],
      [um6p, second, first],
    ] as const) {
      await openChoice(desk.page, reference, name)
      expect(new URL(desk.page.url()).pathname).toBe(`/desk/choices/${own}`)
      await expectAccessible(desk.page)
      expect((await desk.page.request.get(`/desk/choices/${other}`)).status()).toBe(404)
    }
    await offerPlace(aui.page, aui.t, "Bac, 12/20")
    await refuse(um6p.page, um6p.t, "2027 ✓")

    await app.outbox.next(candidate.email, "offer-made")
    const refusal = await app.outbox.next(candidate.email, "choice-refused")
    expect(refusal.text).toContain(t("admissions.reason.places.full.sentence"))
    await page.goto(`/${language}/apply/choices/${second}`)
    await expect(page.getByText("2027 ✓")).toBeVisible()
    await page.goto(`/${language}/apply/choices/${first}`)
    await expect(page.getByText("Bac, 12/20")).toBeVisible()
    await page.getByRole("link", { name: t("apply.offer.accept") }).click()
    await page.getByRole("button", { name: t("apply.accept.button") }).click()
    await page.goto(`/${language}/apply/choices/${first}`)
    await expect(page.locator("main")).toContainText(t("apply.status.answers.conditions_pending"))
    await app.outbox.next(candidate.email, "offer-accepted")

    await expectOpenToAll(browser, app, await phone.storageState(), visited, language)
    await campaignReaches(browser, app, candidate, page)
    expect(problems).toEqual([])
    await Promise.all([phone, aui.page.context(), um6p.page.context()].map((context) => context.close()))
  })
}

type Session = Awaited<ReturnType<BrowserContext["storageState"]>>

/** Every page that was walked, once more with scripts: nothing shuts anybody out, nothing scrolls sideways. */
async function expectOpenToAll(browser: Browser, app: App, session: Session, paths: ReadonlySet<string>, language: Language) {
  const context = await browser.newContext({ baseURL: app.url, storageState: session, viewport: { width: 360, height: 740 } })
  const page = await context.newPage()
  const errors: string[] = []
  page.on("console", (message) => {
    if (message.type() === "error") errors.push(message.text())
  })
  for (const path of [...paths, `/${language}/apply/about`, `/${language}/apply/print`]) {
    if (!path.startsWith(`/${language}`)) continue
    await page.goto(path)
    await expect(page.locator("html")).toHaveAttribute("dir", languageFacts[language].direction)
    await expectNoSidewaysScroll(page)
    await expectAccessible(page)
  }
  expect(errors).toEqual([])
  await context.close()
}

/** A campaign of Al Akhawayn reaches the candidate once; one press unsubscribes, without signing in. */
async function campaignReaches(browser: Browser, app: App, candidate: Candidate, page: Page) {
  const { language } = candidate
  const t = wordsIn(language)
  const desk = await deskOf(browser, app, "campaigns@aui.example")
  const subject = `Ifrane ${language} 2027`
  await sendCampaign(desk.page, desk.t, {
    name: `Road ${language}`,
    language,
    country: candidate.country,
    subject,
    body: "{{given_name}} ✓",
  })
  const copies = () => app.resend.sent.filter((message) => message.to === candidate.email && message.subject === subject)
  await expect.poll(() => copies().length).toBe(1)
  const [copy] = copies()
  expect(copy?.html).toContain(candidate.givenName)
  expect(copy?.html).toContain(`dir="${languageFacts[language].direction}"`)
  expect(copy?.headers["List-Unsubscribe-Post"]).toBe("List-Unsubscribe=One-Click")
  const link = /<(https?:[^>]+)>/.exec(copy?.headers["List-Unsubscribe"] ?? "")?.[1] ?? ""

  // A program that follows links withdraws nothing; the reader's mail program posts, from no page of ours.
  await page.goto(link)
  const news = () =>
    page
      .getByRole("group", { name: t("people.channel.email") })
      .getByRole("checkbox", { name: t("people.preferences.news", { university: t("common.universityShort.AUI") }) })
  await expect(news()).toBeChecked()
  const preferences = page.url()
  const response = await fetch(link, {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: "List-Unsubscribe=One-Click",
  })
  expect(response.status).toBe(200)
  await page.goto(preferences)
  await expect(news()).not.toBeChecked()
  await desk.page.context().close()
}
