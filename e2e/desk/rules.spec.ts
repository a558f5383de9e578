import type { Page } from "@playwright/test"
import { languageFacts, languages } from "#app/locales/languages.ts"
import { expect, test, wordsIn } from "../fixtures.ts"
import { deskOf, sessionOf, type Words } from "../staff.ts"

/* A rule of eligibility at the desk, from a draft into force, and what the public check says by it. */

const standingOf = (page: Page) => page.locator("[data-standing]")
const minimumOf = (page: Page, t: Words) => page.getByRole("textbox", { name: t("eligibility.rule.minimum") })

async function save(page: Page, t: Words): Promise<void> {
  await page.getByRole("button", { name: t("eligibility.rule.save") }).click()
  await expect(page.getByRole("status")).toHaveText(t("desk.did.rule-saved"))
  await expect(standingOf(page)).toHaveText(t("eligibility.rule.stands.draft"))
}

/** Reads what is on its way, and puts it in force. */
async function publish(page: Page, t: Words, path: string): Promise<void> {
  await page.goto(path)
  await page.getByRole("button", { name: t("eligibility.rule.steps.review") }).click()
  await expect(standingOf(page)).toHaveText(t("eligibility.rule.stands.reviewed"))
  await page.getByRole("button", { name: t("eligibility.rule.steps.publish") }).click()
  await expect(page.getByRole("status")).toHaveText(t("desk.did.rule-published"))
  await expect(standingOf(page)).toHaveText(t("eligibility.rule.stands.published"))
}

test("a draft answers nobody; read and published it answers the public check at once, and a former version is taken up again", async ({
  browser,
  app,
  page: visitor,
}) => {
  const writer = await deskOf(browser, app, "officer@um6p.example")
  const head = await deskOf(browser, app, "head@um6p.example")
  const { page, t } = writer
  const read = wordsIn("en")
  const answerFor = async (result: string) => {
    await visitor.goto(`/en/eligibility?about=um6p-architecture&country=SN&credential=sn-1&result=${result}&taught=&taught=fr&level=`)
    return visitor.locator(".intakes .st").first().innerText()
  }
  expect(await answerFor("12")).toBe(read("eligibility.answer.eligible"))

  await page.goto("/desk/catalogue")
  await page
    .getByRole("main")
    .getByRole("link", { name: t("eligibility.rule.title") })
    .click()
  await page.getByRole("link", { name: t("eligibility.rule.scale", { scale: t("catalogue.scale.bac20") }) }).click()
  await expect(standingOf(page)).toHaveText(t("eligibility.rule.stands.published"))

  await test.step("a draft is typed, looked at and saved", async () => {
    const minimum = minimumOf(page, t)
    await minimum.fill("21")
    await page.getByRole("button", { name: t("eligibility.rule.save") }).click()
    await expect(page.locator(".wrong-why")).toBeVisible()
    await expect(minimum).toHaveValue("21")
    await minimum.fill("14")
    await page.getByLabel(t("eligibility.rule.standing")).selectOption("published")
    await page.getByLabel(t("eligibility.rule.source")).fill("https://um6p.ma/admission")
    await page.getByRole("button", { name: t("eligibility.rule.preview") }).click()
    await expect(page.getByRole("alert")).toHaveText(t("eligibility.rule.notInForce"))
    await save(page, t)
    await expect(page.getByRole("button", { name: t("eligibility.rule.steps.review") })).toHaveCount(0)
    expect(await answerFor("12")).toBe(read("eligibility.answer.eligible"))
  })
  const path = new URL(page.url()).pathname

  await test.step("what it would say stands beside what is in force, in each language and its direction", async () => {
    for (const language of languages) {
      await page.getByRole("link", { name: languageFacts[language].name, exact: true }).click()
      await expect(page).toHaveURL(new RegExp(`read=${language}`))
      for (const [title, minimum] of [
        ["reads", "10"],
        ["readsDraft", "14"],
      ] as const) {
        const panel = page.locator(".panel", { has: page.getByRole("heading", { name: t(`eligibility.rule.${title}`) }) })
        const sentence = panel.locator("dd").first()
        await expect(sentence).toHaveAttribute("dir", languageFacts[language].direction)
        await expect(sentence).toHaveAttribute("lang", language)
        await expect(sentence).toContainText(minimum)
      }
    }
  })

  await test.step("the head reads it, and then it answers", async () => {
    await head.page.goto("/desk/rules")
    await head.page.locator(".panel.saffron a").filter({ hasText: "20" }).first().click()
    await head.page.getByRole("button", { name: head.t("eligibility.rule.steps.review") }).click()
    await expect(head.page.getByRole("status")).toHaveText(head.t("desk.did.rule-reviewed"))
    expect(await answerFor("12")).toBe(read("eligibility.answer.eligible"))
    await head.page.getByRole("button", { name: head.t("eligibility.rule.steps.publish") }).click()
    await expect(standingOf(head.page)).toHaveText(head.t("eligibility.rule.stands.published"))
    expect(await answerFor("12")).toBe(read("eligibility.answer.not-this-year"))
    expect(await answerFor("14")).toBe(read("eligibility.answer.eligible"))
  })

  await test.step("the first version is taken up again as a draft, and published", async () => {
    await page.goto(path)
    await page.getByRole("button", { name: t("eligibility.rule.restoreLabel", { number: 1 }) }).click()
    await expect(page.getByRole("status")).toHaveText(t("desk.did.rule-restored"))
    expect(await answerFor("12")).toBe(read("eligibility.answer.not-this-year"))
    await publish(head.page, head.t, path)
    const versions = head.page.locator("tbody tr")
    await expect(versions).toHaveCount(3)
    await expect(versions.first()).toContainText(head.t("eligibility.rule.state.published"))
    expect(await answerFor("12")).toBe(read("eligibility.answer.eligible"))
  })
  await page.context().close()
  await head.page.context().close()
})

