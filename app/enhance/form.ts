/* Improves forms and times of candidate pages; every page works without it. */

const { lang } = document.documentElement
const marker = "idempotencyKey"

for (const form of document.querySelectorAll<HTMLFormElement>("form[method=post]")) {
  // One key for one filled form: pressing twice, or again after a lost answer, is the same request.
  const key = document.createElement("input")
  key.type = "hidden"
  key.name = marker
  key.value = crypto.randomUUID?.() ?? `${Date.now()}-${Math.random()}`
  form.append(key)
  form.addEventListener("submit", () => {
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
