import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import { type BrowserContext, chromium, type Page } from "@playwright/test"
import type { Language } from "#app/locales/languages.ts"
import { findBrowser } from "../find-browser.ts"
import { type App, expect, expectAccessible, expectNoSidewaysScroll, test, wordsIn } from "../fixtures.ts"
import { deskOf } from "../staff.ts"

/* A tablet at a fair, with a profile of its own that outlives its browser. */

const t = wordsIn("fr")
const folder = mkdtempSync(path.join(tmpdir(), "rihla-tablet-"))

test.afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }))

async function turnOn(app: App, { isOffline }: { isOffline: boolean }): Promise<{ tablet: BrowserContext; page: Page }> {
  const tablet = await chromium.launchPersistentContext(folder, {
    executablePath: findBrowser() ?? undefined,
    args: ["--no-sandbox", "--disable-gpu"],
    baseURL: app.url,
    locale: "fr-FR",
    viewport: { width: 800, height: 1280 },
  })
  await tablet.setOffline(isOffline)
  const page = tablet.pages()[0] ?? (await tablet.newPage())
  await page.clock.install()
  await page.goto("/kiosk")
  return { tablet, page }
}

/** Ends the browser as a battery does that is empty: nothing is closed, nothing is written that was not. */
async function cutPower(tablet: BrowserContext): Promise<void> {
  const closed = new Promise<void>((resolve) => tablet.once("close", () => resolve()))
  const session = await tablet.browser()?.newBrowserCDPSession()
  const processes = (await session?.send("SystemInfo.getProcessInfo"))?.processInfo ?? []
  const itself = processes.find(({ type }) => type === "browser")
  if (itself === undefined) throw new Error("The browser says no process of its own")
  process.kill(itself.id, "SIGKILL")
  await closed
}

/** What is on the tablet's screen: the others wait behind it. */
const screen = (page: Page) => page.locator(".screen:not([hidden])")

const counted = (page: Page, key: "waiting" | "sent") => page.locator(`#helper [data-count=${key}]`)

async function unlock(page: Page, pin: string): Promise<void> {
  await screen(page).getByLabel(t("kiosk.page.unlock-pin")).fill(pin)
  await screen(page)
    .getByRole("button", { name: t("kiosk.page.unlock"), exact: true })
    .click()
}

/** Fills the form in as a hand would, through its own controls, and hands the tablet on. */
async function fillIn(page: Page, from: number, to: number): Promise<void> {
  await page.evaluate(
    async ([first, last]) => {
      const until = async (id: string) => {
        while (document.querySelector<HTMLElement>(id)?.hidden !== false) await new Promise((resolve) => requestAnimationFrame(resolve))
      }
      for (let one = first ?? 0; one <= (last ?? 0); one++) {
        await until("#candidate")
        for (const [name, value] of [
          ["firstName", `Aya ${String.fromCodePoint(96 + one)}`],
          ["lastName", "Borne"],
          ["email", `kiosk-${one}@example.org`],
        ]) {
          const input = document.querySelector<HTMLInputElement>(`#entry [name=${name}]`)
          if (input !== null) input.value = value ?? ""
        }
        document.querySelector<HTMLInputElement>("#entry [name=consent]")?.click()
        document.querySelector<HTMLButtonElement>("#entry button[type=submit]")?.click()
        await until("#thanks")
        document.querySelector<HTMLButtonElement>("#next")?.click()
      }
    },
    [from, to],
  )
}

/** What lies on the tablet, as somebody reads it who has taken it. */
const lyingThere = (page: Page) =>
  page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open("rihla-kiosk")
      request.addEventListener("success", () => resolve(request.result))
    })
    const rows = await Promise.all(
      ["entries", "known"].map(
        (store) =>
          new Promise<unknown[]>((resolve) => {
            const request = database.transaction(store).objectStore(store).getAll()
            request.addEventListener("success", () => resolve(request.result))
          }),
      ),
    )
    const text = (value: unknown): string => {
      if (value instanceof ArrayBuffer || value instanceof Uint8Array) return new TextDecoder("latin1").decode(value)
      return typeof value === "object" && value !== null ? Object.values(value).map(text).join(" ") : String(value)
    }
    return text(rows)
  })

