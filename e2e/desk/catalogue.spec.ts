import type { Page } from "@playwright/test"
import { languageFacts, languages, type Language } from "#app/locales/languages.ts"
import { expect, test } from "../fixtures.ts"
import { deskOf, sessionOf, type Words } from "../staff.ts"

/* The catalogue at the desk: a writer, a head, and what readers have. */

const standingOf = (page: Page) => page.locator("[data-standing]")

function box(page: Page, t: Words, field: "question" | "answer", language: Language) {
  return page.getByRole("textbox", { name: `${t(`editing.field.${field}`)} · ${languageFacts[language].name}` })
}

async function save(page: Page, t: Words): Promise<void> {
  await page.getByRole("button", { name: t("editing.save") }).click()
  await expect(page.getByRole("status")).toHaveText(t("desk.did.catalogue-saved"))
}

test("a writer changes a question in three languages, a head publishes it, readers have it at once, and it can be undone", async ({
  browser,
  app,
}) => {
  const writer = await deskOf(browser, app, "outreach@aui.example")
  const head = await deskOf(browser, app, "head@aui.example")
  const { page, t } = writer
  const publicPage = async () => (await fetch(`${app.url}/fr/questions`)).text()
  await page.goto("/desk/catalogue?kind=question")
  await page.getByRole("searchbox", { name: t("editing.search") }).fill("from any African country")
  await page.getByRole("button", { name: t("editing.seek") }).click()
  // The address moves before the list does.
  await expect(page.locator("tbody a")).toHaveCount(1)
  await page.locator("tbody a").click()
  await expect(standingOf(page)).toHaveText(t("editing.standing.published"))
  const path = new URL(page.url()).pathname

  await test.step("the base changes: its translations are outdated until each has been looked at", async () => {
    await box(page, t, "answer", "en").fill("Yes, and bring a warm coat to Ifrane.")
    await save(page, t)
    await expect(standingOf(page)).toHaveText(t("editing.standing.draft"))
    await expect(page.locator(".tongue").filter({ hasText: t("editing.mark.outdated") })).toHaveCount(2)
    await box(page, t, "answer", "fr").fill("Oui, et prenez un manteau chaud pour Ifrane.")
    await page.getByRole("checkbox", { name: `${t("editing.field.answer")} · ${languageFacts.ar.name}: ${t("editing.holds")}` }).check()
    await save(page, t)
    await expect(page.locator(".tongue .tag")).toHaveCount(0)
    await expect(page.getByRole("button", { name: t("editing.steps.review") })).toHaveCount(0)
    expect(await publicPage()).not.toContain("manteau chaud")
  })

  await test.step("the desk sees it as readers will, and nobody else does", async () => {
    for (const language of languages) {
      await page.goto(`${path}/preview/${language}`)
      await expect(page.locator("html")).toHaveAttribute("dir", languageFacts[language].direction)
      await expect(page.locator("meta[name=robots]")).toHaveAttribute("content", "noindex")
    }
    await page.goto(`${path}/preview/fr`)
    await expect(page.locator("main")).toContainText("manteau chaud")
    expect((await fetch(`${app.url}${path}/preview/fr`, { redirect: "manual" })).status).toBe(302)
  })

  await test.step("the head reads and publishes: the public page, kept until then, shows it at once", async () => {
    await head.page.goto(path)
    await head.page.getByRole("button", { name: head.t("editing.steps.review") }).click()
    await expect(standingOf(head.page)).toHaveText(head.t("editing.standing.reviewed"))
    await expect(head.page.getByText(`${head.t("editing.field.answer")} (${head.t("common.languageName.fr")})`)).toBeVisible()
    expect(await publicPage()).not.toContain("manteau chaud")
    await head.page.getByRole("button", { name: head.t("editing.steps.publish") }).click()
    await expect(standingOf(head.page)).toHaveText(head.t("editing.standing.published"))
    expect(await publicPage()).toContain("manteau chaud")
  })

  await test.step("the first version is taken up again and published", async () => {
    await page.goto(`${path}/history`)
    await expect(page.locator("ins").first()).toBeVisible()
    await page.getByRole("button", { name: t("editing.history.restoreLabel", { number: 1 }) }).click()
    await expect(standingOf(page)).toHaveText(t("editing.standing.draft"))
    await head.page.goto(path)
    await head.page.getByRole("button", { name: head.t("editing.steps.review") }).click()
    await head.page.getByRole("button", { name: head.t("editing.steps.publish") }).click()
    await expect(standingOf(head.page)).toHaveText(head.t("editing.standing.published"))
    expect(await publicPage()).not.toContain("manteau chaud")
  })
  await page.context().close()
  await head.page.context().close()
})

