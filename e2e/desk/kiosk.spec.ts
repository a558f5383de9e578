import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import { type Browser, type BrowserContext, chromium, type Page } from "@playwright/test"
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

const counted = (page: Page, key: "waiting" | "sent" | "mend") => page.locator(`#helper [data-count=${key}]`)

const said = (page: Page, text: string) => page.getByRole("alert").filter({ hasText: text })

/** What outreach notes down: the code and the PIN of a new kiosk. */
async function aKiosk(browser: Browser, app: App) {
  const { page: desk, t: at } = await deskOf(browser, app, "outreach@um6p.example")
  await desk.goto("/desk/kiosk")
  await desk.getByRole("combobox", { name: at("kiosk.desk.event") }).selectOption({ index: 1 })
  await desk.getByRole("button", { name: at("kiosk.desk.save") }).click()
  const made = desk.getByRole("status").filter({ hasText: at("kiosk.desk.newText") })
  return { desk, at, code: await made.locator("code").first().innerText(), pin: await made.locator("code").last().innerText() }
}

async function typeCode(page: Page, { code, pin }: { code: string; pin: string }): Promise<void> {
  await screen(page).getByLabel(t("kiosk.page.open-code")).fill(code)
  await screen(page).getByLabel(t("kiosk.page.open-pin")).fill(pin)
  await page.getByRole("button", { name: t("kiosk.page.setupSave") }).click()
}

const begin = (page: Page) => page.getByRole("button", { name: t("kiosk.page.begin") }).click()

/** Somebody types their name and address. */
async function typeIn(page: Page, email: string): Promise<void> {
  await page.getByLabel(t("enquire.firstName")).fill("Aya")
  await screen(page).getByLabel(t("enquire.email"), { exact: true }).fill(email)
}

async function expectThanks(page: Page): Promise<void> {
  await page.getByRole("button", { name: t("kiosk.page.save") }).click()
  await expect(page.getByRole("heading", { name: t("kiosk.page.thanksTitle") })).toBeVisible()
}

/** The helper's screen, from whichever of a candidate's. */
async function backToHelper(page: Page, pin: string): Promise<void> {
  await page.getByRole("button", { name: t("kiosk.page.helpers") }).click()
  const door = page.getByRole("dialog", { name: t("kiosk.page.doorTitle") })
  await door.getByLabel(t("kiosk.page.enter-pin")).fill(pin)
  await door.getByRole("button", { name: t("kiosk.page.unlock") }).click()
  await expect(page.getByRole("heading", { name: t("kiosk.page.doorTitle") })).toBeHidden()
}

const aContext = (browser: Browser, app: App) =>
  browser.newContext({ baseURL: app.url, locale: "fr-FR", viewport: { width: 1024, height: 768 } })

/** A window that hears nothing of the others, as one that slept. */
async function deafPage(tablet: BrowserContext): Promise<Page> {
  const page = await tablet.newPage()
  await page.addInitScript(() => (BroadcastChannel.prototype.addEventListener = () => {}))
  await page.goto("/kiosk")
  return page
}

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
  const { desk, code, pin } = await aKiosk(browser, app)
  let { tablet, page } = await turnOn(app, { isOffline: false })
  await typeCode(page, { code, pin: "00000000" })
  await expect(page.getByText(t("refusals.kiosk.wrong"))).toBeVisible()
  await typeCode(page, { code, pin })
  await expect(page.getByText(t("kiosk.page.ready"))).toBeVisible()
  const version = async () => (await fetch(`${app.url}/kiosk/worker.js`)).text()
  expect(await version()).toBe(await version())

  await tablet.setOffline(true)
  await page.reload()
  await unlock(page, "12345678")
  await expect(page.getByText(t("kiosk.page.wrongPin"))).toBeVisible()
  await unlock(page, pin)
  await expect(page.getByText(t("kiosk.page.ready"))).toBeVisible()
  await expect(page.getByText(t("kiosk.page.notKept"))).toBeHidden()
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

