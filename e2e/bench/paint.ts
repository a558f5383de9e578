import { existsSync } from "node:fs"
import { createServer } from "node:http"
import { type Browser, chromium } from "@playwright/test"
import { findBrowser } from "../find-browser.ts"
import { median, type Report } from "./report.ts"

/*
 * When the first and the largest part of a page stand on the screen of a phone, on a cold visit over slow 3G (400 ms,
 * 400 kbit/s) with a processor six times slower. Beside it, in turns, a page of one sentence without style from bare
 * node:http: what the browser, the network and this machine take for nothing at all.
 */

const rounds = 7
const firstPaint = 700
const largestPaint = 900
/** A browser without windows of its own, where there is one: then nothing but the page is drawn. */
const shell = "/usr/bin/chromium-headless-shell"
const bare =
  '<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><link rel="icon" href="data:,"><title>Bare</title><p>Good morning'

type Paints = { first: number; largest: number }

export async function measurePaint(report: Report, url: string, addresses: readonly string[]): Promise<void> {
  const server = createServer((_request, response) => response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(bare))
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const at = server.address()
  const bareUrl = `http://127.0.0.1:${typeof at === "object" && at !== null ? at.port : 0}/`
  const browser = await chromium.launch({
    executablePath: existsSync(shell) ? shell : (findBrowser() ?? undefined),
    args: ["--no-sandbox", "--disable-gpu"],
  })
  try {
    const pages = [bareUrl, ...addresses.map((address) => `${url}${address}`)]
    const taken = new Map<string, Paints[]>(pages.map((page) => [page, []]))
    // One visit that does not count, so that the first page does not pay for the browser's own start.
    await paintsOf(browser, bareUrl)
    for (let round = 0; round < rounds; round++) {
      for (const page of pages) taken.get(page)?.push(await paintsOf(browser, page))
    }
    const of = (page: string, which: keyof Paints) => Math.round(median((taken.get(page) ?? []).map((paints) => paints[which])))
    const floor = of(bareUrl, "first")
    report.say("first paint of a bare page, slow 3G, CPU ÷ 6", floor, "ms")
    for (const address of addresses) {
      const first = of(`${url}${address}`, "first")
      report.say(`first paint ${address}, slow 3G, CPU ÷ 6`, first, "ms", { most: firstPaint })
      report.say(`first paint ${address} to a bare page`, Number((first / floor).toFixed(2)), "ratio")
      report.say(`largest paint ${address}, slow 3G, CPU ÷ 6`, of(`${url}${address}`, "largest"), "ms", { most: largestPaint })
    }
  } finally {
    await browser.close()
    server.close()
  }
}

async function paintsOf(browser: Browser, url: string): Promise<Paints> {
  const context = await browser.newContext({ viewport: { width: 360, height: 640 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true })
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
  await page.goto(url, { waitUntil: "networkidle" })
  const paints = await page.evaluate(
    () =>
      new Promise<Paints>((resolve) => {
        new PerformanceObserver((list) => {
          const last = list.getEntries().at(-1)
          resolve({ first: performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? 0, largest: last?.startTime ?? 0 })
        }).observe({ type: "largest-contentful-paint", buffered: true })
      }),
  )
  await context.close()
  return paints
}
