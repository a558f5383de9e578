import { randomBytes } from "node:crypto"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import pg from "pg"
import { test, type Browser } from "@playwright/test"
import { askAboutProgramme, choiceIds, confirmAddress, fillApplication, submit, type Candidate } from "./candidate.ts"
import { copyDemonstration } from "./demonstration.ts"
import { expect, signInCandidate, vendorEnv, wordsIn, type App } from "./fixtures.ts"
import { Outbox } from "./outbox.ts"
import { freePort, startServer } from "./server.ts"
import { startResend } from "./stand-ins/resend.ts"
import { startStripe } from "./stand-ins/stripe.ts"

/*
 * The power fails in the middle of the road, between any two steps and during one. What was answered with success is
 * there after the restart: session, enquiry, sections, submission, mails; and no mail has left twice.
 */

const candidate: Candidate = { language: "fr", givenName: "Moussa", familyName: "Traoré", email: "kill@example.org", country: "ML" }

async function road(browser: Browser, database: { dataDir: string; env: Record<string, string> }) {
  const t = wordsIn("fr")
  const resend = await startResend()
  const stripe = await startStripe()
  const port = await freePort()
  const start = () =>
    startServer({ port, dataDir: database.dataDir, env: { ...vendorEnv(resend, stripe), ...database.env }, startMs: 300_000 })
  let server = await start()
  const context = await browser.newContext({
    baseURL: server.url,
    javaScriptEnabled: false,
    viewport: { width: 360, height: 740 },
    locale: "fr-FR",
  })
  const page = await context.newPage()
  // A job that was cut off is taken up by another process after half a minute without a sign of life.
  const outbox = new Outbox(server.url, { patienceMs: 60_000 })
  const app: App = { url: server.url, server, outbox, resend, stripe }
  const cut = async () => {
    await server.kill()
    server = await start()
    app.server = server
  }
  try {
    await askAboutProgramme(page, candidate)
    await cut()
    await confirmAddress(page, app, candidate)
    await fillApplication(page, app, candidate)
    await cut()

    // Still signed in; every part that was saved is there.
    await page.goto("/fr/apply/motivation")
    await expect(page.getByRole("textbox", { name: t("apply.motivation.label") })).toHaveValue(/Je veux apprendre/)
    const reference = await submit(page, candidate)
    await cut()
    await page.goto("/fr/apply/submitted")
    await expect(page.locator("main")).toContainText(reference)
    expect(await choiceIds(page, "fr")).toHaveLength(2)

    // The mail of the submission leaves once, whenever the power went.
    await app.outbox.next(candidate.email, "application-submitted")
    const sentOf = () => resend.sent.filter((message) => message.to === candidate.email && message.subject.includes(reference)).length
    await expect.poll(sentOf, { timeout: 60_000 }).toBe(1)
    expect(await app.outbox.to(candidate.email, "application-submitted")).toHaveLength(1)

    // Killed while it answers: either the sign-in code was asked for, and comes, or the page said so.
    const asked = fetch(`${server.url}/fr/apply/sign-in`, {
      method: "POST",
      body: new URLSearchParams({ email: candidate.email }),
      redirect: "manual",
    }).then(
      ({ status }) => status,
      () => null,
    )
    const [status] = await Promise.all([asked, server.kill()])
    server = await start()
    app.server = server
    if (status === 302)
      await expect.poll(async () => (await app.outbox.to(candidate.email, "sign-in-code")).length, { timeout: 60_000 }).toBeGreaterThan(1)
    await page.context().clearCookies()
    await signInCandidate(page, app, "fr", candidate.email)
    await page.goto("/fr/apply")
    await expect(page.locator("main")).toContainText(reference)
  } finally {
    await context.close()
    await server.stop()
    await resend.close()
    await stripe.close()
  }
}

test.describe("kill -9 in the middle of the road loses nothing that was answered with success", () => {
  test.setTimeout(600_000)
  // Each has a server and a database of its own.
  test.describe.configure({ mode: "parallel" })

  test("on PGlite", async ({ browser }) => {
    const dataDir = copyDemonstration()
    await road(browser, { dataDir, env: {} })
    rmSync(dataDir, { recursive: true, force: true })
  })

  const url = process.env["TEST_DATABASE_URL"]
  if (url !== undefined && url !== "") {
    test("on PostgreSQL", async ({ browser }) => {
      const name = `rihla_kill_${randomBytes(5).toString("hex")}`
      const admin = new pg.Client({ connectionString: url })
      await admin.connect()
      await admin.query(`create database ${name}`)
      const own = new URL(url)
      own.pathname = `/${name}`
      const dataDir = mkdtempSync(path.join(tmpdir(), "rihla-kill-"))
      try {
        await road(browser, { dataDir, env: { DATABASE_URL: own.toString(), DEMO: "1" } })
      } finally {
        await admin.query(`drop database if exists ${name} with (force)`)
        await admin.end()
        rmSync(dataDir, { recursive: true, force: true })
      }
    })
  }
})
