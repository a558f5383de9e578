import { languageFacts } from "#app/locales/languages.ts"
import { type Candidate, choiceIds, fillApplication, submit } from "./candidate.ts"
import { expect, expectAccessible, expectNoSidewaysScroll, test, wordsIn } from "./fixtures.ts"
import { deskOf, openChoice } from "./staff.ts"

/* An officer asks for more, the candidate answers, thinks again, and thinks once more. The candidate has no JavaScript. */

const candidates = {
  fr: { givenName: "Fatou", familyName: "Traoré", country: "ML", asked: "Où avez-vous eu ces notes ?", answer: "Au lycée de Ségou." },
  ar: { givenName: "ليلى", familyName: "الحسني", country: "DZ", asked: "أين حصلت على هذه النقط؟", answer: "في ثانوية وهران." },
}

for (const language of ["fr", "ar"] as const) {
  test(`asked for more, the candidate answers, withdraws all and puts it back, in ${language}`, async ({ browser, app }) => {
    const t = wordsIn(language)
    const { asked, answer, ...own } = candidates[language]
    const candidate: Candidate = { ...own, language, email: `second.${language}@example.org` }
    const name = `${candidate.givenName} ${candidate.familyName}`
    const phone = await browser.newContext({
      baseURL: app.url,
      javaScriptEnabled: false,
      viewport: { width: 360, height: 740 },
      locale: languageFacts[language].intl,
    })
    const page = await phone.newPage()
    await fillApplication(page, app, candidate)
    const reference = await submit(page, candidate)
    const [first = "", second = ""] = await choiceIds(page, language)
    const path = `/${language}/apply/choices/${first}`

    const { page: desk, t: d } = await deskOf(browser, app, "officer@aui.example")
    await openChoice(desk, reference, name)
    await desk.getByRole("button", { name: d("desk.choices.startReview") }).click()
    await desk.getByRole("link", { name: d("desk.steps.ask") }).click()
    await desk.getByRole("textbox", { name: d("desk.steps.words") }).fill(asked)
    await desk.getByRole("button", { name: d("desk.steps.askSend") }).click()
    await expect(desk.locator("header.who .tag")).toHaveText(d("states.choice.desk.info_requested"))

    const mail = await app.outbox.next(candidate.email, "info-requested")
    expect(mail.language).toBe(language)
    await page.goto(path)
    await expect(page.getByText(asked)).toBeVisible()
    await page.getByRole("link", { name: t("apply.steps.answer") }).click()
    await page.getByRole("button", { name: t("apply.steps.send") }).click()
    await expect(page.getByRole("alert")).toBeVisible()
    await page.getByRole("textbox", { name: t("apply.steps.answerLabel") }).fill(answer)
    await page.getByRole("button", { name: t("apply.steps.send") }).click()
    await expect(page).toHaveURL(new RegExp(`${path}$`))
    await expect(page.getByText(answer)).toBeVisible()
    await desk.reload()
    await expect(desk.getByText(answer)).toBeVisible()

    await page.goto(`/${language}/apply`)
    await page.getByRole("link", { name: t("apply.whole.link") }).click()
    await expect(page.locator("main ul.plain > li")).toHaveCount(2)
    await page.getByRole("button", { name: t("apply.whole.button") }).click()
    await expect(page.getByText(t("apply.whole.done"))).toBeVisible()
    await expectNoSidewaysScroll(page)
    await desk.reload()
    await expect(desk.locator("header.who .tag")).toHaveText(d("states.choice.desk.withdrawn"))

    const withdrawn = await browser.newContext({ baseURL: app.url, storageState: await phone.storageState() })
    const seen = await withdrawn.newPage()
    await seen.goto(`/${language}/apply`)
    await expectAccessible(seen)
    await withdrawn.close()

    await page.getByRole("button", { name: t("apply.whole.undoButton") }).click()
    await expect(page.getByText(t("apply.whole.done"))).toHaveCount(0)
    for (const id of [first, second]) await expect(page.locator(`a[href="/${language}/apply/choices/${id}"]`).first()).toBeVisible()
    await page.goto(path)
    await expect(page.getByText(answer)).toBeVisible()
    await desk.reload()
    await expect(desk.locator("header.who .tag")).not.toHaveText(d("states.choice.desk.withdrawn"))
    await Promise.all([phone.close(), desk.context().close()])
  })
}
