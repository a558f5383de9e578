import { languages } from "#app/locales/languages.ts"
import { expect, publicPaths, test, wordsIn } from "../fixtures.ts"

/* How others find the site: maps, alternates, feeds, data for search engines. */

for (const language of languages) {
  test(`in ${language} a page is the first one of its alternates, and each of them names the same`, async ({ page, app }) => {
    const t = wordsIn(language)
    for (const path of ["", "/programmes"]) {
      await page.goto(`/${language}${path}`)
      await expect(page.locator("head link[rel=canonical]")).toHaveAttribute("href", `${app.url}/${language}${path}`)
      const named = () =>
        page
          .locator("head link[hreflang]")
          .evaluateAll((links) => links.map((link) => `${link.getAttribute("hreflang")} ${link.getAttribute("href")}`))
      const here = await named()
      expect(here).toEqual([
        ...languages.map((other) => `${other} ${app.url}/${other}${path}`),
        `x-default ${app.url}/${path === "" ? "" : `fr${path}`}`,
      ])
      await page.goto(`/ar${path}`)
      expect(await named()).toEqual(here)
    }

    await page.goto(`/${language}`)
    const data: unknown[] = await page
      .locator('script[type="application/ld+json"]')
      .evaluateAll((scripts) => scripts.map((script) => JSON.parse(script.textContent ?? "")))
    expect(JSON.stringify(data)).toContain(t("common.university.UM6P"))
    expect(JSON.stringify(data)).toContain("EducationalOrganization")
  })

  test(`in ${language} the feeds are read by programs, and each call leads to its page`, async ({ page, app }) => {
    await page.goto(`/${language}/programmes`)
    const links = await page
      .locator("head link[type$=xml], head link[type$=json]")
      .evaluateAll((found) => found.map((link) => link.getAttribute("href") ?? ""))
    expect(links).toEqual([`/${language}/feed.xml`, `/${language}/feed.json`])
    const rss = await fetch(`${app.url}${links[0]}`)
    expect(rss.headers.get("content-type")).toContain("application/rss+xml")
    expect(rss.headers.get("access-control-allow-origin")).toBe("*")
    const channel = await page.evaluate(
      (source) => {
        const read = new DOMParser().parseFromString(source, "application/xml")
        const text = (from: Element, name: string) => from.getElementsByTagName(name)[0]?.textContent ?? ""
        return {
          broken: read.querySelector("parsererror")?.textContent ?? null,
          version: read.documentElement.getAttribute("version"),
          language: text(read.documentElement, "language"),
          items: [...read.getElementsByTagName("item")].map((item) => ({
            title: text(item, "title"),
            link: text(item, "link"),
            guid: text(item, "guid"),
            at: Date.parse(text(item, "pubDate")),
          })),
        }
      },
      await rss.text(),
    )
    expect(channel).toMatchObject({ broken: null, version: "2.0", language })
    expect(channel.items.length).toBeGreaterThan(3)
    expect(channel.items.every(({ at }) => at > 0)).toBe(true)
    const json: { items: { id: string; title: string; url: string }[] } = await (await fetch(`${app.url}${links[1]}`)).json()
    expect(json.items.map(({ id, title, url }) => ({ id, title, url }))).toEqual(
      channel.items.map(({ guid, title, link }) => ({ id: guid, title, url: link })),
    )
    expect((await fetch(json.items[0]?.url ?? "")).status).toBe(200)
  })
}

test("there is a map of each language, of that language's pages alone, with alternates; of no other there is one", async ({ app }) => {
  const paths = await publicPaths(app.url)
  for (const language of languages) {
    const map = await (await fetch(`${app.url}/${language}/sitemap.xml`)).text()
    const own = paths.filter((path) => path === `/${language}` || path.startsWith(`/${language}/`))
    expect(own.length).toBe(paths.length / languages.length)
    expect(map.match(/<loc>/g)).toHaveLength(own.length)
    expect(map.match(/hreflang="x-default"/g)).toHaveLength(own.length)
  }
  for (const file of ["sitemap.xml", "feed.xml", "feed.json"]) expect((await fetch(`${app.url}/pt/${file}`)).status).toBe(404)
})

for (const language of languages) {
  test(`in ${language} a shared link shows a picture of its page, drawn in the page's language`, async ({ page, app }) => {
    const t = wordsIn(language)
    const drawn: Buffer[] = []
    for (const path of ["", "/programmes/aui-computer-science", "/countries/sn"]) {
      await page.goto(`/${language}${path}`)
      const tag = (name: string) => page.locator(`head meta[property="${name}"]`)
      const address = (await tag("og:image").getAttribute("content")) ?? ""
      expect(address.startsWith(`${app.url}/${language}/share/`)).toBe(true)
      await expect(tag("og:image:alt")).toHaveAttribute("content", /./)
      const response = await fetch(address)
      expect(response.headers.get("content-type")).toBe("image/png")
      const png = Buffer.from(await response.arrayBuffer())
      expect([png.readUInt32BE(16), png.readUInt32BE(20)].map(String)).toEqual([
        await tag("og:image:width").getAttribute("content"),
        await tag("og:image:height").getAttribute("content"),
      ])
      drawn.push(png)
    }
    expect(new Set(drawn.map((png) => png.toString("base64"))).size).toBe(drawn.length)
    await page.goto(`/${language}/check`)
    await expect(page.locator('head meta[property="og:title"]')).toHaveAttribute("content", t("trust.title"))
    for (const file of ["programmes/none.png", "nothing.png", "home.jpg", ""])
      expect((await fetch(`${app.url}/${language}/share/${file}`)).status).toBe(404)
  })
}
