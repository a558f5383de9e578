import { createHash } from "node:crypto"
import { promisify } from "node:util"
import { brotliCompress, constants, gzip } from "node:zlib"
import type { IncomingMessage, ServerResponse } from "node:http"
import { languageSegment } from "#app/locales/languages.ts"
import { type Coding, codingFor } from "./compress.server.ts"

/** Bodies are strings of one character a byte: node sends such a one and the headers before it in a single write, and a Buffer in two. */
type Kept = { etag: string; bodies: Record<Coding, Answer> }

/** Headers are names and values in turns, as node writes them without looking at them twice. */
type Answer = { headers: string[]; unchanged: string[]; body: string }

const pagesLimit = 2000
const listsLimit = 500
const compressBrotli = promisify(brotliCompress)
const compressGzip = promisify(gzip)

/** Addresses of public pages, whose answer is the same for everybody. Anything else is never kept. */
const publicPage = new RegExp(
  String.raw`^/${languageSegment}(?:/(?:sitemap\.xml|feed\.(?:xml|json)|alliance|privacy|enquire|worker\.js|check(?:/report)?|questions|eligibility|programmes(?:/[a-z0-9-]+(?:/(?:brochure|[a-f0-9-]{36}\.ics))?)?|scholarships(?:/[a-z0-9-]+)?|costs|countries(?:/[a-z]{2})?|events(?:/[a-z0-9-]+(?:/calendar\.ics)?)?))?$`,
)
const publicFile = /^\/(?:sitemap\.xml|robots\.txt)$/
/** The only parts of a query that change a public page; the others (utm_…) leave the same page. In this order they make its key. */
const meaningful = [
  "q",
  "topic",
  "about",
  "level",
  "field",
  "university",
  "teaching",
  "standing",
  "year",
  "fee",
  "scholarship",
  "country",
  "programme",
  "scheme",
  "page",
  "check",
] as const
const longestValue = 100
/** Boxes of one name that a form may have ticked. */
const mostTicked = 12

/** Under which key the answer to this address is kept, or null when it is not a public page. */
export function publicKey(url: string): string | null {
  const [pathname = "", query = ""] = url.split("?", 2)
  if (!publicPage.test(pathname) && !publicFile.test(pathname)) return null
  if (query === "") return pathname
  const given = new URLSearchParams(query)
  // Beyond its first questions the eligibility check has a page for each way to answer: none is worth keeping.
  if (given.has("credential") && pathname.endsWith("/eligibility")) return null
  const kept = meaningful.flatMap((name) => {
    // The page says what it does not know, so any text is a part of the key, as long as a search may be.
    const values = (name === "scheme" ? given.getAll(name).slice(0, mostTicked) : [given.get(name) ?? ""])
      .map((value) => value.trim().slice(0, longestValue).toWellFormed())
      .filter((value) => value !== "")
    return [...new Set(values)].toSorted().map((value) => `${name}=${encodeURIComponent(value)}`)
  })
  return kept.length === 0 ? pathname : `${pathname}?${kept.join("&")}`
}

/** The two headers that an answer from memory goes by. Node would put all of them together first. */
function asked(headers: readonly string[]): { accepted: string; known: string } {
  let accepted = ""
  let known = ""
  for (let at = 0; at < headers.length; at += 2) {
    const name = headers[at] ?? ""
    if (name.length === acceptEncoding.length && name.toLowerCase() === acceptEncoding) accepted += `${headers[at + 1]},`
    else if (name.length === ifNoneMatch.length && name.toLowerCase() === ifNoneMatch) known += `${headers[at + 1]},`
  }
  return { accepted, known }
}
const acceptEncoding = "accept-encoding"
const ifNoneMatch = "if-none-match"

/**
 * Rendered and compressed public pages in memory. They hold no cookie and no personal data. There are as many pages as
 * the catalogue has things; lists by a query are without number and stand on a shelf of their own, so that a flood of
 * searches pushes out other searches and never a page.
 */
export class PageCache {
  #pages = new Map<string, Kept>()
  #lists = new Map<string, Kept>()
  #version = 0

  /** Moves to another version of the content: what was kept of an earlier one is forgotten. */
  moveTo(version: number) {
    if (version === this.#version) return
    this.#version = version
    this.#pages.clear()
    this.#lists.clear()
  }

  get version() {
    return this.#version
  }

  #shelfOf(key: string): { shelf: Map<string, Kept>; limit: number } {
    return key.includes("?") ? { shelf: this.#lists, limit: listsLimit } : { shelf: this.#pages, limit: pagesLimit }
  }

  /** Answers from memory; false when the page is not kept. */
  answer(key: string, request: IncomingMessage, response: ServerResponse): boolean {
    const { shelf } = this.#shelfOf(key)
    const kept = shelf.get(key)
    if (kept === undefined) return false
    // The last one asked for goes last: what nobody asks for twice is pushed out first.
    shelf.delete(key)
    shelf.set(key, kept)
    const { accepted, known } = asked(request.rawHeaders)
    const { headers, unchanged, body } = kept.bodies[codingFor(accepted)]
    // A proxy may have weakened the tag (W/) or put others beside it.
    if (known.includes(kept.etag)) {
      response.writeHead(304, unchanged)
      response.end()
      return true
    }
    response.writeHead(200, headers)
    if (request.method === "HEAD") response.end()
    else response.end(body, "latin1")
    return true
  }

  /** Keeps a 200 answer rendered under `version`; one rendered before the content moved is dropped. */
  async keep(key: string, version: number, body: Buffer, headers: Headers): Promise<void> {
    // The best brotli takes ten times as long as rendering: only pages without a query, a few, are worth it.
    const quality = key.includes("?") ? 5 : 11
    const [br, gz] = await Promise.all([
      compressBrotli(body, {
        params: { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT },
      }),
      compressGzip(body, { level: 9 }),
    ])
    if (version !== this.#version) return
    const etag = `"${createHash("sha256").update(body).digest("base64url").slice(0, 16)}"`
    const shared: Record<string, string> = {}
    for (const [name, value] of headers) if (name !== "set-cookie" && name !== "content-length") shared[name] = value
    const same = { etag, vary: "accept-encoding" }
    const unchanged = Object.entries({ ...same, "cache-control": shared["cache-control"] ?? "" }).flat()
    const entry = (coding: Coding, bytes: Buffer): Answer => ({
      headers: Object.entries({
        ...shared,
        ...same,
        "content-length": String(bytes.length),
        ...(coding === "identity" ? {} : { "content-encoding": coding }),
      }).flat(),
      unchanged,
      body: bytes.toString("latin1"),
    })
    const { shelf, limit } = this.#shelfOf(key)
    if (shelf.size >= limit) {
      const oldest = shelf.keys().next().value
      if (oldest !== undefined) shelf.delete(oldest)
    }
    shelf.set(key, { etag, bodies: { br: entry("br", br), gzip: entry("gzip", gz), identity: entry("identity", body) } })
  }
}
