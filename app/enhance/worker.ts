/*
 * The service worker of the candidate pages in one language.
 *
 * A page once opened opens again without a network. Nothing is fetched ahead. A page comes from the network first: what is
 * asked of it is what a browser without this worker asks (a 304 when nothing has changed), so it spends no more of a
 * bundle, and a deadline that has moved is seen at once, not at the next visit. Only when the network fails, or is silent
 * for `patience`, the kept page is shown, and says so.
 *
 * An enquiry or a registration that finds no network is kept and sent later, under one key, which the server takes once.
 * Without storage everything is as it is without this worker.
 *
 * The server writes `texts` before this script (routes/site/worker.ts).
 */

type Working = { waitUntil(work: Promise<unknown>): void }
type Fetching = Working & { request: Request; preloadResponse: Promise<Response | undefined>; respondWith(answer: Promise<Response>): void }
type Page = { url: string }

type Text = "lang" | "dir" | "title" | "text" | "open" | "again" | "kept"
type SendingText = "waitingTitle" | "waitingText" | "waiting" | "sent" | "see" | "refused" | "mend" | "drop"
/** In the reader's language; `lang` and `dir` are its own. */
declare const texts: Record<Text | SendingText, string>
declare const registration: ServiceWorkerRegistration & { sync?: { register(tag: string): Promise<void> } }
declare const clients: { claim(): Promise<void>; matchAll(options: { includeUncontrolled: boolean }): Promise<Page[]> }
declare function skipWaiting(): Promise<void>
declare function addEventListener(type: "install" | "activate" | "sync", listener: (event: Working) => void): void
declare function addEventListener(type: "fetch", listener: (event: Fetching) => void): void

/*
 * The box of sendings: under each address `…mend=KEY` what became of the form that was filled in there. 200: its body, which
 * waits; 201: the address of its thanks; 4xx: the page of the server that says what is missing in it, with all that was typed.
 */

const mostPages = 40
const patience = 4000

addEventListener("install", (event) => event.waitUntil(skipWaiting()))

addEventListener("activate", (event) => event.waitUntil(begin()))

addEventListener("sync", (event) => event.waitUntil(sendAll()))

