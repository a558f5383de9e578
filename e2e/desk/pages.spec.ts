import type { Page } from "@playwright/test"
import texts from "#app/locales/en/all.ts"
import { type Language, languages } from "#app/locales/languages.ts"
import { type App, expect, expectAccessible, expectNoSidewaysScroll, test } from "../fixtures.ts"
import { deskOf } from "../staff.ts"

/* Every page of the desk, as those see it who work on it: open to all, whole on any screen, and in words. */

// Each test stands for itself: two browsers share them.
test.describe.configure({ mode: "parallel" })

/** A key of the texts, or a bare refusal code, where a sentence should be. */
const areas = [...Object.keys(texts), ...Object.keys(texts.refusals), "mails"]
const untranslated = new RegExp(String.raw`\b(?:${areas.join("|")})\.[a-z]\w*(?:\.\w+)*\b`)

/** Lists and pages of a member of staff; a list in brackets stands for the first thing in it, with the pages below that. */
const walks: readonly {
  email: string
  about: string
  pages: readonly string[]
  firstOf: readonly [list: string, below: readonly string[]][]
}[] = [
  {
    email: "head@aui.example",
    about: "leads",
    pages: [
      "/desk/leads?q=zzzzzz",
      "/desk/search?q=a",
      "/desk/search?q=zzzzzz",
      "/desk/team",
      "/desk/team/rules/new",
      "/desk/hours",
      "/desk/awaited",
      "/desk/partners",
      "/desk/codes/new",
      "/desk/score",
      "/desk/kiosk",
      "/desk/imports/new",
      "/desk/leads/export",
    ],
    firstOf: [
      ["/desk/leads", ["", "/task", "/tags", "/snooze", "/contact", "/same?who=a"]],
      ["/desk/duplicates", [""]],
      ["/desk/imports", [""]],
      ["/desk/codes", ["", "/sheet"]],
    ],
  },
  {
    email: "head@aui.example",
    about: "choices, the catalogue and events",
    pages: [
      "/desk",
      "/desk/insight",
      "/desk/catalogue?title=zzzzzz",
      "/desk/catalogue/question/new",
      "/desk/events/new",
      "/desk/events?view=past",
      "/desk/rates",
      "/desk/no-such-page",
    ],
    firstOf: [
      ["/desk/choices?state=placed", [""]],
      ["/desk/choices?state=in_review", ["", "/offer", "/refuse", "/waitlist", "/ask", "/interview"]],
      ["/desk/choices?state=offered", [""]],
      ["/desk/choices?state=conditions_pending", ["", "/confirm", "/unmet", "/defer"]],
      ["/desk/choices?state=refused", [""]],
      ["/desk/choices?need=waiver", ["", "/waiver"]],
      ["/desk/catalogue?kind=question", ["", "/history"]],
      ["/desk/catalogue?kind=scheme", ["", "/preview/ar"]],
      ["/desk/catalogue?kind=programme", ["", "/preview/ar"]],
      ["/desk/reports?state=new", [""]],
      ["/desk/reports?state=closed", [""]],
      ["/desk/events", ["", "/edit", "/history", "/cancel", "/sheet"]],
      ["/desk/events?view=attendance", ["", "/import"]],
    ],
  },
  {
    email: "head@um6p.example",
    about: "rules",
    pages: ["/desk/rules/new", "/desk/rules/new?level=bachelor&names=wassce9"],
    firstOf: [["/desk/rules", [""]]],
  },
  { email: "campaigns@aui.example", about: "campaigns", pages: ["/desk/campaigns/new"], firstOf: [["/desk/campaigns", [""]]] },
  {
    email: "admin@rihla.example",
    about: "the alliance",
    pages: ["/desk", "/desk/partners", "/desk/staff", "/desk/journal"],
    firstOf: [["/desk/outbox", [""]]],
  },
]

/** Read by axe from right to left in the light, and in the dark; in the other languages the page is the same but for its words. */
const looks: readonly { language: Language; scheme: "light" | "dark"; byAxe: boolean }[] = [
  { language: "ar", scheme: "light", byAxe: true },
  { language: "fr", scheme: "dark", byAxe: true },
  { language: "en", scheme: "light", byAxe: false },
]

