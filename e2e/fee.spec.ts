import type { Browser, BrowserContext, Page } from "@playwright/test"
import { type Language, languageFacts } from "#app/locales/languages.ts"
import { type Candidate, chooseIntakeWithFee, fillApplication, submit } from "./candidate.ts"
import { type App, expect, expectAccessible, expectNoSidewaysScroll, test, webhookSecrets, wordsIn } from "./fixtures.ts"
import { deskOf, offerPlace } from "./staff.ts"
import { signedStripeEvent } from "./stand-ins/stripe.ts"

/* A fee is paid or waived, and holds nothing up. The candidate's half with JavaScript switched off. */

const candidates = {
  fr: { givenName: "Fatou", familyName: "Diop", country: "SN" },
  ar: { givenName: "مريم", familyName: "الطرابلسي", country: "TN" },
}

async function applied(browser: Browser, app: App, candidate: Candidate) {
  const context = await browser.newContext({
    baseURL: app.url,
    javaScriptEnabled: false,
    viewport: { width: 360, height: 740 },
    locale: languageFacts[candidate.language].intl,
  })
  const page = await context.newPage()
  await fillApplication(page, app, candidate)
  await chooseIntakeWithFee(page, candidate.language)
  const reference = await submit(page, candidate)
  return { context, page, reference, name: `${candidate.givenName} ${candidate.familyName}` }
}

/** The way to the fee from the list of choices; it is opened once the choice has been placed. */
async function openFee(page: Page, language: Language): Promise<string> {
  const t = wordsIn(language)
  const link = page.getByRole("link", { name: t("apply.fee.open") })
  await expect(async () => {
    await page.goto(`/${language}/apply`)
    await expect(link).toBeVisible({ timeout: 1_000 })
  }).toPass({ timeout: 20_000 })
  await link.click()
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(t("apply.fee.title"))
  return new URL(page.url()).pathname
}

/** What Stripe posts once a checkout is complete, `times` over, all at once; each answer's status. */
async function complete(app: App, id: string, times: number): Promise<number[]> {
  const event = signedStripeEvent(webhookSecrets.stripe, {
    type: "checkout.session.completed",
    object: { id, object: "checkout.session" },
  })
  const answers = await Promise.all(
    Array.from({ length: times }, () => fetch(`${app.url}/hooks/stripe`, { method: "POST", body: event.body, headers: event.headers })),
  )
  return answers.map(({ status }) => status)
}

/** The same page once more with scripts. */
async function expectOpenToAll(browser: Browser, app: App, signedIn: BrowserContext, path: string) {
  const context = await browser.newContext({
    baseURL: app.url,
    storageState: await signedIn.storageState(),
    viewport: { width: 360, height: 740 },
  })
  const page = await context.newPage()
  await page.goto(path)
  await expectNoSidewaysScroll(page)
  await expectAccessible(page)
  await context.close()
}

for (const language of ["fr", "ar"] as const) {
  const t = wordsIn(language)

  test(`a fee is paid once, by who comes back and by who does not, in ${language}`, async ({ browser, app }) => {
    test.setTimeout(240_000)
    const candidate: Candidate = { ...candidates[language], language, email: `fee.paid.${language}@example.org` }
    const { context, page, reference, name } = await applied(browser, app, candidate)
    const fee = await openFee(page, language)
    await expectOpenToAll(browser, app, context, fee)

    // An unpaid fee keeps nobody from a place.
    const desk = await deskOf(browser, app, "officer@aui.example")
    await desk.page.goto(`/desk/choices/${fee.split("/").at(-1)}`)
    await expect(desk.page.getByRole("article").getByRole("heading", { level: 1 })).toContainText(name)
    await expect(desk.page.locator("main")).toContainText(reference)
    await offerPlace(desk.page, desk.t, "Licence, 12/20")
    await app.outbox.next(candidate.email, "offer-made")

    // Back without paying, and again to the checkout.
    await page.goto(fee)
    const pay = page.locator(`form[action="${fee}/pay"]`).getByRole("button")
    await pay.click()
    await page.getByRole("link", { name: "Back" }).click()
    await expect(page.locator("main")).toContainText(t("apply.fee.cancelledText"))
    await pay.click()
    const id = new URL(page.url()).pathname.split("/").at(-1) ?? ""
    const paid = page.locator("main").getByText(t("apply.fee.paid"))
    if (language === "fr") {
      await page.getByRole("button", { name: "Pay" }).click()
      await expect(paid).toBeVisible()
      expect(await complete(app, id, 2)).toEqual([200, 200])
    } else {
      // Paid, and the page of the gateway closed.
      app.stripe.pay(id)
      expect(await complete(app, id, 2)).toEqual([200, 200])
    }
    await app.outbox.next(candidate.email, "payment-received")
    await page.goto(fee)
    await expect(paid).toBeVisible()
    await expect(pay).toHaveCount(0)
    expect(await complete(app, id, 1)).toEqual([200])
    await desk.page.reload()
    await expect(desk.page.locator("main")).toContainText(desk.t("states.payment.paid"))
    expect(await app.outbox.to(candidate.email, "payment-received")).toHaveLength(1)
    await expectOpenToAll(browser, app, context, fee)
    await Promise.all([context, desk.page.context()].map((one) => one.close()))
  })

  test(`a fee is waived by a head of admissions, in ${language}`, async ({ browser, app }) => {
    test.setTimeout(240_000)
    const candidate: Candidate = { ...candidates[language], language, email: `fee.waived.${language}@example.org` }
    const { context, page, reference } = await applied(browser, app, candidate)
    const fee = await openFee(page, language)
    const why = "800 MAD, c'est un mois de loyer. هذا إيجار شهر."
    await page.getByRole("textbox", { name: t("apply.fee.waiverReason") }).fill(why)
    await page.getByRole("button", { name: t("apply.fee.waiverButton") }).click()
    await expect(page.locator("main")).toContainText(t("apply.fee.waiver_asked"))
    await expectOpenToAll(browser, app, context, fee)

    const path = `/desk/choices/${fee.split("/").at(-1)}`
    const officer = await deskOf(browser, app, "officer@aui.example")
    await officer.page.goto(path)
    await expect(officer.page.locator("main")).toContainText(why)
    await expect(officer.page.locator("main")).toContainText(officer.t("desk.choices.waiverHead"))
    const head = await deskOf(browser, app, "head@aui.example")
    await head.page.goto(path)
    await expect(head.page.locator("main")).toContainText(reference)
    await head.page.getByRole("link", { name: head.t("desk.choices.waiverDecide") }).click()
    await expectAccessible(head.page)
    await head.page.getByRole("textbox", { name: head.t("desk.choices.waiverAnswer") }).fill("✓ 2027")
    await head.page.getByRole("button", { name: head.t("desk.choices.waiverGrant") }).click()
    await expect(head.page.locator("main")).toContainText(head.t("states.payment.waived"))

    await page.goto(fee)
    await expect(page.locator("main")).toContainText(t("apply.fee.waived"))
    await expect(page.locator("main")).toContainText("✓ 2027")
    await expect(page.locator("main form")).toHaveCount(0)
    await expect.poll(async () => (await app.outbox.to(candidate.email)).some(({ text }) => text.includes("✓ 2027"))).toBe(true)
    expect(await app.outbox.to(candidate.email, "payment-received")).toEqual([])
    await Promise.all([context, officer.page.context(), head.page.context()].map((one) => one.close()))
  })
}
