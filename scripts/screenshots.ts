// npm run screenshots: takes the README's pictures again, of the built product on the demonstration's data.
import { rmSync } from "node:fs"
import path from "node:path"
import { chromium } from "@playwright/test"
import makeDemonstration, { copyDemonstration } from "../e2e/demonstration.ts"
import { findBrowser } from "../e2e/find-browser.ts"
import { type App, signInCandidate, signInStaff, vendorEnv, wordsIn } from "../e2e/fixtures.ts"
import { Outbox, type OutboxMail } from "../e2e/outbox.ts"
import { startServer } from "../e2e/server.ts"
import { startResend } from "../e2e/stand-ins/resend.ts"
import { startStripe } from "../e2e/stand-ins/stripe.ts"

const phone = { viewport: { width: 360, height: 740 }, isMobile: true }
const desktop = { viewport: { width: 1180, height: 720 }, locale: "en-GB" }
const folder = path.resolve(import.meta.dirname, "../screenshots")

await makeDemonstration()
const dataDir = copyDemonstration()
const [resend, stripe] = await Promise.all([startResend(), startStripe()])
const server = await startServer({ dataDir, env: vendorEnv(resend, stripe) })
const app: App = { url: server.url, server, outbox: new Outbox(server.url), resend, stripe }
const executablePath = findBrowser()
const browser = await chromium.launch({ ...(executablePath === null ? {} : { executablePath }), args: ["--no-sandbox"] })
const pageOf = async (options: Parameters<typeof browser.newContext>[0]) =>
  (await browser.newContext({ baseURL: server.url, ...options })).newPage()
try {
  const reader = await pageOf(phone)
  await reader.goto("/ar")
  await reader.screenshot({ path: path.join(folder, "home-ar-phone.png") })

  const mails = (await (await fetch(`${server.url}/demo/outbox.json`)).json()) as OutboxMail[]
  const offered = mails.filter(({ kind, language }) => kind === "offer-made" && language === "fr")
  for (const { to } of offered) {
    const candidate = await pageOf(phone)
    await signInCandidate(candidate, app, "fr", to)
    await candidate.goto("/fr/apply")
    // Somebody whose offer waits for an answer.
    if ((await candidate.getByText(wordsIn("fr")("states.choice.candidate.offered"), { exact: true }).count()) === 0) continue
    await candidate.screenshot({ path: path.join(folder, "application-fr-phone.png") })
    break
  }

  const officer = await pageOf(desktop)
  await signInStaff(officer, app, "officer@aui.example")
  await officer.goto("/desk/choices?state=in_review")
  await officer.locator("a[href^='/desk/choices/']:not([href*='export'])").first().click()
  await officer.getByRole("article").getByRole("heading", { level: 1 }).waitFor()
  await officer.screenshot({ path: path.join(folder, "desk-choice-desktop.png") })
} finally {
  await browser.close()
  await server.stop()
  await Promise.all([resend.close(), stripe.close()])
  rmSync(dataDir, { recursive: true, force: true })
}
