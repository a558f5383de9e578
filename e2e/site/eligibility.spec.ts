import { gzipSync } from "node:zlib"
import { HtmlValidate } from "html-validate"
import { languages } from "#app/locales/languages.ts"
import { expect, expectAccessible, expectNoSidewaysScroll, test, wordsIn } from "../fixtures.ts"

/** Three who come from a search engine to a programme's page, each in their language. */
const visitors = [
  {
    who: "a holder of a WASSCE",
    language: "en",
    country: "NG",
    credential: "WASSCE (WAEC)",
    outside: "A1 Z9",
    result: "b2 b3 c4 c5 c6",
    taught: "en",
    programme: "aui-computer-science",
    answer: "eligibility.answer.missing",
  },
  {
    who: "a holder of a Baccalauréat",
    language: "fr",
    country: "SN",
    credential: "Baccalauréat",
    outside: "21",
    result: "13,5",
    taught: "fr",
    programme: "um6p-architecture",
    answer: "eligibility.answer.eligible",
  },
  {
    who: "a holder of a Thanaweya",
    language: "ar",
    country: "EG",
    credential: "Thanaweya Amma (General Secondary Education Certificate)",
    outside: "410",
    result: "٨٢٫٥",
    taught: "ar",
    programme: "um6p-governance-bachelor",
    answer: "eligibility.answer.eligible",
  },
] as const

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false })

  for (const { who, language, country, credential, outside, result, taught, programme, answer } of visitors) {
    test(`${who} goes from a programme's page to an answer, and keeps it`, async ({ page, app }) => {
      const t = wordsIn(language)
      await page.goto(`/${language}/programmes/${programme}`)
      const title = await page.getByRole("heading", { level: 1 }).innerText()
      await page.getByRole("link", { name: t("eligibility.link") }).click()
      const next = () => page.getByRole("button", { name: t("eligibility.next"), exact: true }).click()
      await page.getByLabel(t("eligibility.countryLabel")).selectOption(country)
      await next()
      await page.getByLabel(credential).check()
      await next()
      await page.getByLabel(t("eligibility.resultLabel")).fill(outside)
      const [refused] = await Promise.all([page.waitForResponse((response) => response.request().isNavigationRequest()), next()])
      expect(refused.status()).toBe(400)
      // The sentence beside the field names the scale, and what was typed stands.
      await expect(page.locator(".wrong-why")).toBeVisible()
      await expect(page.getByLabel(t("eligibility.resultLabel"))).toHaveValue(outside)
      await page.getByLabel(t("eligibility.resultLabel")).fill(result)
      await next()
      await page
        .getByRole("group", { name: t("eligibility.taughtLabel") })
        .getByLabel(t(`common.languageName.${taught}`))
        .check()
      await expectNoSidewaysScroll(page)
      await page.getByRole("button", { name: t("eligibility.see") }).click()

      await expect(page.getByRole("heading", { level: 1 })).toHaveText(t("eligibility.resultTitle"))
      const first = page.locator(".intakes > li").first()
      await expect(first.getByRole("heading")).toHaveText(title)
      await expect(first.locator(".st")).toHaveText(t(answer, { count: 1 }))
      await expectNoSidewaysScroll(page)
      const path = new URL(page.url()).pathname
      expect(path.length).toBeLessThan(60)
      const tampered = await fetch(`${app.url}${path.slice(0, -1)}${path.endsWith("a") ? "b" : "a"}`)
      await tampered.arrayBuffer()
      expect(tampered.status).toBe(404)

      await first
        .getByRole("link", { name: t("eligibility.keep"), exact: false })
        .or(first.getByRole("link", { name: t("eligibility.keepOpens"), exact: false }))
        .first()
        .click()
      await expect(page.getByText(t("eligibility.carried"))).toBeVisible()
      await expect(page.getByLabel(t("enquire.country"))).toHaveValue(country)
      const email = `checked.${country.toLowerCase()}@example.org`
      await page.getByLabel(t("enquire.firstName")).fill("Amina")
      await page.getByRole("textbox", { name: t("enquire.email") }).fill(email)
      await page.getByRole("button", { name: t("enquire.send") }).click()
      await app.outbox.next(email, "enquiry-made")
    })
  }

  test("a certificate on no list is never a no: a person looks, and the enquiry waits", async ({ page }) => {
    const t = wordsIn("en")
    await page.goto("/en/eligibility?country=SO&credential=another&result=&taught=&level=bachelor")
    await expect(page.getByText(t("eligibility.lookTitle"))).toBeVisible()
    await expect(page.locator('head meta[property="og:title"]')).toHaveAttribute("content", t("eligibility.title"))
    await expect(page.locator('head meta[name="robots"]')).toHaveAttribute("content", "noindex")
    const words = await page.locator(".intakes .st").allInnerTexts()
    expect(words).toContain(t("eligibility.answer.look"))
    expect(words).not.toContain(t("eligibility.answer.eligible"))
    await page.getByRole("link", { name: t("eligibility.lookAct") }).click()
    await expect(page.locator("form[method=post]")).toBeVisible()
  })

  test("a word that the page does not know is left out with a note", async ({ page }) => {
    const t = wordsIn("fr")
    await page.goto("/fr/eligibility?country=XX")
    await expect(page.getByText(t("eligibility.unknown", { words: "XX" }))).toBeVisible()
    await page.goto("/fr/eligibility?country=SN&credential=sn-1&result=12&taught=&level=diploma")
    await expect(page.getByText(t("eligibility.unknown", { words: "diploma" }))).toBeVisible()
    await page.getByRole("button", { name: t("eligibility.see") }).click()
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(t("eligibility.resultTitle"))
    // Another language keeps the answers.
    await page.getByRole("link", { name: "English" }).click()
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(wordsIn("en")("eligibility.resultTitle"))
  })
})

for (const language of languages) {
  test(`in ${language} every question and the answer are valid, open to all, and light`, async ({ page, app }) => {
    const validator = new HtmlValidate({ extends: ["html-validate:standard"] })
    const upTo = ["", "country=SN", "credential=sn-1", "result=13.5", "taught=&taught=fr", "level=bachelor"].map(
      (_, place, parts) => `?${parts.slice(1, place + 1).join("&")}`,
    )
    const others = ["?country=SN&credential=bachelor", "?country=SO&credential=so-1", "?country=SN&credential=sn-1&result=21"]
    for (const question of [...upTo, ...others]) {
      const response = await fetch(`${app.url}/${language}/eligibility${question}`)
      const html = await response.text()
      const report = await validator.validateString(html)
      expect(report.results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${question}: ${ruleId} ${message}`))).toEqual(
        [],
      )
      expect(gzipSync(html).length, response.url).toBeLessThan(14_000)
    }
    // A problem beside its field, and the answer.
    for (const question of [others.at(-1), upTo.at(-1)]) {
      await page.goto(`/${language}/eligibility${question}`)
      await expectAccessible(page)
      await expectNoSidewaysScroll(page)
    }
  })
}
