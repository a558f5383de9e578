import { languages } from "#app/locales/languages.ts"
import { deskOf } from "../staff.ts"
import { expect, expectAccessible, expectNoSidewaysScroll, test, wordsIn } from "../fixtures.ts"

const inText = /[A-Z][2-9A-Z]{3}-[2-9A-Z]{4}/

for (const language of languages) {
  test.describe(`in ${language}, without JavaScript`, () => {
    test.use({ javaScriptEnabled: false })

    test("the code of a mail is ours and tells nothing of its reader; what is not ours is said to be so", async ({ page, app }) => {
      const t = wordsIn(language)
      const email = `check.${language}@example.org`
      await page.goto(`/${language}/enquire`)
      await page.getByLabel(t("enquire.firstName")).fill("Mariama")
      await page.getByRole("textbox", { name: t("enquire.email") }).fill(email)
      await page.getByLabel(t("enquire.country")).selectOption("SN")
      await page.getByRole("button", { name: t("enquire.send") }).click()
      const mail = await app.outbox.next(email, "enquiry-made")
      expect(mail.text).toContain(`/${language}/check`)
      const code = inText.exec(mail.text)?.[0] ?? ""

      await page
        .getByRole("contentinfo")
        .getByRole("link", { name: t("trust.foot") })
        .click()
      const ask = async (text: string) => {
        await page.getByLabel(t("trust.what")).fill(text)
        await page.getByRole("button", { name: t("trust.check"), exact: true }).click()
      }
      await ask(` ${code.replace("-", " ").toLowerCase()} `)
      const answer = page.getByRole("status")
      await expect(answer).toContainText(t("trust.code.yes"))
      await expect(answer).toContainText(t("trust.about.enquiry"))
      expect(await answer.innerText()).not.toMatch(/Mariama|example\.org/)
      await page.setViewportSize({ width: 320, height: 740 })
      await expectNoSidewaysScroll(page)

      await ask(code.slice(0, -1) + (code.endsWith("2") ? "3" : "2"))
      await expect(answer).toContainText(t("trust.mistyped"))
      await ask("bourses@aui-maroc.example")
      await expect(answer).toContainText(t("trust.email.foreign"))
      await ask("+٢٢١ ٧٧ ١٢٣ ٤٥ ٦٧")
      await expect(answer).toContainText(t("trust.phone"))
      await ask("")
      await expect(page.getByRole("alert")).toBeVisible()
      await ask("https://aui.ma@bourses.example/payer")
      await expect(answer).toContainText("bourses.example")
      await expect(answer).toContainText(t("trust.site.foreign"))
      await answer.getByRole("link", { name: t("trust.report.link") }).click()

      const witness = `witness.${language}@example.org`
      await page.getByLabel(t("trust.report.email")).fill("no address")
      await page.getByRole("button", { name: t("trust.report.send") }).click()
      await expect(page.getByRole("alert").getByRole("link")).toHaveCount(3)
      await expect(page.getByLabel(t("trust.report.email"))).toHaveValue("no address")
      await page.getByLabel(t("trust.report.channel")).selectOption("whatsapp")
      await page.getByLabel(t("trust.report.message")).fill(`15 000 FCFA (${language})`)
      await page.getByLabel(t("trust.report.money")).check()
      await page.getByLabel(t("trust.report.email")).fill(witness)
      await page.getByRole("button", { name: t("trust.report.send") }).click()
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(t("trust.report.thanks"))
      await expectNoSidewaysScroll(page)
      expect((await app.outbox.next(witness, "report-made")).language).toBe(language)
    })
  })

  test(`in ${language} the page with its answer shuts nobody out`, async ({ page }) => {
    const t = wordsIn(language)
    await page.goto(`/${language}/check`)
    await page.getByLabel(t("trust.what")).fill("my.aui.ma")
    await page.getByRole("button", { name: t("trust.check"), exact: true }).click()
    await expect(page.getByRole("status")).toBeVisible()
    await expectAccessible(page)
  })
}

test("a report comes to the desk, is taken up and closed, and whoever told us learns what was found", async ({ browser, app }) => {
  const witness = "desk.witness@example.org"
  await fetch(`${app.url}/fr/check/report`, {
    method: "POST",
    redirect: "manual",
    headers: { origin: app.url },
    body: new URLSearchParams({ channel: "sms", message: "Payez pour votre place", email: witness, about: "AUI" }),
  })
  const { page } = await deskOf(browser, app, "officer@aui.example")
  const t = wordsIn("en")
  await page.goto("/desk/reports?state=new")
  await page.getByRole("row", { name: "Payez pour votre place" }).getByRole("link").click()
  await page.getByRole("button", { name: t("desk.reportsPage.look") }).click()
  await expect(page.getByRole("status")).toHaveText(t("desk.did.report-taken"))
  await page.getByRole("button", { name: t("desk.reportsPage.close") }).click()
  await expect(page.getByRole("alert")).toBeVisible()
  await page.getByLabel(t("desk.reportsPage.verdicts.fake")).check()
  await page.getByLabel(t("desk.reportsPage.words")).fill("Known sender.")
  await page.getByRole("button", { name: t("desk.reportsPage.close") }).click()
  await expect(page.getByRole("status")).toHaveText(t("desk.did.report-closed"))
  await expect(page.getByRole("button", { name: t("desk.reportsPage.close") })).toHaveCount(0)
  expect((await app.outbox.next(witness, "report-closed")).language).toBe("fr")
  await page.context().close()
})
