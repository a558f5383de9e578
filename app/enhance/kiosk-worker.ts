/*
 * The service worker of the tablets' page. The page, its script, its manifest and its icon come from the tablet itself, so
 * that it opens at once and for days without a network. Another version is fetched whole before it takes the place of the
 * one that is there; a fetch that breaks off leaves that as it is.
 *
 * The server writes `version` and `files` before this script (routes/kiosk/worker.ts).
 */

type Working = { waitUntil(work: Promise<unknown>): void }
type Fetching = { request: Request; respondWith(answer: Promise<Response>): void }

declare const version: string
declare const files: string[]
declare const clients: { claim(): Promise<void> }
declare function skipWaiting(): Promise<void>
declare function addEventListener(type: "install" | "activate", listener: (event: Working) => void): void
declare function addEventListener(type: "fetch", listener: (event: Fetching) => void): void

const name = `kiosk-${version}`

addEventListener("install", (event) => event.waitUntil(fetchAll()))
addEventListener("activate", (event) => event.waitUntil(begin()))
addEventListener("fetch", (event) => {
  const { pathname } = new URL(event.request.url)
  if (event.request.method === "GET" && files.includes(pathname)) event.respondWith(answer(event.request, pathname))
})

async function fetchAll() {
  const cache = await caches.open(name)
  await cache.addAll(files.map((file) => new Request(file, { cache: "reload" })))
  await skipWaiting()
}

async function begin() {
  const others = (await caches.keys()).filter((other) => other.startsWith("kiosk-") && other !== name)
  await Promise.all(others.map((other) => caches.delete(other)))
  await clients.claim()
}

async function answer(request: Request, pathname: string): Promise<Response> {
  return (await caches.match(pathname, { cacheName: name })) ?? fetch(request)
}
