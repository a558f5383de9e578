import { expect, test, wordsIn } from "../fixtures.ts"
import { deskOf } from "../staff.ts"

/* A rule of eligibility at the desk, and what the public check says by it. */

test("a head changes a rule: the public check answers by it at once, and a former version is put back", async ({
  browser,
  app,
  page: visitor,
}) => {
  const { page, t } = await deskOf(browser, app, "head@um6p.example")
  const read = wordsIn("en")
  const answerFor = async (result: string) => {
    await visitor.goto(`/en/eligibility?about=um6p-architecture&country=SN&credential=sn-1&result=${result}&taught=&taught=fr&level=`)
    return visitor.locator(".intakes .st").first().innerText()
  }
  expect(await answerFor("12")).toBe(read("eligibility.answer.eligible"))

  await page.goto("/desk/rules")
  await page.getByRole("link", { name: t("eligibility.rule.scale", { scale: t("catalogue.scale.bac20") }) }).click()
  const minimum = page.getByLabel(t("eligibility.rule.minimum"))
  await minimum.fill("21")
  await page.getByRole("button", { name: t("eligibility.rule.save") }).click()
  await expect(page.locator(".wrong-why")).toBeVisible()
  await expect(minimum).toHaveValue("21")
  await minimum.fill("14")
  await page.getByLabel(t("eligibility.rule.standing")).selectOption("published")
  await page.getByLabel(t("eligibility.rule.source")).fill("https://um6p.ma/admission")
  // As it would be read, before anybody is answered by it.
  await page.getByRole("button", { name: t("eligibility.rule.preview") }).click()
  await expect(page.getByRole("alert")).toHaveText(t("eligibility.rule.notInForce"))
  await expect(page.getByText(t("eligibility.rule.case.below"))).toBeVisible()
  expect(await answerFor("12")).toBe(read("eligibility.answer.eligible"))
  await page.getByRole("button", { name: t("eligibility.rule.save") }).click()
  await expect(page.getByRole("status")).toHaveText(t("desk.did.rule-changed"))
  const versions = page.locator("tbody tr")
  await expect(versions).toHaveCount(2)
  await expect(versions.first()).toContainText(t("eligibility.rule.inForce"))
  expect(await answerFor("12")).toBe(read("eligibility.answer.not-this-year"))
  expect(await answerFor("14")).toBe(read("eligibility.answer.eligible"))

  await page.getByRole("button", { name: t("eligibility.rule.putBackLabel", { number: 1 }) }).click()
  await expect(page.getByRole("status")).toHaveText(t("desk.did.rule-restored"))
  await expect(versions).toHaveCount(3)
  expect(await answerFor("12")).toBe(read("eligibility.answer.eligible"))
  await page.context().close()
})

test("a certificate without a rule is given one, and its holder an answer", async ({ browser, app, page: visitor }) => {
  const { page, t } = await deskOf(browser, app, "head@um6p.example")
  const answer = async () => {
    await visitor.goto("/en/eligibility?about=um6p-architecture&country=UG&credential=ug-1&result=A+B+C&taught=&taught=en&level=")
    return visitor.locator(".intakes .st").first().innerText()
  }
  expect(await answer()).toBe(wordsIn("en")("eligibility.answer.look"))
  await page.goto("/desk/rules")
  await page.getByRole("link", { name: new RegExp(`^${t("eligibility.rule.write")}: UACE`) }).click()
  await page.getByLabel(t("eligibility.rule.minimum")).fill("E")
  await page.getByLabel(t("eligibility.rule.subjects")).fill("2")
  await page.getByLabel(t("eligibility.rule.standing")).selectOption("to_confirm")
  await page.getByLabel(t("eligibility.rule.asOf")).fill("2026")
  await page.getByRole("button", { name: t("eligibility.rule.save") }).click()
  await expect(page.getByRole("status")).toHaveText(t("desk.did.rule-changed"))
  expect(await answer()).toBe(wordsIn("en")("eligibility.answer.eligible"))
  await page.context().close()
})

test("an officer reads the rules and changes none", async ({ browser, app }) => {
  const { page, t } = await deskOf(browser, app, "officer@aui.example")
  await page.goto("/desk/rules")
  await page.locator('tbody a[href^="/desk/rules/"]').first().click()
  await expect(page.getByRole("heading", { level: 2, name: t("eligibility.rule.history") })).toBeVisible()
  await expect(page.getByRole("button", { name: t("eligibility.rule.save") })).toHaveCount(0)
  await page.context().close()
})
