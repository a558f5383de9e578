import { type Page, expect } from "@playwright/test"
import type { Language } from "#app/locales/languages.ts"
import { type App, signInCandidate, wordsIn } from "./fixtures.ts"
import { linksIn } from "./outbox.ts"

/* A candidate's steps, each as a reader does it: by the names of what is on the page. */

export type Candidate = {
  language: Language
  givenName: string
  /** Empty for who has one name only. */
  familyName: string
  email: string
  country: string
  /** 2003 when absent: of age everywhere. */
  birthYear?: number
}

/** Asks a question about a programme, from the home page on, with consent to news and events. */
export async function askAboutProgramme(page: Page, candidate: Candidate): Promise<void> {
  const { language } = candidate
  const t = wordsIn(language)
  await page.goto(`/${language}`)
  await page
    .getByRole("navigation")
    .getByRole("link", { name: t("common.nav.programmes") })
    .first()
    .click()
  await page.locator(`main a[href^="/${language}/programmes/"]`).first().click()
  await page.locator(`main a[href^="/${language}/enquire?about="]`).first().click()
  await page.getByRole("textbox", { name: t("enquire.firstName") }).fill(candidate.givenName)
  await page.getByRole("textbox", { name: t("enquire.lastName") }).fill(candidate.familyName)
  await page.getByRole("textbox", { name: t("enquire.birthYear") }).fill(String(candidate.birthYear ?? 2003))
  await page.getByRole("combobox", { name: t("enquire.country") }).selectOption(candidate.country)
  await page.getByRole("textbox", { name: t("enquire.email") }).fill(candidate.email)
  await page.getByRole("textbox", { name: t("enquire.message") }).fill("?")
  await page.getByRole("checkbox", { name: t("enquire.consent.email") }).check()
  await page.getByRole("button", { name: t("enquire.send") }).click()
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(t("enquire.thanks.title"))
}

/** Opens the link of the confirmation mail and presses its button. */
export async function confirmAddress(page: Page, app: App, candidate: Candidate): Promise<void> {
  const t = wordsIn(candidate.language)
  const mail = await app.outbox.next(candidate.email, "enquiry-made")
  expect(mail.language).toBe(candidate.language)
  const link = linksIn(mail).find((href) => href.includes("/confirm/"))
  if (link === undefined) throw new Error("The mail has no link to confirm with")
  await page.goto(link)
  await page.getByRole("button", { name: t("people.confirm.button") }).click()
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(t("people.confirm.doneTitle"))
}

/** Signs in and fills in every part of the application: one programme of each university, Al Akhawayn's first. */
export async function fillApplication(page: Page, app: App, candidate: Candidate): Promise<void> {
  const { language } = candidate
  const t = wordsIn(language)
  const goOn = () => page.getByRole("button", { name: t("apply.saveAndGo") }).click()
  await signInCandidate(page, app, language, candidate.email)
  await page.goto(`/${language}/apply`)
  await page.getByRole("button", { name: t("apply.start.button") }).click()

  await page.goto(`/${language}/apply/about`)
  await page.getByRole("textbox", { name: t("apply.about.givenNames") }).fill(candidate.givenName)
  await page.getByRole("textbox", { name: t("apply.about.familyName") }).fill(candidate.familyName)
  await page.getByRole("textbox", { name: t("apply.about.day"), exact: true }).fill("27")
  await page.getByRole("textbox", { name: t("apply.about.month"), exact: true }).fill("3")
  await page.getByRole("textbox", { name: t("apply.about.year"), exact: true }).fill(String(candidate.birthYear ?? 2003))
  await page.getByRole("combobox", { name: t("apply.about.nationality"), exact: true }).selectOption(candidate.country)
  await page.getByRole("combobox", { name: t("apply.about.residence") }).selectOption(candidate.country)
  await goOn()

  for (const kind of ["secondary", "degree"] as const) {
    await page.goto(`/${language}/apply/education`)
    await page.getByRole("link", { name: `${t("apply.education.add")}: ${t(`apply.education.${kind}`)}` }).click()
    await page.getByRole("combobox", { name: t("apply.education.country") }).selectOption(candidate.country)
    await page.getByRole("button", { name: t("apply.education.countryNext") }).click()
    if (kind === "secondary") await page.getByRole("radio").first().check()
    else await page.getByRole("textbox", { name: t("apply.education.degreeWords") }).fill("Licence")
    const place = kind === "secondary" ? t("apply.education.school") : t("apply.education.institution")
    await page.getByRole("textbox", { name: place }).fill("Lycée El Hadj Malick Sy")
    await page.getByRole("textbox", { name: t("apply.education.year") }).fill("2024")
    await page.getByRole("checkbox", { name: t("apply.education.isPending") }).check()
    await page.getByRole("button", { name: t("common.form.save") }).click()
    await expect(page).toHaveURL(/apply\/education$/)
  }

  await page.goto(`/${language}/apply/choices?level=all`)
  for (const university of ["aui", "um6p"]) {
    await page
      .locator(`ul.intakes > li.${university}:not(.${university === "aui" ? "um6p" : "aui"})`)
      .getByRole("button")
      .first()
      .click()
  }
  await goOn()

  await page.getByRole("textbox", { name: t("apply.motivation.label") }).fill("Je veux apprendre. I want to learn. أريد أن أتعلّم.")
  await goOn()
  await page.getByRole("radio", { name: t("apply.funding.plans.mixed") }).check()
  await goOn()
}

/** Adds the intake that has a fee as the third choice. */
export async function chooseIntakeWithFee(page: Page, language: Language): Promise<void> {
  const t = wordsIn(language)
  await page.goto(`/${language}/apply/choices?level=all`)
  const withFee = page.locator("ul.intakes > li").filter({ hasNotText: t("apply.choices.noFee") })
  await withFee.getByRole("button").first().click()
  await expect(page.locator("ol.ranked > li")).toHaveCount(3)
}

/** Declares and sends. Returns the reference that the page shows. */
export async function submit(page: Page, candidate: Candidate): Promise<string> {
  const t = wordsIn(candidate.language)
  await page.goto(`/${candidate.language}/apply/review`)
  await page.getByRole("checkbox", { name: t("apply.review.declare") }).check()
  await page.getByRole("button", { name: t("apply.review.send") }).click()
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(t("apply.submitted.title"))
  const reference = /\b[A-Z0-9]{3}-[A-Z0-9]{3}-[A-Z0-9]{3}\b/.exec(await page.locator("main").innerText())?.[0]
  if (reference === undefined) throw new Error("The page shows no reference")
  return reference
}

/** Ids of the candidate's choices, in their own order. */
export async function choiceIds(page: Page, language: Language): Promise<string[]> {
  await page.goto(`/${language}/apply`)
  const links = await page
    .locator('main a[href*="/apply/choices/"]')
    .evaluateAll((found) => found.map((link) => link.getAttribute("href") ?? ""))
  return [...new Set(links.map((href) => href.split("/").at(-1) ?? ""))]
}
