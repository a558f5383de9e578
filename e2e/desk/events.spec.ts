import { moroccoDayText } from "#app/domain/catalogue/morocco-fields.ts"
import { languages } from "#app/locales/languages.ts"
import { moroccoZone, timeText } from "#app/ui/moment.ts"
import { expect, expectAccessible, test, wordsIn } from "../fixtures.ts"
import { deskOf, sessionOf } from "../staff.ts"

/* An event from its first word to the list of who came. */

const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000)

test("an event is written, published, registered for, and it is noted who came", async ({ browser, app }) => {
  test.setTimeout(120_000)
  const writer = await deskOf(browser, app, "outreach@um6p.example")
  const head = await deskOf(browser, app, "head@um6p.example")
  for (const { page } of [writer, head])
    await page.request.post("/desk/language", { form: { language: "en" }, headers: { origin: app.url } })
  const t = wordsIn("en")
  const form = writer.page
  await form.goto("/desk/events")
  await form.getByRole("link", { name: t("editing.new.event") }).click()
  const [start, end] = [inHours(2), inHours(3)]
  await form.getByRole("radio", { name: t("events.kind.fair") }).check()
  for (const [name, value] of Object.entries({
    day: moroccoDayText(start, 0),
    time: timeText("en", start, moroccoZone),
    endDay: moroccoDayText(end, 0),
    end: timeText("en", end, moroccoZone),
    "title-en": "Door test",
    "title-fr": "Essai de la porte",
  }))
    await form.locator(`[name="${name}"]`).fill(value)
  await form.getByRole("button", { name: t("editing.save") }).click()
  await expect(form.getByRole("heading", { level: 1 })).toHaveText("Door test")
  const address = new URL(form.url()).pathname.replace(/\/edit$/, "")
  // What is missing is marked, and the draft stands in the list of what is being written.
  await expect(form.locator(".tongue .tag", { hasText: t("editing.mark.missing") })).toHaveCount(10)
  await form.goto("/desk/events")
  await form.getByRole("link", { name: "Door test" }).click()
  await form.locator('[name="country"]').selectOption("SN")
  for (const language of languages)
    for (const part of ["title", "summary", "about", "venue"])
      await form.locator(`[name="${part}-${language}"]`).fill(language === "ar" ? `تجربة ${part}` : `Door ${part} ${language}`)
  await form.getByRole("button", { name: t("editing.save") }).click()
  await expect(form.getByRole("status")).toHaveText(t("desk.did.catalogue-saved"))
  await expect(form.getByRole("button", { name: t("editing.steps.review") })).toHaveCount(0)
  await form.context().close()
  const { page } = head
  await page.goto(`${address}/edit`)
  await page.getByRole("button", { name: t("editing.steps.review") }).click()
  await page.getByRole("button", { name: t("editing.steps.publish") }).click()
  await expect(page.getByRole("status")).toHaveText(t("desk.did.catalogue-published"))
  await page.goto(`${address}/history`)
  await expect(page.getByRole("row")).toHaveCount(3)
  for (const language of languages) {
    await page.goto(`${address}/preview/${language}`)
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(language === "ar" ? "تجربة title" : `Door title ${language}`)
    if (language === "ar") await expectAccessible(page)
  }

  await page.goto(address)
  const site = (await page.getByRole("link", { name: t("deskEvents.onSite") }).getAttribute("href")) ?? ""
  for (const [firstName, email] of [
    ["Awa", "door.awa@example.org"],
    ["Kofi", "door.kofi@example.org"],
    ["Zola", "door.zola@example.org"],
  ]) {
    const form = new URLSearchParams({ firstName: firstName ?? "", lastName: "Porte", email: email ?? "", country: "SN" })
    const answer = await fetch(app.url + site, { method: "POST", redirect: "manual", headers: { origin: app.url }, body: form })
    expect(answer.status).toBe(303)
  }

  // One by its own button, two by their boxes; what was noted is taken back.
  await page.goto(address)
  await page.getByRole("button", { name: `${t("deskEvents.attendance.came")}: Awa Porte` }).click()
  await expect(page.getByText(t("desk.did.attendance-noted", { state: "1" }))).toBeVisible()
  await page.getByRole("checkbox", { name: "Kofi Porte" }).check()
  await page.getByRole("checkbox", { name: "Zola Porte" }).check()
  await page.getByRole("button", { name: t("deskEvents.attendance.missed"), exact: true }).click()
  await expect(page.getByText(t("desk.did.attendance-noted", { state: "2" }))).toBeVisible()
  await page.getByRole("button", { name: `${t("deskEvents.attendance.clear")}: Zola Porte` }).click()
  await expect(page.getByRole("button", { name: `${t("deskEvents.attendance.came")}: Zola Porte` })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole("link", { name: "Awa Porte" }).click()
  await expect(page.locator(".timeline li", { hasText: t("desk.event.attendance.came") })).toContainText("Door title en")

  // As a plain form posts it, without a script; and once more, which changes nothing.
  const session = await sessionOf(app, "outreach@um6p.example")
  const guest = /value="([0-9a-f-]{36}\.none)"/.exec(await (await session.get(address)).text())?.[1] ?? ""
  for (const count of [1, 0]) {
    const answer = await session.post(`${address}/attendance`, { form: { to: "came", guest, back: address }, maxRedirects: 0 })
    expect(answer.headers()["location"]).toBe(`${address}?n=${count}&did=attendance-noted`)
  }
  await session.dispose()

  // A list off the door: one who registered, one whom nobody knew, and a line with a fault.
  await page.goto(address)
  await page.getByRole("link", { name: t("deskEvents.import.open") }).click()
  const list = "الاسم;البريد الإلكتروني;الهاتف\nKofi Porte;door.kofi@example.org;\nSaliou Cissé;door.saliou@example.org;٧٧١٢٣٤٥٦٧\nNobody;;"
  await page.locator('[name="list"]').fill(list)
  await page.getByRole("button", { name: t("deskEvents.import.check") }).click()
  await expect(page.getByText(t("deskEvents.import.faulty", { count: 1 }))).toBeVisible()
  await expect(page.getByRole("row", { name: "Saliou Cissé" })).toContainText(t("deskEvents.import.fate.new"))
  await expectAccessible(page)
  await page.getByRole("button", { name: t("deskEvents.import.take", { count: 2 }) }).click()
  await expect(page.getByText(t("desk.did.attendance-imported"))).toBeVisible()
  await expect(page.locator("main .facts")).toContainText(t("deskEvents.import.count.fresh"))
  await page.goto(address)
  await expect(page.getByRole("link", { name: "Saliou Cissé" })).toBeVisible()

  const download = page.waitForEvent("download")
  await page.getByRole("button", { name: t("desk.export") }).click()
  const file = await download
  expect(file.suggestedFilename()).toMatch(/^attendance-door-test-.*\.csv$/)

  await page.goto(`${address}/sheet`)
  await expect(page.getByRole("rowheader", { name: "Kofi Porte" })).toBeVisible()
  await expectAccessible(page)

  await page.goto(`${address}/cancel`)
  await expect(page.getByText(t("deskEvents.cancel.told", { count: 3 }))).toBeVisible()
  await page.getByRole("button", { name: t("deskEvents.cancel.now") }).click()
  await expect(page.getByText(t("desk.did.event-cancelled", { name: "Door title en", state: "3" }))).toBeVisible()
  expect((await app.outbox.next("door.kofi@example.org", "event-cancelled")).language).toBe("en")
  await page.context().close()
})