test("what waits on a tablet outlives every other window of it, and each window counts it", async ({ browser, app }) => {
  const { desk, code, pin } = await aKiosk(browser, app)
  const tablet = await aContext(browser, app)
  const one = await tablet.newPage()
  await one.goto("/kiosk")
  // A window that asks to be set up, and is answered when another has been.
  const late = await tablet.newPage()
  const [asked, answered] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  await late.route("**/api/kiosk/open", async (route) => {
    const opened = await fetch(`${app.url}/api/kiosk/open`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: route.request().postData() ?? "",
    })
    const body = await opened.text()
    asked.resolve()
    await answered.promise
    await route.fulfill({ status: opened.status, contentType: "application/json", body })
  })
  await late.goto("/kiosk")
  await typeCode(late, { code, pin })
  await asked.promise
  const old = await deafPage(tablet)
  await typeCode(one, { code, pin })
  await expect(one.getByText(t("kiosk.page.ready"))).toBeVisible()
  const deaf = await deafPage(tablet)
  await unlock(deaf, pin)
  const two = await tablet.newPage()
  await two.goto("/kiosk")
  await unlock(two, pin)

  await tablet.setOffline(true)
  await begin(two)
  await fillIn(two, 21, 23)
  await expect(counted(one, "waiting")).toHaveText("3")
  const leave = { name: t("kiosk.page.leave") }
  await expect(one.getByRole("button", leave)).toBeHidden()
  await expect(counted(deaf, "waiting")).toHaveText("0")
  await deaf.getByRole("button", leave).click()
  await expect(said(deaf, t("kiosk.page.leaveNot"))).toBeVisible()
  await expect(counted(deaf, "waiting")).toHaveText("3")
  for (const page of [old, late]) {
    if (page === old) await typeCode(page, { code, pin })
    else answered.resolve()
    await expect(page.getByRole("heading", { name: t("kiosk.page.lockedTitle") })).toBeVisible()
    await expect(page.locator("#locked [data-count=waiting]")).toHaveText("3")
  }
  await expect(said(old, t("kiosk.page.isSetUp"))).toBeVisible()
  await late.reload()
  await expect(late.locator("#locked [data-count=waiting]")).toHaveText("3")
  await unlock(late, pin)
  await expect(counted(late, "waiting")).toHaveText("3")

  await tablet.setOffline(false)
  await one.getByRole("button", { name: t("kiosk.page.sendNow") }).click()
  for (const page of [one, late]) {
    await expect(counted(page, "sent")).toHaveText("3")
    await expect(counted(page, "waiting")).toHaveText("0")
  }
  await tablet.close()
  await desk.context().close()
})

test("a window of a tablet that was set up anew keeps nothing under the old key, and loses nothing that was typed", async ({
  browser,
  app,
}) => {
  const { desk, code, pin } = await aKiosk(browser, app)
  const tablet = await aContext(browser, app)
  const one = await tablet.newPage()
  await one.goto("/kiosk")
  await typeCode(one, { code, pin })
  await expect(one.getByText(t("kiosk.page.ready"))).toBeVisible()
  const [helper, two] = [await tablet.newPage(), await deafPage(tablet)]
  await helper.goto("/kiosk")
  for (const page of [helper, two]) await unlock(page, pin)
  await begin(two)
  await typeIn(two, "kiosk-41@example.org")
  await one.getByRole("button", { name: t("kiosk.page.leave") }).click()
  await expect(helper.getByRole("heading", { name: t("kiosk.page.setupTitle") })).toBeVisible()
  await typeCode(one, { code, pin })
  await expect(counted(one, "waiting")).toBeVisible()

  await two.getByRole("button", { name: t("kiosk.page.save") }).click()
  await expect(said(two, t("kiosk.page.otherKey"))).toBeVisible()
  await unlock(two, pin)
  await expect(screen(two).getByLabel(t("enquire.email"), { exact: true })).toHaveValue("kiosk-41@example.org")
  await expectThanks(two)
  await expect(counted(one, "sent")).toHaveText("1")
  await tablet.close()
  await desk.context().close()
})

test("an entry that nobody can read holds up no other, is told of, and is removed when a helper says so", async ({ browser, app }) => {
  const { desk, code, pin } = await aKiosk(browser, app)
  const tablet = await aContext(browser, app)
  const page = await tablet.newPage()
  await page.goto("/kiosk")
  await typeCode(page, { code, pin })
  await expect(page.getByText(t("kiosk.page.ready"))).toBeVisible()
  await tablet.setOffline(true)
  await page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open("rihla-kiosk")
      request.addEventListener("success", () => resolve(request.result))
    })
    const writing = database.transaction("entries", "readwrite")
    const sealed = { iv: new Uint8Array(12), data: new ArrayBuffer(80) }
    writing.objectStore("entries").put({ ...sealed, id: crypto.randomUUID(), number: 0, state: "waiting", field: "", why: "" })
    await new Promise((resolve) => writing.addEventListener("complete", resolve))
  })
  await begin(page)
  await fillIn(page, 24, 25)
  await backToHelper(page, pin)
  const unread = page.getByRole("status").filter({ hasText: t("kiosk.page.unread").replace("…", "1") })
  await expect(unread).toBeVisible()
  await expect(counted(page, "waiting")).toHaveText("2")
  await tablet.setOffline(false)
  await page.getByRole("button", { name: t("kiosk.page.sendNow") }).click()
  await expect(counted(page, "sent")).toHaveText("2")
  await expect(unread).toBeVisible()
  await expect(page.getByRole("button", { name: t("kiosk.page.leave") })).toBeHidden()
  await expectAccessible(page)
  await page.getByRole("button", { name: t("kiosk.page.drop") }).click()
  await page
    .getByRole("dialog", { name: t("kiosk.page.dropText") })
    .getByRole("button", { name: t("kiosk.page.dropNow") })
    .click()
  await expect(unread).toBeHidden()
  await page.getByRole("button", { name: t("kiosk.page.leave") }).click()
  await expect(page.getByRole("heading", { name: t("kiosk.page.setupTitle") })).toBeVisible()
  await tablet.close()
  await desk.context().close()
})

