/*
 * The service worker of the candidate pages in one language: a page once opened opens again without a network. Nothing
 * is fetched ahead. A page comes from the network first: what is asked of it is what a browser without this worker asks
 * (a 304 when nothing has changed), so it spends no more of a bundle, and a deadline that has moved is seen at once,
 * not at the next visit. Only when the network fails, or is silent for `patience`, the kept page is shown, and says so.
 *
 * The server writes `texts` before this script (routes/site/worker.ts).
 */

type Working = { waitUntil(work: Promise<unknown>): void }
type Fetching = Working & { request: Request; preloadResponse: Promise<Response | undefined>; respondWith(answer: Promise<Response>): void }
type Page = { url: string }

declare const texts: Record<"lang" | "dir" | "title" | "text" | "open" | "again" | "kept", string>
declare const registration: ServiceWorkerRegistration
declare const clients: { claim(): Promise<void>; matchAll(options: { includeUncontrolled: boolean }): Promise<Page[]> }
declare function skipWaiting(): Promise<void>
declare function addEventListener(type: "install" | "activate", listener: (event: Working) => void): void
declare function addEventListener(type: "fetch", listener: (event: Fetching) => void): void

const mostPages = 40
const patience = 4000

addEventListener("install", (event) => event.waitUntil(skipWaiting()))

addEventListener("activate", (event) => event.waitUntil(begin()))

addEventListener("fetch", (event) => {
  const { method, mode } = event.request
  if (method === "GET" && mode === "navigate") event.respondWith(read(event))
})

async function begin() {
  await clients.claim()
  await registration.navigationPreload?.enable()
  // The page that brought the worker came before it: the browser still has it, and nothing is asked of the network.
  for (const { url } of await clients.matchAll({ includeUncontrolled: true })) {
    await fetch(url, { cache: "only-if-cached", mode: "same-origin" }).then((response) => keep(url, response), ignore)
  }
}

const ignore = () => {}
const pages = () => caches.open("pages")

/** Where a campaign led somebody from makes no other page. */
function keyOf(address: string): string {
  const { origin, pathname, searchParams } = new URL(address)
  const query = [...searchParams].filter(([name]) => !name.startsWith("utm_"))
  return origin + pathname + (query.length > 0 ? `?${new URLSearchParams(query)}` : "")
}

/** Keeps what the server calls public, and nothing else: no page of a person is. The one opened longest ago goes out. */
async function keep(url: string, response: Response) {
  const { headers, status } = response
  if (status !== 200 || !headers.get("cache-control")?.startsWith("public") || !headers.get("content-type")?.startsWith("text/html")) return
  const cache = await pages()
  const key = keyOf(url)
  await cache.delete(key)
  await cache.put(key, response)
  const keys = await cache.keys()
  await Promise.all(keys.slice(0, -mostPages).map((old) => cache.delete(old)))
}

async function read(event: Fetching): Promise<Response> {
  const { url } = event.request
  const live = (async () => (await event.preloadResponse) ?? fetch(event.request))()
  event.waitUntil(live.then((response) => keep(url, response.clone())).catch(ignore))
  const kept = await (await pages()).match(keyOf(url))
  try {
    if (kept === undefined) return await live
    const late = new Promise<never>((_resolve, reject) => setTimeout(reject, patience))
    return await Promise.race([live, late])
  } catch {
    return kept === undefined ? offline() : changed(kept, (html) => withNews(html, texts.kept.replace("…", dateOf(kept))))
  }
}

function dateOf({ headers }: Response): string {
  const format = { dateStyle: "long", timeStyle: "short" } as const
  return new Date(headers.get("date") ?? 0).toLocaleString(texts.lang === "ar" ? "ar-MA" : texts.lang, format)
}

/** Every candidate page has a place for news about itself, hidden while there are none. */
const withNews = (html: string, news: string) => html.replace(/(<div class="kept"[^>]*) hidden="">/, (_, place) => `${place}>${news}`)

async function changed(page: Response, change: (html: string) => string): Promise<Response> {
  const { headers, status } = page
  return new Response(change(await page.text()), { headers, status })
}

/** Says that there is no network, and which pages open without it. */
async function offline(): Promise<Response> {
  const links = (await ownPages()).map(({ url, html }) => `<li><a href="${url}">${/<title>([^<]*)/.exec(html)?.[1]}</a>`)
  return page(
    texts.title,
    `<p>${texts.text}<p><a href="">${texts.again}</a>` + (links.length > 0 ? `<h2>${texts.open}</h2><ul>${links.join("")}</ul>` : ""),
  )
}

/** The kept pages in this language, the last opened first. */
async function ownPages() {
  const cache = await pages()
  const own = (await cache.keys()).filter(({ url }) => url.startsWith(registration.scope)).reverse()
  return Promise.all(
    own.map(async ({ url }) => {
      const response = await cache.match(url)
      return { url, headers: response?.headers, html: (await response?.text()) ?? "" }
    }),
  )
}

/** A page of our own with what stands around a kept one: its style, and the policy that allows that style. */
async function page(title: string, text: string): Promise<Response> {
  const [kept] = await ownPages()
  const html =
    kept?.html ??
    `<!doctype html><html lang="${texts.lang}" dir="${texts.dir}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title></title><main></main>`
  return new Response(
    html
      .replace(/<title>[^<]*/, `<title>${title}`)
      .replace(' aria-current="page"', "")
      .replace(/(<main[^>]*>)[^]*(?=<\/main>)/, (_, main) => `${main}<div class="page"><h1>${title}</h1>${text}</div>`),
    { headers: kept?.headers ?? { "content-type": "text/html" } },
  )
}
