import { createServer, type Server } from "node:http"
import { brotliDecompressSync, gunzipSync } from "node:zlib"
import { afterEach, beforeEach, describe, expect, test } from "vitest"
import { PageCache, publicKey } from "./page-cache.server.ts"

describe("which addresses are kept", () => {
  test.each([
    ["/fr", "/fr"],
    ["/ar/programmes", "/ar/programmes"],
    ["/en/programmes/bsc-computer-science", "/en/programmes/bsc-computer-science"],
    ["/en/enquire?about=bsc-computer-science&utm_source=radio", "/en/enquire?about=bsc-computer-science"],
    ["/en/programmes?utm_source=radio&fbclid=1", "/en/programmes"],
    ["/en/programmes?field=computing&level=master", "/en/programmes?level=master&field=computing"],
    ["/en/programmes?level=master&field=computing", "/en/programmes?level=master&field=computing"],
    ["/en/programmes?level=", "/en/programmes"],
    ["/fr/eligibility?country=SN&utm_source=radio", "/fr/eligibility?country=SN"],
    ["/fr/enquire?check=sn1-z-2-00-abc123&about=bsc-computer-science", "/fr/enquire?about=bsc-computer-science&check=sn1-z-2-00-abc123"],
    ["/ar/questions?topic=money&q=visa", "/ar/questions?q=visa&topic=money"],
    [
      "/fr/programmes/bsc-computer-science/0f8fad5b-d9cb-469f-a165-70867728950e.ics",
      "/fr/programmes/bsc-computer-science/0f8fad5b-d9cb-469f-a165-70867728950e.ics",
    ],
    ["/fr/costs?scheme=b&programme=p&scheme=a&country=SN&scheme=b", "/fr/costs?country=SN&programme=p&scheme=a&scheme=b"],
    ["/ar/countries", "/ar/countries"],
    ["/ar/countries/sn?utm_source=radio", "/ar/countries/sn"],
    ["/sitemap.xml", "/sitemap.xml"],
    ["/fr/sitemap.xml", "/fr/sitemap.xml"],
    ["/ar/feed.xml?utm_source=partner", "/ar/feed.xml"],
    ["/en/check/report", "/en/check/report"],
  ])("%s is kept as %s", (url, key) => {
    expect(publicKey(url)).toBe(key)
  })

  test.each([
    "/",
    "/de",
    "/fr/",
    "/fr/apply",
    "/fr/apply/sign-in",
    "/desk",
    "/fr/confirm/abc",
    "/fr/preferences/abc",
    "/fr/programmes/a/b",
    "/fr/eligibility?country=SN&credential=sn-1&taught=fr&taught=en",
    "/fr/eligibility/sn1-z-2-00-abc123",
    "/fr/programmes/%2e%2e",
    "/fr/countries/SN",
    "/fr/countries/sen",
    "/demo/outbox.json",
  ])("%s is never kept", (url) => {
    expect(publicKey(url)).toBeNull()
  })

  test("a search is kept by what was searched for, in any script, whatever the order", () => {
    expect(publicKey("/en/programmes?fee=free&q=g%C3%A9nie+civil&utm_source=x")).toBe("/en/programmes?q=g%C3%A9nie%20civil&fee=free")
    expect(publicKey("/ar/programmes?q=%D9%87%D9%86%D8%AF%D8%B3%D8%A9")).toBe("/ar/programmes?q=%D9%87%D9%86%D8%AF%D8%B3%D8%A9")
    expect(publicKey("/en/programmes?q=a%26level%3Dphd&level=master")).toBe("/en/programmes?q=a%26level%3Dphd&level=master")
  })

  test("a key is never long, and never half a letter", () => {
    const key = publicKey(`/en/programmes?q=${encodeURIComponent("a".repeat(99) + "😀".repeat(5000))}&level=${"x".repeat(10_000)}`)
    expect(new URL(key ?? "", "https://rihla.example").searchParams.get("q")).toBe(`${"a".repeat(99)}\ufffd`)
    expect(key?.length).toBeLessThan(400)
    expect(publicKey(key ?? "")).toBe(key)
  })
})

