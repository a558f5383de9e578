import { mkdtempSync, rmSync } from "node:fs"
import { Agent, get } from "node:http"
import { tmpdir } from "node:os"
import path from "node:path"
import { brotliDecompressSync } from "node:zlib"
import { chromium } from "@playwright/test"
import { findBrowser } from "../find-browser.ts"
import { startServer } from "../server.ts"
import { median, type Report } from "./report.ts"

/*
 * What a first visit to a public page costs: every byte that comes down the wire (status line, headers, body) of the
 * page and of all it loads, compressed as a browser asks for it.
 */

const firstVisit = 14_600
const mostRequests = 3
const secondVisit = 1024

type Fetched = { bytes: number; status: number; text: string; etag: string | null }

/** One GET on a connection of its own, with the headers of a phone's browser. */
function fetchRaw(url: string, headers: Record<string, string> = {}): Promise<Fetched> {
  return new Promise((resolve, reject) => {
    // Kept alive as browsers do, so that the answer carries the same headers.
    const agent = new Agent({ keepAlive: true })
    const request = get(
      url,
      { agent, headers: { accept: "text/html,*/*", "accept-encoding": "gzip, deflate, br", ...headers } },
      (response) => {
        const parts: Buffer[] = []
        const { socket } = response
        response.on("data", (part: Buffer) => parts.push(part))
        response.on("end", () => {
          const body = Buffer.concat(parts)
          const text = response.headers["content-encoding"] === "br" ? brotliDecompressSync(body) : body
          resolve({
            bytes: socket.bytesRead,
            status: response.statusCode ?? 0,
            text: text.toString("utf8"),
            etag: response.headers.etag ?? null,
          })
          agent.destroy()
        })
      },
    )
    request.on("error", reject)
  })
}

/** Addresses of everything a browser loads with the page without being asked. */
function partsOf(html: string, page: string): string[] {
  const found = [
    ...html.matchAll(/<(?:script|img|iframe|source)\b[^>]*\bsrc="([^"]+)"/g),
    ...html.matchAll(/<link\b(?=[^>]*\brel="(?:stylesheet|icon|preload|modulepreload|manifest)")[^>]*\bhref="([^"]+)"/g),
  ].map((match) => new URL((match[1] ?? "").replaceAll("&amp;", "&"), page).href)
  const hasIcon = /<link\b[^>]*\brel="icon"/.test(html)
  return [...new Set([...found.filter((url) => url.startsWith("http")), ...(hasIcon ? [] : [new URL("/favicon.ico", page).href])])]
}

export async function measureWeight(report: Report): Promise<void> {
  const dataDir = mkdtempSync(path.join(tmpdir(), "rihla-bench-"))
  const server = await startServer({ dataDir })
  try {
    const sitemap = await fetchRaw(`${server.url}/sitemap.xml`)
    const pages = [...sitemap.text.matchAll(/<loc>([^<]+)<\/loc>/g)].map((match) => (match[1] ?? "").replaceAll("&amp;", "&"))
    if (pages.length === 0) throw new Error("The sitemap names no page")
    const weighed: { page: string; bytes: number; requests: number }[] = []
    for (const page of pages) {
      // The first reader has the page rendered; what all others get is what is weighed.
      await fetchRaw(page)
      const first = await fetchRaw(page)
      if (first.status !== 200) throw new Error(`${page} answers ${first.status}`)
      let bytes = first.bytes
      const parts = partsOf(first.text, page)
      for (const part of parts) bytes += (await fetchRaw(part)).bytes
      weighed.push({ page: new URL(page).pathname, bytes, requests: 1 + parts.length })
    }
    weighed.sort((a, b) => b.bytes - a.bytes)
    report.say("pages", weighed.length, "pages")
    for (const { page, bytes } of weighed.slice(0, 10)) report.say(`first visit ${page}`, bytes, "bytes", { most: firstVisit })
    report.say("first visit, median", median(weighed.map(({ bytes }) => bytes)), "bytes", { most: firstVisit })
    report.say("requests, most", Math.max(...weighed.map(({ requests }) => requests)), "requests", { most: mostRequests })

    const home = weighed.find(({ page }) => /^\/\w\w$/.test(page))?.page ?? "/fr"
    const { etag } = await fetchRaw(`${server.url}${home}`)
    const again = await fetchRaw(`${server.url}${home}`, etag === null ? {} : { "if-none-match": etag })
    report.say(`the same page again (${again.status})`, again.bytes, "bytes", { most: secondVisit })
    await measurePaint(report, server.url, ["/fr", "/en", "/ar"])
  } finally {
    await server.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

/** Paint times of a cold visit on slow 3G (400 ms, 400 kbit/s) with a processor six times slower, median of three. */
async function measurePaint(report: Report, url: string, addresses: readonly string[]) {
  const browser = await chromium.launch({ executablePath: findBrowser() ?? undefined, args: ["--no-sandbox", "--disable-gpu"] })
  try {
    for (const address of addresses) {
      const fcp: number[] = []
      const lcp: number[] = []
      for (let round = 0; round < 3; round++) {
        const context = await browser.newContext({ viewport: { width: 360, height: 640 }, deviceScaleFactor: 2 })
        const page = await context.newPage()
        const devtools = await context.newCDPSession(page)
        await devtools.send("Network.enable")
        await devtools.send("Network.emulateNetworkConditions", {
          offline: false,
          latency: 400,
          downloadThroughput: 50_000,
          uploadThroughput: 50_000,
        })
        await devtools.send("Emulation.setCPUThrottlingRate", { rate: 6 })
        await page.goto(`${url}${address}`, { waitUntil: "networkidle" })
        const paints = await page.evaluate(
          () =>
            new Promise<{ fcp: number; lcp: number }>((resolve) => {
              new PerformanceObserver((list) => {
                const last = list.getEntries().at(-1)
                resolve({ fcp: performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? 0, lcp: last?.startTime ?? 0 })
              }).observe({ type: "largest-contentful-paint", buffered: true })
            }),
        )
        fcp.push(paints.fcp)
        lcp.push(paints.lcp)
        await context.close()
      }
      report.say(`first paint ${address}, slow 3G, CPU ÷ 6`, Math.round(median(fcp)), "ms", { most: 700 })
      report.say(`largest paint ${address}, slow 3G, CPU ÷ 6`, Math.round(median(lcp)), "ms", { most: 900 })
    }
  } finally {
    await browser.close()
  }
}
