import { beforeAll, describe, expect, test } from "vitest"
import { seedCatalogue } from "#prisma/seed/catalogue.ts"
import { languages } from "#app/locales/languages.ts"
import { testCtx, type TestCtx } from "#app/testing/test-ctx.ts"
import { type CallFeed, jsonFeed, rssFeed } from "./call-feed.ts"
import { listOpenCalls } from "./open-calls.server.ts"
import { callFeedOf } from "./ui/call-texts.ts"

let ctx: TestCtx

beforeAll(async () => {
  ctx = await testCtx()
  await seedCatalogue(ctx)
})

async function feedIn(language: (typeof languages)[number]): Promise<CallFeed> {
  const reader = ctx.inLanguage(language)
  return callFeedOf(await listOpenCalls(reader), { t: reader.t, language, publicUrl: "https://rihla.example" })
}

describe.each(languages)("the feed of open calls in %s", (language) => {
  test("has every call that is open now, the one that closes first at the head, with its deadline; a sample is called one", async () => {
    const feed = await feedIn(language)
    expect(feed.items.length).toBeGreaterThan(3)
    const closings = feed.items.map(({ call }) => call.closesAt.getTime())
    expect(closings).toEqual(closings.toSorted((a, b) => a - b))
    for (const { call, title, text, url } of feed.items) {
      expect(call.window).toBe("open")
      expect(text).toContain("UTC")
      expect(url).toMatch(new RegExp(`^https://rihla\\.example/${language}/programmes/[a-z0-9-]+$`))
      expect(call.isSample).toBe(true)
      expect(title).toContain(ctx.inLanguage(language).t("common.standing.sample"))
    }
  })

  test("is a JSON Feed 1.1 whose items a reader tells apart", async () => {
    const feed: { version: string; items: { id: string; url: string; date_published: string; _rihla: { is_sample: boolean } }[] } =
      JSON.parse(jsonFeed(await feedIn(language)))
    expect(feed.version).toBe("https://jsonfeed.org/version/1.1")
    expect(new Set(feed.items.map(({ id }) => id)).size).toBe(feed.items.length)
    for (const item of feed.items) expect(item).toMatchObject({ date_published: expect.stringMatching(/Z$/), _rihla: { is_sample: true } })
  })
})

test("outside the demonstration no sample is called open", async () => {
  const real = { ...ctx, settings: { ...ctx.settings, isDemo: false } }
  expect(await listOpenCalls(real)).toEqual([])
  const empty = callFeedOf([], { t: ctx.t, language: "en", publicUrl: "https://rihla.example" })
  expect(rssFeed(empty)).not.toMatch(/<item>|lastBuildDate/)
  expect(JSON.parse(jsonFeed(empty))).toMatchObject({ items: [] })
})

test("a title cannot break the RSS it stands in, and signs that XML does not know are left out", async () => {
  const feed = await feedIn("en")
  const [first] = feed.items
  if (first === undefined) throw new Error("No call is open")
  const rss = rssFeed({ ...feed, items: [{ ...first, title: 'A & B <i>"x"</i>\u0000\ud800]]>' }] })
  expect(rss).toContain("<title>A &amp; B &lt;i&gt;&quot;x&quot;&lt;/i&gt;]]&gt;</title>")
})
