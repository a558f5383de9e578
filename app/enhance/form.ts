/* Improves forms and times of candidate pages; every page works without it. */

const { lang } = document.documentElement
const marker = "idempotencyKey"

// By which road somebody came goes along in the address, from page to page and into the form: what a link names (utm_…)
// and the host of the site that led here. Nothing is kept on the device.
const road = [...new URLSearchParams(location.search)].filter(([name]) => name.startsWith("utm_"))
const before = /^https?:\/\/([^/:]+)/.exec(document.referrer)?.[1]
if (before && before !== location.hostname) road.push(["utm_referrer", before])

function carried(address: string): string {
  const url = new URL(address)
  for (const [name, value] of road) url.searchParams.set(name, value)
  return url.href
}

function lead({ target }: Event) {
  const link = target instanceof Element && target.closest<HTMLAnchorElement>("a[href^='/']")
  if (link && road.length) link.href = carried(link.href)
}
addEventListener("click", lead)
addEventListener("auxclick", lead)

for (const form of document.querySelectorAll<HTMLFormElement>("form[method=get]")) {
  form.addEventListener("submit", () => {
    for (const [name, value] of road) form.append(hidden(name, value))
  })
}

function hidden(name: string, value: string): HTMLInputElement {
  const field = document.createElement("input")
  field.type = "hidden"
  field.name = name
  field.value = value
  return field
}

for (const form of document.querySelectorAll<HTMLFormElement>("form[method=post]")) {
  // One key for one filled form: pressing twice, or again after a lost answer, is the same request.
  form.append(hidden(marker, crypto.randomUUID?.() ?? `${Date.now()}-${Math.random()}`))
  form.addEventListener("submit", () => {
    form.action = carried(form.action)
    const button = form.querySelector<HTMLButtonElement>("button:not([name])")
    if (button) setTimeout(() => (button.disabled = true))
  })
}

// A page restored by the back button has its buttons again.
addEventListener("pageshow", () => {
  for (const button of document.querySelectorAll<HTMLButtonElement>("form[method=post] button")) button.disabled = false
})

document.querySelector<HTMLElement>(".problems")?.focus()

// The time of this device beside Morocco's. A device in Morocco may know an older rule of its clock: it is told nothing.
const intl = { ar: "ar-MA", en: "en-GB" }[lang] ?? lang
const own = new Intl.DateTimeFormat().resolvedOptions()
for (const time of document.querySelectorAll<HTMLTimeElement>("time[data-here]")) {
  if (own.timeZone === "Africa/Casablanca") continue
  const format = new Intl.DateTimeFormat(intl, { dateStyle: "long", timeStyle: "short" })
  time.textContent = (time.dataset["here"] ?? "").replace("…", format.format(new Date(time.dateTime)))
  time.parentElement?.removeAttribute("hidden")
}

// Pages that were opened open again without a network. The worker comes when the page stands, so that nothing waits for it.
addEventListener("load", () => {
  navigator.serviceWorker
    ?.register(`/${lang}/worker.js`, { scope: `/${lang}`, updateViaCache: "all" })
    // A browser that will not keep anything shows the same pages.
    .catch(() => {})
})

// The questions on this phone, when the reader asks for it: the first press says how much of a bundle they take.
const offer = document.querySelector<HTMLElement>(".keep")
if (offer && navigator.serviceWorker?.controller) void offerQuestions(offer)

async function offerQuestions(offer: HTMLElement) {
  const { pages, size = "", done, none } = offer.dataset
  const button = offer.querySelector("button")
  const cache = await caches.open("pages")
  const missing: string[] = []
  for (let page = 1; page <= Number(pages); page++) {
    const url = `/${lang}/questions${page > 1 ? `?page=${page}` : ""}`
    if (url !== location.pathname + location.search && !(await cache.match(url))) missing.push(url)
  }
  const say = (text = "") => (offer.textContent = text)
  let method = "HEAD"

  async function press() {
    const found = await Promise.all(missing.map((url) => fetch(url, { method })))
    if (!found.every(({ ok }) => ok)) throw new Error("A page did not come")
    if (method === "GET") {
      await Promise.all(found.map((response, place) => cache.put(missing[place] ?? "", response)))
      return say(done)
    }
    const bytes = found.reduce((sum, { headers }) => sum + Number(headers.get("content-length")), 0)
    method = "GET"
    if (button) button.textContent = size.replace("…", String(Math.ceil(bytes / 1000)))
  }

  if (missing.length === 0) say(done)
  button?.addEventListener("click", () => void press().catch(() => say(none)))
  offer.hidden = false
}