test("a tablet says what is wrong with it where it is seen: to helpers what it may lose, to a candidate that nothing was kept", async ({
  browser,
  app,
}) => {
  const { desk, code, pin } = await aKiosk(browser, app)
  const tablet = await aContext(browser, app)
  const page = await tablet.newPage()
  await page.addInitScript(() => {
    navigator.serviceWorker.register = () => Promise.reject(new Error("Refused"))
    navigator.storage.persist = () => Promise.resolve(false)
  })
  await page.goto("/kiosk")
  const warning = page.getByRole("status").filter({ hasText: t("kiosk.page.notKept") })
  await expect(warning).toBeVisible()
  await typeCode(page, { code, pin })
  await expect(warning).toContainText(t("kiosk.page.mayVanish"))
  await page.getByRole("button", { name: "العربية" }).click()
  await expect(page.getByText(wordsIn("ar")("kiosk.page.mayVanish"))).toBeVisible()
  await expectNoSidewaysScroll(page)
  await expectAccessible(page)
  await page.getByRole("button", { name: "Français" }).click()

  await begin(page)
  await expect(warning).toBeHidden()
  await page.evaluate(() => {
    const { put } = IDBObjectStore.prototype
    IDBObjectStore.prototype.put = function () {
      IDBObjectStore.prototype.put = put
      throw new DOMException("No room", "QuotaExceededError")
    }
  })
  await typeIn(page, "kiosk-61@example.org")
  await page.getByRole("button", { name: t("kiosk.page.save") }).click()
  await expect(said(page, t("kiosk.page.full"))).toBeInViewport()
  await expectAccessible(page)
  await expect(screen(page).getByLabel(t("enquire.email"), { exact: true })).toHaveValue("kiosk-61@example.org")
  await expectThanks(page)
  await expect(said(page, t("kiosk.page.full"))).toBeHidden()

  // A browser that says yes later is asked again each time the tablet is opened.
  await page.evaluate(() => (navigator.storage.persist = () => Promise.resolve(true)))
  await backToHelper(page, pin)
  await expect(warning).toBeVisible()
  await expect(warning).not.toContainText(t("kiosk.page.mayVanish"))
  await tablet.close()
  await desk.context().close()
})

test("a tablet whose clock is wrong takes candidates, waits no longer for a PIN, and empties no form early", async ({ browser, app }) => {
  const { desk, code, pin } = await aKiosk(browser, app)
  const tablet = await aContext(browser, app)
  const page = await tablet.newPage()
  await page.clock.install({ time: "2015-01-01T10:00:00Z" })
  await page.goto("/kiosk")
  await typeCode(page, { code, pin })
  await begin(page)
  const year = page.getByLabel(t("enquire.birthYear"))
  const adult = page.getByRole("group", { name: t("kiosk.page.guardianTitle") })
  await typeIn(page, "kiosk-71@example.org")
  await year.fill(String(new Date().getFullYear() - 16))
  await expect(adult).toBeVisible()
  await year.fill("2006")
  await expect(adult).toBeHidden()
  await expectThanks(page)
  await page.getByRole("button", { name: t("kiosk.page.next") }).click()

  const name = page.getByLabel(t("enquire.firstName"))
  const setClock = async (time: string) => {
    await page.clock.setSystemTime(time)
    await page.clock.runFor(2_000)
  }
  await name.fill("Not lost")
  await setClock("2026-01-01T10:00:00Z")
  await expect(page.getByRole("button", { name: t("kiosk.page.stay") })).toBeHidden()
  await expect(name).toHaveValue("Not lost")
  // What a tablet slept through counts, by whichever clock.
  const see = (isSeen: boolean) =>
    page.evaluate((hidden) => {
      Object.defineProperty(document, "hidden", { value: hidden, configurable: true })
      document.dispatchEvent(new Event("visibilitychange", { bubbles: true }))
    }, !isSeen)
  await see(false)
  await page.clock.setSystemTime("2026-01-01T10:05:00Z")
  await see(true)
  await page.clock.runFor(2_000)
  await expect(name).toHaveValue("")

  await page.getByRole("button", { name: t("kiosk.page.helpers") }).click()
  const door = page.getByRole("dialog", { name: t("kiosk.page.doorTitle") })
  const tryPin = async (typed: string) => {
    await door.getByLabel(t("kiosk.page.enter-pin")).fill(typed)
    await door.getByRole("button", { name: t("kiosk.page.unlock") }).click()
  }
  for (const wrong of ["1", "2", "3"]) {
    await tryPin(wrong)
    await expect(door.getByRole("button", { name: t("kiosk.page.unlock") })).toBeEnabled()
  }
  await page.clock.setSystemTime("2015-01-01T10:00:00Z")
  await tryPin(pin)
  await expect(door.getByText(new RegExp(t("kiosk.page.wait").replace("…", "[1-5]")))).toBeVisible()
  await page.clock.fastForward(6_000)
  await tryPin(pin)
  await expect(counted(page, "sent")).toHaveText("1")
  await tablet.close()
  await desk.context().close()
})

