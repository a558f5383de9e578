import type { Page } from "@playwright/test"
import { HtmlValidate } from "html-validate"
import { languageFacts } from "#app/locales/languages.ts"
import { type Candidate, choiceIds, chooseIntakeWithFee, fillApplication, submit } from "./candidate.ts"
import { expect, expectAccessible, expectNoSidewaysScroll, signInCandidate, test, wordsIn } from "./fixtures.ts"
import { deskOf, offerPlace, openChoice } from "./staff.ts"

/* Every page of a candidate's own, in each state it has: valid, open to all, no wider than a small phone. Scripts run. */

const validator = new HtmlValidate({ extends: ["html-validate:standard"] })

async function expectSound(page: Page, paths: readonly string[]) {
  const problems: string[] = []
  for (const path of paths) {
    const sent = await page.request.get(path, { maxRedirects: 0 })
    if (sent.status() !== 200) problems.push(`${path} answers ${sent.status()}`)
    const report = await validator.validateString(await sent.text())
    for (const { messages } of report.results) {
      for (const { ruleId, message, line } of messages) problems.push(`${path}: ${ruleId} ${message} (line ${line})`)
    }
    await page.goto(path)
    await expectNoSidewaysScroll(page)
    await expectAccessible(page)
  }
  expect(problems).toEqual([])
}

for (const language of ["fr", "ar"] as const) {
  const t = wordsIn(language)
  const at = (...rests: string[]) => rests.map((rest) => `/${language}/apply${rest}`)

  test(`the pages of a half-filled draft are sound, in ${language}`, async ({ page, app }) => {
    test.setTimeout(240_000)
    await page.goto(`/${language}/apply/sign-in`)
    await expectAccessible(page)
    await signInCandidate(page, app, language, `half.${language}@example.org`)
    await expectSound(page, at(""))
    await page.goto(`/${language}/apply`)
    await page.getByRole("button", { name: t("apply.start.button") }).click()
    await page.goto(`/${language}/apply/about`)
    await page.getByRole("textbox", { name: t("apply.about.givenNames") }).fill("Awa عوا")
    await page.getByRole("textbox", { name: t("apply.about.day"), exact: true }).fill("31")
    await page.getByRole("textbox", { name: t("apply.about.month"), exact: true }).fill("2")
    await page.getByRole("textbox", { name: t("apply.about.year"), exact: true }).fill("2010")
    await page.getByRole("button", { name: t("apply.saveAndGo") }).click()
    // The page with a problem on it.
    await expect(page.getByRole("alert")).toBeVisible()
    await expectNoSidewaysScroll(page)
    await expectAccessible(page)
    await page.getByRole("textbox", { name: t("apply.about.day"), exact: true }).fill("27")
    await page.getByRole("button", { name: t("apply.saveAndGo") }).click()
    await expect(page).toHaveURL(/apply\/guardian$/)
    await page.goto(`/${language}/apply/choices?level=all`)
    await page.locator("ul.intakes > li").getByRole("button").first().click()
    await expect(page.locator("ol.ranked > li")).toHaveCount(1)
    await expectSound(
      page,
      at(
        "",
        "/about",
        "/guardian",
        "/education",
        "/education/secondary",
        "/education/secondary?country=SN",
        "/education/degree",
        "/choices",
        "/choices?level=phd",
        "/motivation",
        "/funding",
        "/review",
        "/print",
      ),
    )
  })

  test(`the pages of a sent application and of an offer are sound, in ${language}`, async ({ page, app, browser }) => {
    test.setTimeout(240_000)
    const candidate: Candidate = {
      language,
      ...(language === "fr"
        ? { givenName: "Aminata", familyName: "Kone", country: "CI" }
        : { givenName: "هدى", familyName: "الزهراني", country: "DZ" }),
      email: `sound.${language}@example.org`,
    }
    await fillApplication(page, app, candidate)
    await chooseIntakeWithFee(page, language)
    await expectSound(page, at("/review", "/choices"))
    const reference = await submit(page, candidate)
    await expect(page.locator("html")).toHaveAttribute("dir", languageFacts[language].direction)
    await app.outbox.next(candidate.email, "application-submitted")
    const [first = "", , withFee = ""] = await choiceIds(page, language)
    await expect.poll(async () => (await page.request.get(`/${language}/apply/fee/${withFee}`)).status(), { timeout: 20_000 }).toBe(200)
    await expectSound(
      page,
      at(
        "",
        "/submitted",
        "/print",
        "/guardian",
        `/choices/${first}`,
        `/choices/${first}/withdraw`,
        `/choices/${withFee}`,
        `/fee/${withFee}`,
      ),
    )

    const desk = await deskOf(browser, app, "officer@um6p.example")
    await openChoice(desk.page, reference, candidate.givenName)
    await offerPlace(desk.page, desk.t, "Bac, 12/20")
    await app.outbox.next(candidate.email, "offer-made")
    const second = new URL(desk.page.url()).pathname.split("/").at(-1) ?? ""
    await expectSound(page, at("", `/choices/${second}`, `/choices/${second}/accept`, `/choices/${second}/decline`))
    await desk.page.context().close()
  })
}
