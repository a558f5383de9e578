import ICAL from "ical.js"
import { languages } from "#app/locales/languages.ts"
import { expect, expectAccessible, expectNoSidewaysScroll, test, wordsIn } from "../fixtures.ts"
import { linksIn } from "../outbox.ts"

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false })

  for (const language of languages) {
    test(`in ${language} somebody finds an event, reads it by their clock, registers, enters, and gives the place up`, async ({
      page,
      app,
    }) => {
      const t = wordsIn(language)
      const email = `guest.${language}@example.org`
      await page.goto(`/${language}/events`)
      await page.getByLabel(t("events.country")).selectOption("KE")
      await page.getByRole("button", { name: t("events.show"), exact: true }).click()
      await expect(page).toHaveURL(/country=KE/)
      await page.locator(`main .card a[href^="/${language}/events/both-universities"]`).click()
      await expect(page.getByText(t("events.sample"))).toBeVisible()
      await expect(page.getByText(t("events.inMorocco"))).toBeVisible()
      const kenya = { en: "Kenya", fr: "Kenya", ar: "كينيا" }[language]
      await expect(page.getByText(t("events.inCountry", { country: kenya }))).toBeVisible()
      // The link is for those who registered.
      expect(await page.content()).not.toContain("meet.example")

      await page.getByRole("button", { name: t("events.send") }).click()
      await expect(page.getByRole("alert")).toBeVisible()
      await page.getByLabel(t("enquire.firstName")).fill("Wanjiru")
      await page.getByRole("textbox", { name: t("enquire.email") }).fill(email)
      await page.getByRole("button", { name: t("events.send") }).click()
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(t("events.thanks.title"))
      await expect(page.getByRole("link", { name: "https://meet.example/sample" })).toBeVisible()
      await expectNoSidewaysScroll(page)

      const mail = await app.outbox.next(email, "rsvp-made")
      expect(mail.language).toBe(language)
      const own = linksIn(mail).find((link) => link.includes("/rsvp/")) ?? ""
      await page.goto(own)
      await expect(page.getByText(t("events.rsvp.kept"))).toBeVisible()
      await expect(page.getByRole("link", { name: t("events.rsvp.enter") })).toHaveAttribute("href", "https://meet.example/sample")
      await expectNoSidewaysScroll(page)
      await page.getByRole("button", { name: t("events.rsvp.giveUp") }).click()
      await expect(page.getByText(t("events.rsvp.given"))).toBeVisible()
      await expect(page.getByRole("link", { name: t("events.rsvp.enter") })).toHaveCount(0)
    })

    test(`in ${language} a full event says so and takes nobody`, async ({ page, app }) => {
      const t = wordsIn(language)
      await page.goto(`/${language}/events`)
      await page.locator(`main .card a[href^="/${language}/events/small-group"]`).click()
      await expect(page.getByText(t("events.closed.full"))).toBeVisible()
      await expect(page.locator("form[method=post]")).toHaveCount(0)
      const response = await fetch(page.url(), {
        method: "POST",
        headers: { origin: app.url },
        body: new URLSearchParams({ firstName: "Late", email: "late@example.org", country: "SN" }),
      })
      expect(response.status).toBe(400)
      expect(await app.outbox.to("late@example.org")).toEqual([])
    })
  }

  test("posted twice is one place and one mail", async ({ page, app }) => {
    await page.goto("/en/events")
    const path = await page.locator('main .card a[href^="/en/events/both-universities"]').getAttribute("href")
    const post = () =>
      fetch(`${app.url}${path}`, {
        method: "POST",
        redirect: "manual",
        headers: { origin: app.url },
        body: new URLSearchParams({ firstName: "Twice", email: "twice@example.org", country: "SN" }),
      })
    const [one, two] = [await post(), await post()]
    expect(one.status).toBe(303)
    expect(two.headers.get("location")).toBe(one.headers.get("location"))
    await app.outbox.next("twice@example.org", "rsvp-made")
    expect(await app.outbox.to("twice@example.org")).toHaveLength(1)
  })

  test("the calendar file of each event is read by a calendar", async ({ page, app }) => {
    for (const language of languages) {
      await page.goto(`/${language}/events`)
      for (const link of await page.locator("main .card a").all()) {
        const response = await fetch(`${app.url}${await link.getAttribute("href")}/calendar.ics`)
        expect(response.headers.get("content-type")).toContain("text/calendar")
        const calendar = new ICAL.Component(ICAL.parse(await response.text()))
        const vevent = calendar.getFirstSubcomponent("vevent")
        if (vevent === null) throw new Error("No event in the calendar file")
        const event = new ICAL.Event(vevent)
        expect(event.summary).toContain(await link.innerText())
        expect(event.duration.toSeconds()).toBeGreaterThan(0)
        expect(calendar.getFirstSubcomponent("vtimezone")?.getFirstPropertyValue("tzid")).toBe(
          vevent.getFirstProperty("dtstart")?.getParameter("tzid"),
        )
      }
    }
  })
})

for (const language of languages) {
  test(`in ${language} the pages of one who registered shut nobody out`, async ({ page, app }) => {
    const t = wordsIn(language)
    const email = `axe.${language}@example.org`
    await page.goto(`/${language}/events?country=SN`)
    await expectAccessible(page)
    await page.locator("main .card a").first().click()
    await page.getByLabel(t("enquire.firstName")).fill("Awa")
    await page.getByRole("textbox", { name: t("enquire.email") }).fill(email)
    await page.getByRole("button", { name: t("events.send") }).click()
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(t("events.thanks.title"))
    await expectAccessible(page)
    const mail = await app.outbox.next(email, "rsvp-made")
    await page.goto(linksIn(mail).find((link) => link.includes("/rsvp/")) ?? "")
    await expectAccessible(page)
  })
}