test("what the server does not take stays on the tablet, and goes when it may", async ({ browser, app }) => {
  const { desk, at, code, pin } = await aKiosk(browser, app)
  const tablet = await aContext(browser, app)
  const page = await tablet.newPage()
  await page.goto("/kiosk")
  await typeCode(page, { code, pin })
  await expect(page.getByText(t("kiosk.page.ready"))).toBeVisible()
  await tablet.setOffline(true)
  await begin(page)
  await typeIn(page, "kiosk-81@example.org")
  await page.getByLabel(t("enquire.phone"), { exact: true }).fill("+221 12 34 56")
  await expectThanks(page)
  await page.getByRole("button", { name: t("kiosk.page.next") }).click()
  await fillIn(page, 26, 26)
  await backToHelper(page, pin)
  await expect(counted(page, "waiting")).toHaveText("2")

  // The desk has ended the tablet.
  const card = desk.locator("section").filter({ hasText: code })
  await desk.reload()
  await card.getByRole("button", { name: at("kiosk.desk.revoke") }).click()
  await expect(card.getByRole("button", { name: at("kiosk.desk.restore") })).toBeVisible()
  await tablet.setOffline(false)
  const send = page.getByRole("button", { name: t("kiosk.page.sendNow") })
  await send.click()
  await expect(page.getByRole("status").filter({ hasText: t("kiosk.page.ended") })).toBeVisible()
  await expect(counted(page, "waiting")).toHaveText("2")
  await expect(page.getByRole("button", { name: t("kiosk.page.leave") })).toBeHidden()
  await card.getByRole("button", { name: at("kiosk.desk.restore") }).click()
  await expect(card.getByRole("button", { name: at("kiosk.desk.revoke") })).toBeVisible()

  // The server is there and cannot.
  const entries = "**/api/kiosk/entries"
  for (const answer of [{ status: 500 }, { json: { results: [] } }]) {
    await page.route(entries, (route) => route.fulfill(answer))
    await send.click()
    await expect(page.getByRole("status").filter({ hasText: t("kiosk.page.held") })).toBeVisible()
    await expect(counted(page, "waiting")).toHaveText("2")
    await page.unroute(entries)
  }

  // What it cannot read at all holds up nothing else.
  await page.route(entries, async (route) => {
    const sent: { entries: { madeAt: string }[] } = route.request().postDataJSON()
    await route.continue({ postData: { entries: sent.entries.map((entry, at) => (at === 0 ? { ...entry, madeAt: "today" } : entry)) } })
  })
  await send.click()
  await expect(counted(page, "sent")).toHaveText("1")
  await expect(counted(page, "mend")).toHaveText("1")
  await page.unroute(entries)
  await page.getByRole("button", { name: t("kiosk.page.mendNext") }).click()
  await expect(said(page, t("refusals.kiosk.entry-unread"))).toBeVisible()
  const answered = page.waitForResponse(entries)
  await page.getByRole("button", { name: t("kiosk.page.save") }).click()
  await answered
  await expect(counted(page, "mend")).toHaveText("1")
  await page.reload()
  await expect(page.locator("#locked [data-count=mend]")).toHaveText("1")
  await unlock(page, pin)
  await page.getByRole("button", { name: t("kiosk.page.mendNext") }).click()
  await expect(page.getByText(t("refusals.field.phone")).first()).toBeVisible()
  await page.getByLabel(t("enquire.phone"), { exact: true }).fill("+221 77 123 45 67")
  await page.getByRole("button", { name: t("kiosk.page.save") }).click()
  await expect(counted(page, "sent")).toHaveText("2")
  await expect(page.getByRole("button", { name: t("kiosk.page.leave") })).toBeVisible()
  await tablet.close()
  await desk.context().close()
})