async function read(page: Page, path: string, byAxe: boolean): Promise<void> {
  await page.goto(path)
  await expect(page.locator("main h1").first()).toBeVisible()
  for (const width of [1280, 1024, 390]) {
    await page.setViewportSize({ width, height: 860 })
    await expectNoSidewaysScroll(page)
  }
  await page.setViewportSize({ width: 1280, height: 860 })
  // The name of an event in the journal is a code there, and no sentence.
  const words = await page.evaluate(() => {
    const codes = [...document.querySelectorAll<HTMLElement>('a[href^="/desk/journal?type="]')].map((code) => code.innerText)
    return codes.reduce((text, code) => text.replace(code, ""), document.body.innerText)
  })
  expect(words.match(untranslated)?.[0], page.url()).toBeUndefined()
  if (!byAxe) return
  // A page that may run no scripts cannot be read by one: what a frame shows is read on a blank page.
  const framed = await page.locator("iframe").evaluateAll((frames) =>
    frames.map((frame) => {
      frame.remove()
      return frame.getAttribute("src") ?? ""
    }),
  )
  await expectAccessible(page)
  for (const one of framed) {
    const html = await (await page.request.get(one)).text()
    await page.goto("about:blank")
    await page.setContent(html)
    await expectAccessible(page)
  }
}

/** Where the first row leads of the list that is open. */
async function firstOn(page: Page): Promise<string> {
  const below = new URL(page.url()).pathname
  const href = await page.locator(`main a[href^="${below}/"]`).evaluateAll((links) => {
    const paths = links.map((link) => new URL(link instanceof HTMLAnchorElement ? link.href : "").pathname)
    return paths.find((path) => /[0-9a-f-]{36}$/.test(path))
  })
  expect(href, `${page.url()} leads to nothing`).toBeDefined()
  return href ?? ""
}

/** The page of a verb for many, begun with the first lead. */
async function manyOf(page: Page, app: App): Promise<string> {
  await page.goto("/desk/leads")
  const lead = (await firstOn(page)).split("/").at(-1) ?? ""
  const answer = await page.request.post("/desk/leads/bulk", { form: { lead }, headers: { origin: app.url } })
  return new URL(answer.url()).pathname
}

/** Two who were made one. */
async function mergeOf(page: Page): Promise<string> {
  await page.goto("/desk/duplicates")
  return (await page.locator('main a[href^="/desk/merges/"]').first().getAttribute("href")) ?? ""
}

async function dress(page: Page, app: App, language: Language, scheme: "light" | "dark"): Promise<void> {
  for (const [path, form] of [
    ["/desk/language", { language }],
    ["/desk/scheme", { scheme }],
  ] as const)
    expect((await page.request.post(path, { form, headers: { origin: app.url } })).ok()).toBe(true)
}

for (const { email, about, pages, firstOf } of walks) {
  for (const { language, scheme, byAxe } of looks) {
    test(`every page about ${about} that ${email} opens is whole, in ${language} and in the ${scheme}`, async ({ browser, app }) => {
      // Some thirty pages, each read whole by axe.
      test.setTimeout(300_000)
      const { page } = await deskOf(browser, app, email)
      const faults: string[] = []
      page.on("pageerror", (error) => faults.push(`${page.url()}: ${error.message}`))
      await dress(page, app, language, scheme)
      for (const path of pages) await read(page, path, byAxe)
      for (const [list, below] of firstOf) {
        await read(page, list, byAxe)
        const first = await firstOn(page)
        for (const end of below) await read(page, first + end, byAxe)
      }
      if (about === "leads") {
        const many = await manyOf(page, app)
        for (const path of [many, `${many}?verb=snooze`, `${many}?verb=tag&tag=fair`, await mergeOf(page)]) await read(page, path, byAxe)
      }
      expect(faults).toEqual([])
      await dress(page, app, "en", "light")
      await page.context().close()
    })
  }
}

for (const locale of languages) {
  test.describe(`in ${locale}`, () => {
    test.use({ locale })
    test("the door of the desk is whole", async ({ page }) => {
      await read(page, "/desk/sign-in", true)
      await expect(page.locator("html")).toHaveAttribute("lang", locale)
    })
  })
}