test("a tablet takes twenty candidates without a network, is cut off twice, and sends each of them once", async ({ browser, app }) => {
  const { page: desk, t: at } = await deskOf(browser, app, "outreach@um6p.example")
  await desk.goto("/desk/kiosk")
  await desk.getByRole("combobox", { name: at("kiosk.desk.event") }).selectOption({ index: 1 })
  await desk.getByRole("button", { name: at("kiosk.desk.save") }).click()
  const made = desk.getByRole("status").filter({ hasText: at("kiosk.desk.newText") })
  const [code, pin] = [await made.locator("code").first().innerText(), await made.locator("code").last().innerText()]

  let { tablet, page } = await turnOn(app, { isOffline: false })
  await screen(page).getByLabel(t("kiosk.page.open-code")).fill(code)
  await screen(page).getByLabel(t("kiosk.page.open-pin")).fill("00000000")
  await page.getByRole("button", { name: t("kiosk.page.setupSave") }).click()
  await expect(page.getByText(t("refusals.kiosk.wrong"))).toBeVisible()
  await screen(page).getByLabel(t("kiosk.page.open-pin")).fill(pin)
  await page.getByRole("button", { name: t("kiosk.page.setupSave") }).click()
  await expect(page.getByText(t("kiosk.page.ready"))).toBeVisible()

  await tablet.setOffline(true)
  await page.reload()
  await unlock(page, "12345678")
  await expect(page.getByText(t("kiosk.page.wrongPin"))).toBeVisible()
  await unlock(page, pin)
  await page.getByRole("button", { name: t("kiosk.page.begin") }).click()
  for (const language of ["ar", "en"] as const satisfies readonly Language[]) {
    await page.locator(`[data-language=${language}]`).click()
    await expect(page.locator("html")).toHaveAttribute("dir", language === "ar" ? "rtl" : "ltr")
    await expectNoSidewaysScroll(page)
    await expectAccessible(page)
  }
  const words = wordsIn("en")
  await page.getByRole("button", { name: words("kiosk.page.save") }).click()
  await expect(page.getByText(words("refusals.field.contact-missing"))).toBeVisible()
  await screen(page).getByLabel(words("enquire.firstName")).fill("Seen by nobody")

  await page.clock.fastForward(46_000)
  await expect(page.getByRole("button", { name: words("kiosk.page.stay") })).toBeVisible()
  await page.clock.fastForward(15_000)
  await expect(screen(page).getByLabel(words("enquire.firstName"))).toHaveValue("")

  await page.locator("[data-language=fr]").click()
  await fillIn(page, 1, 19)
  // Of a minor the adult is asked for who answers for them.
  const adult = page.getByRole("group", { name: t("kiosk.page.guardianTitle") })
  await expect(adult).toBeHidden()
  await page.getByLabel(t("enquire.firstName")).fill("Aya t")
  await screen(page).getByLabel(t("enquire.email"), { exact: true }).fill("kiosk-20@example.org")
  await page.getByLabel(t("enquire.birthYear")).fill(String(new Date().getFullYear() - 16))
  await expect(adult).toBeVisible()
  await expectAccessible(page)
  await adult.getByLabel(t("apply.guardian.name")).fill("Fatou Borne")
  await adult.getByLabel(t("apply.guardian.relation")).selectOption("mother")
  await page.getByRole("button", { name: t("kiosk.page.save") }).click()
  await expect(page.getByText(t("refusals.people.guardian-contact-missing"))).toBeVisible()
  await adult.getByLabel(t("apply.guardian.email")).fill("mother-of-20@example.org")
  await page.getByRole("button", { name: t("kiosk.page.save") }).click()
  await expect(page.getByRole("heading", { name: t("kiosk.page.thanksTitle") })).toBeVisible()
  expect(await lyingThere(page)).not.toMatch(/kiosk-\d|Borne|Aya|Fatou/)
  await cutPower(tablet)

  ;({ tablet, page } = await turnOn(app, { isOffline: true }))
  await unlock(page, pin)
  await expect(counted(page, "waiting")).toHaveText("20")
  // It is switched off while the answer is on its way: the server has them, and the tablet does not know.
  let passes: string[] = []
  const hasThem = Promise.withResolvers<void>()
  await page.route("**/api/kiosk/entries", async (route) => {
    const [body, { authorization = "" }] = [route.request().postData() ?? "{}", route.request().headers()]
    const sent: { entries: { pass: string }[] } = JSON.parse(body)
    passes = sent.entries.map((entry) => entry.pass)
    const headers = { authorization, "content-type": "application/json" }
    const taken = await fetch(`${app.url}/api/kiosk/entries`, { method: "POST", headers, body })
    expect(taken.status).toBe(200)
    hasThem.resolve()
  })
  await tablet.setOffline(false)
  await page.getByRole("button", { name: t("kiosk.page.sendNow") }).click()
  await hasThem.promise
  await expect(counted(page, "waiting")).toHaveText("20")
  await cutPower(tablet)

  ;({ tablet, page } = await turnOn(app, { isOffline: false }))
  await unlock(page, pin)
  await expect(counted(page, "sent")).toHaveText("20")
  await expect(counted(page, "waiting")).toHaveText("0")

  const mails: { to: string; kind: string }[] = await (await fetch(`${app.url}/demo/outbox.json`)).json()
  const thanked = mails.filter(({ to, kind }) => kind === "enquiry-made" && to.startsWith("kiosk-")).map(({ to }) => to)
  expect(thanked.toSorted()).toEqual(Array.from({ length: 20 }, (_, one) => `kiosk-${one + 1}@example.org`).toSorted())
  expect(mails.filter(({ to }) => to === "mother-of-20@example.org").map(({ kind }) => kind)).toEqual(["guardian-asked"])
  await desk.reload()
  await expect(
    desk
      .getByRole("row")
      .filter({ has: desk.getByRole("rowheader", { name: "1", exact: true }) })
      .first(),
  ).toContainText("20")

  // The square sign, on the candidate's own phone.
  const phone = await browser.newContext({ baseURL: app.url, javaScriptEnabled: false })
  const own = await phone.newPage()
  expect(passes).toHaveLength(20)
  await own.goto(`/fr/fair/${passes[0]}`)
  await expect(own.getByText(t("kiosk.go.here"))).toBeVisible()
  await own.getByRole("button", { name: t("kiosk.go.go") }).click()
  await expect(own).toHaveURL(/\/fr\/apply\/sign-in\/code/)
  await own.goto(`/fr/fair/${passes[0]}`)
  await expect(own.getByText(t("kiosk.go.used"))).toBeVisible()
  await phone.close()
  await tablet.close()
  await desk.context().close()
})
