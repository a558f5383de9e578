import { mkdtempSync, rmSync } from "node:fs"
import { Agent, get } from "node:http"
import { tmpdir } from "node:os"
import path from "node:path"
import { brotliDecompressSync } from "node:zlib"
import { startServer } from "../server.ts"
import { measurePaint } from "./paint.ts"
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

/** Addresses of everything a browser loads with the page without being asked; the page's script asks for the service worker. */
function partsOf(html: string, page: string): string[] {
  const found = [
    ...html.matchAll(/<(?:script|img|iframe|source)\b[^>]*\bsrc="([^"]+)"/g),
    ...html.matchAll(/<link\b(?=[^>]*\brel="(?:stylesheet|icon|preload|modulepreload|manifest)")[^>]*\bhref="([^"]+)"/g),
  ].map((match) => new URL((match[1] ?? "").replaceAll("&amp;", "&"), page).href)
  const worker = /<script type="module"/.test(html) ? [new URL(`${new URL(page).pathname.slice(0, 3)}/worker.js`, page).href] : []
  const hasIcon = /<link\b[^>]*\brel="icon"/.test(html)
  return [
    ...new Set([...found.filter((url) => url.startsWith("http")), ...worker, ...(hasIcon ? [] : [new URL("/favicon.ico", page).href])]),
  ]
}

export async function measureWeight(report: Report): Promise<void> {
  const dataDir = mkdtempSync(path.join(tmpdir(), "rihla-bench-"))
  const server = await startServer({ dataDir })
  try {
    const addressesIn = async (map: string) =>
      [...(await fetchRaw(map)).text.matchAll(/<loc>([^<]+)<\/loc>/g)].map((match) => (match[1] ?? "").replaceAll("&amp;", "&"))
    const pages = (await Promise.all((await addressesIn(`${server.url}/sitemap.xml`)).map(addressesIn))).flat()
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