addEventListener("fetch", (event) => {
  const { method, mode, referrer, url } = event.request
  if (mode !== "navigate") return
  if (method === "GET") event.respondWith(read(event))
  // What another site posts goes its own way, where the server refuses it.
  else if (/\/(enquire|events\/[^/?]+)(\?|$)/.test(url) && referrer.startsWith(registration.scope)) event.respondWith(post(event.request))
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
const late = () => new Promise<never>((_resolve, reject) => setTimeout(reject, patience))
const pages = () => caches.open("pages")
const box = () => caches.open("sendings")

/** Where a campaign led somebody from, or what is mended there, makes no other page. */
const keyOf = (url: string) => url.replace(/#.*|.mend=.*|\butm_[^&#]*&?/g, "").replace(/[?&]$/, "")

/** Keeps what the server calls public, and nothing else: no page of a person is. The one opened longest ago goes out. */
async function keep(url: string, response: Response) {
  const { headers, status } = response
  if (status !== 200 || !headers.get("cache-control")?.startsWith("public") || !isPage(response)) return
  const cache = await pages()
  await cache.put(keyOf(url), response)
  // The questions stay: a reader may have asked for them to be kept.
  const keys = (await cache.keys()).filter((kept) => !/questions($|\?p)/.test(kept.url))
  await Promise.all(keys.slice(0, -mostPages).map((old) => cache.delete(old)))
}

const isPage = ({ headers }: Response) => headers.get("content-type")?.startsWith("text/html")

async function read(event: Fetching): Promise<Response> {
  const { url } = event.request
  const live = (async () => (await event.preloadResponse) ?? fetch(event.request))()
  event.waitUntil(live.then((response) => keep(url, response.clone())).catch(ignore))
  const refused = await box().then((sendings) => sendings.match(url), ignore)
  if (refused?.ok === false) return refused
  if (url.endsWith("&drop")) await forget(url.slice(0, -5))
  const kept = await pages().then((cache) => cache.match(keyOf(url)), ignore)
  try {
    const response = await (kept === undefined ? live : Promise.race([live, late()]))
    const sending = sendAll().catch(ignore)
    event.waitUntil(sending)
    await Promise.race([sending, late()]).catch(ignore)
    const told = isPage(response) ? await news().catch(ignore) : ""
    return told ? changed(response, told) : response
  } catch {
    return kept === undefined ? offline() : changed(kept, texts.kept.replace("…", dateOf(kept)) + (await news()))
  }
}

function dateOf({ headers }: Response): string {
  return new Date(headers.get("date") ?? 0).toLocaleString(texts.lang, { dateStyle: "long", timeStyle: "short" })
}

/** Every candidate page has a place for news about itself, hidden while there are none. */
async function changed(page: Response, told: string): Promise<Response> {
  const { headers, status } = page
  const html = await page.text()
  return new Response(
    html.replace(/(<div class="kept"[^>]*) hidden="">/, (_, place) => `${place}>${told}`),
    { headers, status },
  )
}

/** Says that there is no network, and which pages open without it. */
async function offline(): Promise<Response> {
  const links = (await ownPages()).map(({ url, html }) => `<li><a href="${url}">${/<title>([^<]*)/.exec(html)?.[1]}</a>`)
  return page(
    texts.title,
    `<p>${texts.text}<p><a href="">${texts.again}</a>${await news()}` +
      (links.length > 0 ? `<h2>${texts.open}</h2><ul>${links.join("")}</ul>` : ""),
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

/** Sends a form; without a network it is kept, and the page says that it is not sent. */
async function post(request: Request): Promise<Response> {
  const bare = request.url.replace(/.mend=.*/, "")
  const url = `${bare}${bare.includes("?") ? "&" : "?"}mend=${Date.now()}-${Math.random()}`
  const body = await request.text()
  const response = await send(url, body, "manual").catch(async () => {
    await (await box()).put(url, new Response(body))
    await registration.sync?.register("send").catch(ignore)
    return page(texts.waitingTitle, `<p>${texts.waitingText}`)
  })
  await forget(request.url).catch(ignore)
  return response
}

/** The first try carries the key too: its answer may be lost on the way. */
function send(url: string, body: string, redirect: RequestRedirect): Promise<Response> {
  const headers = { "content-type": "application/x-www-form-urlencoded", "idempotency-key": url.split("mend=")[1] ?? "" }
  return fetch(url, { method: "POST", body, redirect, headers })
}

const forget = async (url: string) => (await box()).delete(url)

/** One at a time in all tabs and languages. What fails is thrown, so that the browser's sync comes again. */
const sendAll = () =>
  navigator.locks.request("sendings", async () => {
    const sendings = await box()
    for (const { url } of await sendings.keys()) {
      const kept = await sendings.match(url)
      if (kept?.status !== 200) continue
      const response = await send(url, await kept.text(), "follow")
      // Only what the server leads to its thanks has been taken.
      if (response.redirected) await sendings.put(url, new Response(response.url, { status: 201 }))
      else if (response.status >= 400 && response.status < 500) await sendings.put(url, response)
      else throw response
    }
  })

/** What has become of the sendings. That one was sent is told once. */
async function news(): Promise<string> {
  let html = ""
  const sendings = await box()
  for (const { url } of await sendings.keys()) {
    const kept = await sendings.match(url)
    if (kept?.status === 201) {
      html += `<p>${texts.sent} <a href="${await kept.text()}">${texts.see}</a>`
      await forget(url)
    } else if (kept?.ok) html += `<p>${texts.waiting}`
    else html += `<p>${texts.refused} <a href="${url}">${texts.mend}</a> · <a href="${url}&drop">${texts.drop}</a>`
  }
  return html
}