test("of two who write at once the second is told, loses no word and decides; a draft is put aside", async ({ browser, app }) => {
  const one = await deskOf(browser, app, "outreach@um6p.example")
  const other = await deskOf(browser, app, "officer@um6p.example")
  await one.page.goto("/desk/rules")
  await one.page.getByRole("link", { name: one.t("eligibility.rule.scale", { scale: one.t("catalogue.scale.kcse12") }) }).click()
  await expect(standingOf(one.page)).toHaveText(one.t("eligibility.rule.stands.published"))
  await other.page.goto(new URL(one.page.url()).pathname)
  await minimumOf(one.page, one.t).fill("B")
  await save(one.page, one.t)
  // A fault that is mended first changes nothing of what the writer has seen.
  await minimumOf(other.page, other.t).fill("Z")
  await other.page.getByRole("button", { name: other.t("eligibility.rule.save") }).click()
  await expect(other.page.locator(".wrong-why")).toBeVisible()
  await minimumOf(other.page, other.t).fill("A-")
  await other.page.getByLabel(other.t("eligibility.rule.asOf")).fill("2027")
  await other.page.getByRole("button", { name: other.t("eligibility.rule.save") }).click()
  const told = other.page.getByRole("alert")
  await expect(told.getByRole("heading")).toContainText("Imane Ouazzani")
  await expect(told.getByRole("definition").first()).toHaveText("B")
  await expect(minimumOf(other.page, other.t)).toHaveValue("A-")
  await expect(other.page.getByLabel(other.t("eligibility.rule.asOf"))).toHaveValue("2027")
  await other.page.getByRole("button", { name: other.t("editing.saveOver", { number: 2 }) }).click()
  await expect(other.page.getByRole("status")).toHaveText(other.t("desk.did.rule-saved"))
  await expect(minimumOf(other.page, other.t)).toHaveValue("A-")

  await other.page.getByText(other.t("eligibility.rule.steps.putAside")).first().click()
  await other.page.getByRole("button", { name: other.t("eligibility.rule.steps.putAside") }).click()
  await expect(other.page.getByRole("status")).toHaveText(other.t("desk.did.rule-put-aside"))
  await expect(standingOf(other.page)).toHaveText(other.t("eligibility.rule.stands.published"))
  await expect(minimumOf(other.page, other.t)).toHaveValue("C+")
  await one.page.context().close()
  await other.page.context().close()
})

