import { readFileSync, rmSync } from "node:fs"
import { createRequire } from "node:module"
import { test as base, expect, type Page } from "@playwright/test"
import type axe from "axe-core"
import { translator } from "#app/platform/i18n.ts"
import { isLanguage, type Language } from "#app/locales/languages.ts"
import { copyDemonstration } from "./demonstration.ts"
import { Outbox } from "./outbox.ts"
import { type Server, startServer } from "./server.ts"
import { startResend, type ResendStandIn } from "./stand-ins/resend.ts"
import { startStripe, type StripeStandIn } from "./stand-ins/stripe.ts"

export const webhookSecrets = {
  resend: `whsec_${Buffer.from("the secret of the mail vendor").toString("base64")}`,
  stripe: "whsec_stripe_for_tests",
}

/** The demonstration in a process of its own, with stand-ins for the vendors behind it. */
export type App = { url: string; server: Server; outbox: Outbox; resend: ResendStandIn; stripe: StripeStandIn }

/** Settings of a demonstration server whose vendors are the stand-ins. */
export function vendorEnv(resend: ResendStandIn, stripe: StripeStandIn): Record<string, string> {
  return {
    RESEND_API_KEY: "re_for_tests",
    RESEND_BASE_URL: resend.url,
    RESEND_WEBHOOK_SECRET: webhookSecrets.resend,
    STRIPE_SECRET_KEY: "sk_test_for_tests",
    STRIPE_API_BASE: stripe.url,
    STRIPE_WEBHOOK_SECRET: webhookSecrets.stripe,
  }
}

/* Each worker has its own server, on its own copy of the demonstration. */
export const test = base.extend<object, { app: App }>({
  app: [
    // Playwright reads what a fixture needs from the pattern of its first parameter.
    // oxlint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const dataDir = copyDemonstration()
      const resend = await startResend()
      const stripe = await startStripe()
      const server = await startServer({ dataDir, env: vendorEnv(resend, stripe) })
      try {
        await use({ url: server.url, server, outbox: new Outbox(server.url), resend, stripe })
      } finally {
        await server.stop()
        await resend.close()
        await stripe.close()
        rmSync(dataDir, { recursive: true, force: true })
      }
    },
    { scope: "worker", timeout: 180_000 },
  ],
  baseURL: async ({ app }, use) => use(app.url),
})

export { expect }

/** The product's own words: what a control is called is what a reader, or a screen reader, looks for. */
export const wordsIn = (language: Language) => translator(language)

/** The words of the language the page is in. */
export async function wordsOf(page: Page): Promise<ReturnType<typeof wordsIn>> {
  const language = await page.locator("html").getAttribute("lang")
  if (!isLanguage(language)) throw new Error(`${page.url()} is in no language of ours`)
  return wordsIn(language)
}

/** The addresses of the maps of each language, as paths. */
export async function publicPaths(url: string): Promise<string[]> {
  const paths = async (map: string) => {
    const text = await (await fetch(`${url}${map}`)).text()
    return [...text.matchAll(/<loc>([^<]+)<\/loc>/g)].map((match) => new URL((match[1] ?? "").replaceAll("&amp;", "&")).pathname)
  }
  return (await Promise.all((await paths("/sitemap.xml")).map(paths))).flat()
}

/** Fails when the page can be scrolled sideways. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const widest = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    const over = [...document.querySelectorAll("body *")].filter((element) => {
      const { left, right } = element.getBoundingClientRect()
      return right > clientWidth + 1 || left < -1
    })
    return { scrollWidth, clientWidth, over: over.slice(0, 5).map((element) => `${element.tagName.toLowerCase()}.${element.className}`) }
  })
  expect(widest.scrollWidth, `${page.url()} is wider than the screen: ${widest.over.join(", ")}`).toBeLessThanOrEqual(widest.clientWidth)
}

/** Rules of axe whose findings are moderate at the most: nothing they say is asked for. */
const moderateRules = [
  "aria-allowed-role",
  "aria-deprecated-role",
  "empty-heading",
  "empty-table-header",
  "focus-order-semantics",
  "form-field-multiple-labels",
  "heading-order",
  "hidden-content",
  "html-xml-lang-mismatch",
  "image-redundant-alt",
  "landmark-banner-is-top-level",
  "landmark-contentinfo-is-top-level",
  "landmark-main-is-top-level",
  "landmark-no-duplicate-banner",
  "landmark-no-duplicate-contentinfo",
  "landmark-no-duplicate-main",
  "landmark-one-main",
  "landmark-unique",
  "meta-viewport",
  "meta-viewport-large",
  "no-autoplay-audio",
  "page-has-heading-one",
  "presentation-role-conflict",
  "region",
  "scope-attr-valid",
  "server-side-image-map",
  "skip-link",
  "table-duplicate-name",
]

declare global {
  interface Window {
    axe: typeof axe
  }
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8")

/** Fails on anything that shuts somebody out seriously or wholly. No page has frames that axe may enter. */
export async function expectAccessible(page: Page): Promise<void> {
  await page.evaluate(axeSource)
  const options = {
    resultTypes: ["violations"],
    // Where a fault is, is told by its HTML: a selector is sought for each element that has none.
    selectors: false,
    rules: Object.fromEntries(moderateRules.map((rule) => [rule, { enabled: false }])),
  } satisfies axe.RunOptions
  const grave = await page.evaluate(async (asked) => {
    // A colour on its way from one to the other is neither.
    const passing = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().iterations !== Infinity)
    await Promise.allSettled(passing.map(({ finished }) => finished))
    const { violations } = await window.axe.run(document, asked)
    return violations
      .filter(({ impact }) => impact === "serious" || impact === "critical")
      .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(", ")}`)
  }, options)
  expect(grave, page.url()).toEqual([])
}

/** Signs a candidate in with the six digits that were mailed to the address. */
export async function signInCandidate(page: Page, app: App, language: Language, email: string): Promise<void> {
  const t = wordsIn(language)
  const known = await app.outbox.to(email, "sign-in-code")
  await page.goto(`/${language}/apply/sign-in`)
  await page.getByLabel(t("people.signIn.email")).fill(email)
  await page.getByRole("button", { name: t("people.signIn.send") }).click()
  await page.getByLabel(t("people.code.code")).fill(await codeIn(app, email, known))
  await page.getByRole("button", { name: t("people.code.enter") }).click()
  await expect(page).not.toHaveURL(/sign-in/)
}

/** Signs a member of staff in at the desk. Gives the words of the language that they read the desk in. */
export async function signInStaff(page: Page, app: App, email: string): Promise<ReturnType<typeof wordsIn>> {
  await page.goto("/desk/sign-in")
  const t = await wordsOf(page)
  const known = await app.outbox.to(email, "sign-in-code")
  await page.getByLabel(t("people.desk.email")).fill(email)
  await page.getByRole("button", { name: t("people.signIn.send") }).click()
  await page.getByLabel(t("people.code.code")).fill(await codeIn(app, email, known))
  await page.getByRole("button", { name: t("people.code.enter") }).click()
  await expect(page).not.toHaveURL(/sign-in/)
  return wordsOf(page)
}

/** The six digits of the next mail to an address, after those that are known. */
export async function codeIn(app: App, email: string, known: Parameters<Outbox["next"]>[2]): Promise<string> {
  const mail = await app.outbox.next(email, "sign-in-code", known)
  const code = /\b\d{6}\b/.exec(mail.text)?.[0]
  if (code === undefined) throw new Error(`No code in the mail to ${email}`)
  return code
}