describe("a page that is kept", () => {
  let cache: PageCache
  let server: Server
  let url: string
  beforeEach(async () => {
    cache = new PageCache()
    cache.moveTo(1)
    server = createServer((request, response) => {
      if (!cache.answer("/fr", request, response)) response.writeHead(404).end()
    })
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
    const address = server.address()
    url = typeof address === "object" && address !== null ? `http://127.0.0.1:${address.port}/` : ""
  })
  afterEach(() => new Promise((resolve) => server.close(resolve)))

  const page = "<!doctype html><p>ⵔⵉⵃⵍⴰ رحلة</p>"
  const keep = (version: number, headers: HeadersInit = { "content-type": "text/html; charset=utf-8" }) =>
    cache.keep("/fr", version, Buffer.from(page), new Headers(headers))
  const get = (headers: Record<string, string> = {}, method = "GET") =>
    fetch(url, { method, headers: { "accept-encoding": "identity", ...headers } })

  test("is not pushed out by a flood of addresses that nobody asks for twice", { timeout: 30_000 }, async () => {
    await keep(1)
    for (let number = 0; number < 2100; number++) {
      await cache.keep(`/fr/programmes?q=${number}`, 1, Buffer.from("x"), new Headers())
    }
    expect((await get()).status).toBe(200)
  })

  test("comes back whole in each coding, with the same tag and a word to caches between", async () => {
    await keep(1)
    const tags = new Set<string | null>()
    for (const coding of ["br", "gzip", "identity"]) {
      const response = await get({ "accept-encoding": coding })
      expect(await response.text()).toBe(page)
      expect(response.headers.get("content-encoding")).toBe(coding === "identity" ? null : coding)
      expect(response.headers.get("vary")).toBe("accept-encoding")
      tags.add(response.headers.get("etag"))
    }
    expect(tags.size).toBe(1)
  })

  test("a coding that the reader rules out is not used", async () => {
    await keep(1)
    expect((await get({ "accept-encoding": "br;q=0, gzip" })).headers.get("content-encoding")).toBe("gzip")
    expect((await get({ "accept-encoding": "br;q=0, gzip;q=0.0" })).headers.get("content-encoding")).toBeNull()
  })

  test("a reader who has it gets 304 and no body", async () => {
    await keep(1)
    const tag = (await get()).headers.get("etag") ?? ""
    const again = await get({ "if-none-match": tag })
    expect(again.status).toBe(304)
    expect(await again.text()).toBe("")
    expect((await get({ "if-none-match": `W/${tag}` })).status).toBe(304)
    expect((await get({ "if-none-match": `"other", ${tag}` })).status).toBe(304)
    expect((await get({ "if-none-match": '"other"' })).status).toBe(200)
  })

  test("HEAD has the headers of GET and no body", async () => {
    await keep(1)
    const head = await get({}, "HEAD")
    expect(head.headers.get("content-length")).toBe(String(Buffer.byteLength(page)))
    expect(await head.text()).toBe("")
  })

  test("is forgotten when the content moves, and one rendered before the move is not kept", async () => {
    await keep(1)
    cache.moveTo(2)
    expect((await get()).status).toBe(404)
    await keep(1)
    expect((await get()).status).toBe(404)
    await keep(2)
    expect((await get()).status).toBe(200)
  })

  test("carries nobody's cookie", async () => {
    await keep(1, { "content-type": "text/html", "set-cookie": "rihla=secret" })
    expect((await get()).headers.get("set-cookie")).toBeNull()
  })

  test("the codings hold the same bytes", async () => {
    await keep(1)
    const raw = async (coding: string) => {
      const { get: httpGet } = await import("node:http")
      return new Promise<Buffer>((resolve) => {
        httpGet(url, { headers: { "accept-encoding": coding } }, (response) => {
          const parts: Buffer[] = []
          response.on("data", (part: Buffer) => parts.push(part)).on("end", () => resolve(Buffer.concat(parts)))
        })
      })
    }
    expect(brotliDecompressSync(await raw("br")).toString()).toBe(page)
    expect(gunzipSync(await raw("gzip")).toString()).toBe(page)
  })
})