test("of two who write at once the second is told, loses no word and decides", async ({ browser, app }) => {
  const one = await deskOf(browser, app, "outreach@aui.example")
  const other = await deskOf(browser, app, "officer@aui.example")
  await one.page.goto("/desk/catalogue/question/new")
  await box(one.page, one.t, "question", "en").fill("Is there a swimming pool?")
  await one.page.getByRole("combobox", { name: one.t("editing.field.topic") }).selectOption("living")
  await one.page.getByRole("combobox", { name: one.t("editing.field.answerStanding") }).selectOption("to_confirm")
  await save(one.page, one.t)
  await other.page.goto(new URL(one.page.url()).pathname)
  await box(one.page, one.t, "answer", "en").fill("Yes, an indoor one.")
  await save(one.page, one.t)
  await box(other.page, other.t, "answer", "fr").fill("Oui, deux bassins.")
  await other.page.getByRole("button", { name: other.t("editing.save") }).click()
  await expect(other.page.getByRole("alert")).toContainText("Yes, an indoor one.")
  await expect(box(other.page, other.t, "answer", "fr")).toHaveValue("Oui, deux bassins.")
  await box(other.page, other.t, "answer", "en").fill("Yes, an indoor one.")
  await other.page.getByRole("button", { name: other.t("editing.saveOver", { number: 2 }) }).click()
  await expect(other.page.getByRole("status")).toHaveText(other.t("desk.did.catalogue-saved"))
  await expect(box(other.page, other.t, "answer", "fr")).toHaveValue("Oui, deux bassins.")

  const foreign = await sessionOf(app, "head@um6p.example")
  const path = new URL(other.page.url()).pathname
  for (const end of ["", "/history", "/preview/fr"]) expect((await foreign.get(path + end)).status()).toBe(404)
  for (const end of ["", "/review", "/publish", "/archive"])
    expect((await foreign.post(path + end, { form: { number: "1" } })).status()).toBe(404)
  await one.page.context().close()
  await other.page.context().close()
  await foreign.dispose()
})

test("a programme begins with an empty form; its intake closes by Morocco's clock, and the site has it once it is published", async ({
  browser,
  app,
}) => {
  const { page, t } = await deskOf(browser, app, "head@aui.example")
  await page.goto("/desk/catalogue/programme/new")
  for (const field of ["title", "summary", "programme", "entry"] as const)
    for (const language of languages)
      await page
        .getByRole("textbox", { name: `${t(`editing.field.${field}`)} · ${languageFacts[language].name}` })
        .fill(`Oasis ${language}`)
  await page.getByRole("combobox", { name: t("editing.field.level") }).selectOption("master")
  await page.getByRole("combobox", { name: t("editing.field.field"), exact: true }).selectOption("agriculture")
  await page.getByRole("combobox", { name: t("editing.field.standing") }).selectOption("open")
  await page
    .getByRole("textbox", { name: t("editing.field.source") })
    .first()
    .fill("https://aui.ma/oasis")
  const intake = page.getByRole("group", { name: t("editing.intakes.another") })
  const fill = (field: "admissionYear" | "startsOn" | "seats" | "opensDay" | "closesDay", value: string) =>
    intake.getByLabel(t(`editing.field.${field}`), { exact: true }).fill(value)
  await fill("admissionYear", "2040")
  await fill("startsOn", "2040-09-01")
  await fill("seats", "12")
  await fill("opensDay", "2040-03-01")
  await fill("closesDay", "2040-02-01")
  await page.getByRole("button", { name: t("editing.save") }).click()
  await expect(page.getByRole("alert")).toContainText(t("refusals.editing.closes-before-opens"))
  await fill("closesDay", "2040-06-01")
  await save(page, t)
  await page.getByRole("button", { name: t("editing.steps.review") }).click()
  await page.getByRole("button", { name: t("editing.steps.publish") }).click()
  await expect(standingOf(page)).toHaveText(t("editing.standing.published"))
  await page.getByRole("link", { name: t("editing.public") }).click()
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Oasis en")
  await expect(page.locator("main")).toContainText("23:59")
  await page.context().close()
})