test("a certificate without a rule is given one, and once it is published its holder an answer", async ({
  browser,
  app,
  page: visitor,
}) => {
  const { page, t } = await deskOf(browser, app, "head@um6p.example")
  const answer = async () => {
    await visitor.goto("/en/eligibility?about=um6p-architecture&country=UG&credential=ug-1&result=A+B+C&taught=&taught=en&level=")
    return visitor.locator(".intakes .st").first().innerText()
  }
  const look = wordsIn("en")("eligibility.answer.look")
  expect(await answer()).toBe(look)
  await page.goto("/desk/rules")
  await page.getByRole("link", { name: new RegExp(`^${t("eligibility.rule.write")}: UACE`) }).click()
  await minimumOf(page, t).fill("E")
  await page.getByLabel(t("eligibility.rule.subjects")).fill("2")
  await page.getByLabel(t("eligibility.rule.standing")).selectOption("to_confirm")
  await page.getByLabel(t("eligibility.rule.asOf")).fill("2026")
  await save(page, t)
  const path = new URL(page.url()).pathname
  expect(await answer()).toBe(look)
  await page.goto("/desk/rules")
  await page.getByRole("link", { name: new RegExp(`^${t("eligibility.rule.see")}: UACE`) }).click()
  await expect(page).toHaveURL(new RegExp(path))
  await publish(page, t, path)
  expect(await answer()).toBe(wordsIn("en")("eligibility.answer.eligible"))
  await page.context().close()
})

test("by keyboard and without scripts a rule is drafted, read and published", async ({ browser, app }) => {
  const head = await deskOf(browser, app, "head@aui.example")
  const { t } = head
  const state = await head.page.context().storageState()
  await head.page.context().close()
  const context = await browser.newContext({ baseURL: app.url, locale: "en-GB", storageState: state, javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto("/desk/rules")
  const link = page.getByRole("link", { name: t("eligibility.rule.scale", { scale: t("catalogue.scale.nsc7") }) })
  await link.focus()
  await page.keyboard.press("Enter")
  await minimumOf(page, t).focus()
  await page.keyboard.press("ControlOrMeta+a")
  await page.keyboard.type("5")
  await page.keyboard.press("Enter")
  await expect(standingOf(page)).toHaveText(t("eligibility.rule.stands.draft"))
  for (const verb of ["review", "publish"] as const) {
    await page.getByRole("button", { name: t(`eligibility.rule.steps.${verb}`) }).focus()
    await page.keyboard.press("Enter")
  }
  await expect(page.getByRole("status")).toHaveText(t("desk.did.rule-published"))
  await expect(minimumOf(page, t)).toHaveValue("5")
  await context.close()
})

test("an officer drafts rules and publishes none; who works on no programme reads none", async ({ browser, app }) => {
  const { page, t } = await deskOf(browser, app, "officer@aui.example")
  await page.goto("/desk/rules")
  await page.locator('tbody a[href^="/desk/rules/"]').first().click()
  await expect(page.getByRole("heading", { level: 2, name: t("eligibility.rule.history") })).toBeVisible()
  await expect(page.getByRole("button", { name: t("eligibility.rule.save") })).toBeVisible()
  const path = new URL(page.url()).pathname
  await page.context().close()
  const officer = await sessionOf(app, "officer@aui.example")
  for (const verb of ["review", "publish"]) expect((await officer.post(`${path}/${verb}`, { form: { number: "1" } })).status()).toBe(403)
  await officer.dispose()
  const reviewer = await sessionOf(app, "reviewer@aui.example")
  expect((await reviewer.get(path)).status()).toBe(403)
  await reviewer.dispose()
})
