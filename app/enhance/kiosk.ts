import { drawSquare, makePass } from "#app/enhance/kiosk/pass.ts"
import { type Entry, keepEntry, readEntry, sendAll, type Session, type Tablet } from "#app/enhance/kiosk/send.ts"
import { change, entriesIn, known } from "#app/enhance/kiosk/store.ts"
import { makeVault, openVault } from "#app/enhance/kiosk/vault.ts"

/*
 * The page of a tablet at a fair. A helper opens it with the PIN and hands it round; candidates fill in the form, one after
 * the other, in their language. What they typed is sealed on the tablet and sent when there is a network. After a minute
 * without a touch the form is emptied.
 */

type List = "country" | "level" | "fields" | "consent" | "guardianRelation"
type Texts = { intl: string; dir: string; words: Record<string, string>; lists: Record<List, { value: string; label: string }[]> }

const texts: Record<string, Texts> = JSON.parse(document.querySelector("#texts")?.textContent ?? "{}")
const idleMs = 60_000
const warningMs = 15_000
const roundMs = 30_000
const youngestAge = 12
const oldestYear = 1940
const majority = 18

function one<Kind extends HTMLElement = HTMLElement>(selector: string): Kind {
  const found = document.querySelector<Kind>(selector)
  if (found === null) throw new Error(`Nothing is ${selector}`)
  return found
}

const form = one<HTMLFormElement>("#entry")
const idle = one<HTMLDialogElement>("#idle")
const door = one<HTMLDialogElement>("#door")

let language = "fr"
/** All that the page says in this language. */
let said: Texts = { intl: "fr", dir: "ltr", words: {}, lists: { country: [], level: [], fields: [], consent: [], guardianRelation: [] } }
let session: Session | null = null
/** The entry of the list of what is to be mended that is open in the form. */
let mending: Entry | null = null
let touchedAt = Date.now()

const word = (key: string, value = "") => (said.words[key] ?? "").replace("…", value)
const shown = () => document.querySelector<HTMLElement>(".screen:not([hidden])")?.id ?? ""

function show(id: string): void {
  for (const screen of document.querySelectorAll<HTMLElement>(".screen")) screen.hidden = screen.id !== id
  one("#helpers").hidden = id !== "candidate" && id !== "thanks"
  touchedAt = Date.now()
  scrollTo(0, 0)
  say("#problem")
  void count()
}

/** Writes a text into a place that is hidden while it has none. */
function say(selector: string, text = ""): void {
  const place = one(selector)
  place.textContent = text
  place.hidden = text === ""
}

function option(value: string, label: string): HTMLOptionElement {
  return new Option(label, value)
}

function speak(next: string): void {
  const known = texts[next]
  if (known === undefined) return
  language = next
  said = known
  const { intl, dir, lists } = known
  document.documentElement.lang = next
  document.documentElement.dir = dir
  for (const place of document.querySelectorAll<HTMLElement>("[data-t]")) place.textContent = word(place.dataset["t"] ?? "")
  for (const button of document.querySelectorAll<HTMLElement>("[data-language]"))
    button.setAttribute("aria-pressed", String(button.dataset["language"] === next))
  for (const name of ["country", "level", "guardianRelation"] as const) {
    const select = one<HTMLSelectElement>(`#f-${name}`)
    const { value } = select
    const none = option("", word(name === "level" ? "levelUnsure" : "choose"))
    select.replaceChildren(none, ...lists[name].map((each) => option(each.value, each.label)))
    select.value = value
  }
  for (const name of ["fields", "consent"] as const) writePicks(name)
  one("#qr").setAttribute("aria-label", word("qr"))
  const tablet = session?.tablet
  one("#event").textContent = tablet?.event.title[next] ?? ""
  one("#tablet").textContent = word("tablet", (tablet?.number ?? 0).toLocaleString(intl))
  for (const place of document.querySelectorAll<HTMLElement>(".wrong-why")) place.hidden = true
  say("#problem")
  void count()
}

/** The boxes of a list. Those of consent are of whose event it is. */
function writePicks(name: "fields" | "consent"): void {
  const owner = session?.tablet.event.owner ?? "JOINT"
  const list = one(`[data-list=${name}]`)
  const ticked = new Set(new FormData(form).getAll(name))
  const template = one<HTMLTemplateElement>("#pick")
  const options = said.lists[name].filter(({ value }) => name === "fields" || owner === "JOINT" || value.startsWith(`${owner}-`))
  list.replaceChildren(
    ...options.map(({ value, label }) => {
      const pick = document.importNode(template.content, true)
      const box = pick.querySelector("input")
      if (box !== null) Object.assign(box, { name, value, checked: ticked.has(value) })
      pick.querySelector("span")?.replaceChildren(label)
      return pick
    }),
  )
}

async function count(): Promise<void> {
  const [waiting, mend, sent] = [await entriesIn("waiting"), await entriesIn("mend"), (await known("sent")) ?? 0]
  const counts = { waiting: waiting.length, mend: mend.length, sent }
  for (const place of document.querySelectorAll<HTMLElement>("[data-count]")) {
    const key = place.dataset["count"]
    if (key === "waiting" || key === "mend" || key === "sent") place.textContent = counts[key].toLocaleString(said.intl)
  }
  one("#mend-next").hidden = mend.length === 0
  one("#leave").hidden = waiting.length + mend.length > 0
}

async function send(): Promise<void> {
  if (session === null) return
  const sent = await sendAll(session, language)
  await count()
  say("#news", sent === "all" ? "" : word(sent))
}

/** Empties the form for the next one. */
function clear(): void {
  mending = null
  form.reset()
  one<HTMLSelectElement>("#f-country").value = session?.tablet.event.country ?? ""
  for (const place of document.querySelectorAll<HTMLElement>(".wrong-why")) place.hidden = true
  askForAdult()
  show("candidate")
}

/** Whoever may be under 18 by their year of birth may name the adult who answers for them. */
function askForAdult(): void {
  const year = Number(latin(one<HTMLInputElement>("#f-birthYear").value))
  one("#guardian").hidden = !(year >= oldestYear && new Date().getFullYear() - year - 1 < majority)
}

/** Arabic-Indic digits as Latin ones. */
const latin = (text: string) => text.replaceAll(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) & 15))
const pinOf = (text: string) => latin(text).replaceAll(/\D/g, "")
/** Leaves what is in the form: to the next candidate, or from mending back to the helper. */
function giveUp(): void {
  const wasMending = mending !== null
  clear()
  if (wasMending) show("helper")
}

const isEmail = (text: string) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text)
const digits = (text: string) => [...text.matchAll(/\p{Nd}/gu)].length

/** What the tablet can tell by itself; the server looks again. Empty when nothing is wrong. */
function problems(fields: Record<string, string[]>): [name: string, why: string][] {
  const {
    firstName = "",
    lastName = "",
    email = "",
    phone = "",
    birthYear = "",
    country = "",
    guardianName = "",
    guardianRelation = "",
    guardianEmail = "",
    guardianPhone = "",
  } = Object.fromEntries(Object.entries(fields).map(([name, values]) => [name, values[0]?.trim() ?? ""]))
  const found: [string, string][] = []
  if (!/\p{L}/u.test(firstName + lastName)) found.push(["firstName", word("needName")])
  const latest = new Date().getFullYear() - youngestAge
  const year = Number(latin(birthYear))
  if (birthYear !== "" && !(year >= oldestYear && year <= latest)) found.push(["birthYear", word("badYear", String(latest))])
  if (country === "") found.push(["country", word("needCountry")])
  if (email === "" && phone === "") found.push(["email", word("needContact")])
  if (email !== "" && !isEmail(email)) found.push(["email", word("badEmail")])
  // A yes to WhatsApp, SMS or calls needs the number.
  if (phone === "" && fields["consent"]?.some((box) => ["whatsapp", "sms", "call"].includes(box)) === true)
    found.push(["phone", word("needPhone")])
  if (phone !== "" && digits(phone) < 6) found.push(["phone", word("badPhone")])
  if (guardianName + guardianEmail + guardianPhone === "") return found
  if (!/\p{L}/u.test(guardianName)) found.push(["guardianName", word("needName")])
  if (guardianRelation === "") found.push(["guardianRelation", word("needChoice")])
  if (guardianEmail + guardianPhone === "") found.push(["guardianEmail", word("needAdult")])
  if (guardianEmail !== "" && !isEmail(guardianEmail)) found.push(["guardianEmail", word("badEmail")])
  if (guardianEmail !== "" && guardianEmail.toLowerCase() === email.toLowerCase()) found.push(["guardianEmail", word("ownAdult")])
  if (guardianPhone !== "" && digits(guardianPhone) < 6) found.push(["guardianPhone", word("badPhone")])
  return found
}

function tell(found: readonly [name: string, why: string][]): void {
  for (const place of form.querySelectorAll<HTMLElement>(".wrong-why")) place.hidden = true
  for (const [name, why] of found) if (document.querySelector(`#p-${name}`) !== null) say(`#p-${name}`, why)
  say("#problem", found.length > 0 ? word("problem") : "")
  const first = found[0]?.[0]
  if (first !== undefined) (document.querySelector<HTMLElement>(`#f-${first}`) ?? one("#problem")).focus()
}

async function save(): Promise<void> {
  if (session === null) return show("locked")
  const fields: Record<string, string[]> = {}
  const isGrown = one("#guardian").hidden
  for (const [name, value] of new FormData(form)) {
    if (typeof value === "string" && !(isGrown && name.startsWith("guardian"))) (fields[name] ??= []).push(value)
  }
  const found = problems(fields)
  tell(found)
  if (found.length > 0) return
  const labels = new Map(said.lists.consent.map(({ value, label }) => [value, `${word("consentTitle")} ${label}`]))
  const pass = mending?.pass ?? (await makePass(session.tablet))
  await keepEntry(session, {
    id: mending?.id ?? crypto.randomUUID(),
    pass,
    language,
    madeAt: mending?.madeAt ?? new Date().toISOString(),
    fields,
    shown: Object.fromEntries((fields["consent"] ?? []).map((box) => [box, labels.get(box) ?? box])),
  })
  const wasMended = mending !== null
  const { publicUrl } = session.tablet
  clear()
  if (wasMended) show("helper")
  else {
    drawSquare(one<HTMLElement & SVGElement>("#qr"), `${publicUrl}/${language}/fair/${pass}`)
    show("thanks")
  }
  void send()
}

async function mendNext(): Promise<void> {
  const [kept] = await entriesIn("mend")
  if (session === null || kept === undefined) return
  const entry = await readEntry(session, kept)
  speak(entry.language)
  clear()
  mending = entry
  for (const control of form.querySelectorAll<HTMLInputElement | HTMLSelectElement>("input, select")) {
    const values = entry.fields[control.name] ?? []
    if (control instanceof HTMLInputElement && control.type === "checkbox") control.checked = values.includes(control.value)
    else control.value = values[0] ?? ""
  }
  askForAdult()
  tell([[kept.field, kept.why]])
  if (document.querySelector(`#p-${kept.field}`) === null) say("#problem", kept.why)
}

/** Tries a PIN. Wrong ones in a row make the next one wait, also after a restart. */
async function tryPin(pin: string, place: string): Promise<boolean> {
  const vault = await known("vault")
  const wrong = (await known("wrong")) ?? { tries: 0, until: 0 }
  const left = wrong.until - Date.now()
  if (vault === undefined) return false
  if (left > 0) {
    say(place, word("wait", Math.ceil(left / 1000).toLocaleString(said.intl)))
    return false
  }
  const opened = await openVault(pinOf(pin), vault)
  const tries = opened === null ? wrong.tries + 1 : 0
  const until = tries < 3 ? 0 : Date.now() + Math.min(300, 5 * 2 ** (tries - 3)) * 1000
  await change(({ know }) => know("wrong", { tries, until }))
  say(place, opened === null ? word("wrongPin") : "")
  if (opened === null) return false
  session = { key: opened.key, tablet: opened.value as Tablet }
  return true
}

function enter(): void {
  speak(language)
  show("helper")
  void send()
}

/** Runs what a form does, with its button at rest meanwhile. */
function onSubmit(selector: string, work: (typed: FormData) => Promise<void>): void {
  const target = one<HTMLFormElement>(selector)
  target.addEventListener("submit", (event) => {
    event.preventDefault()
    const button = target.querySelector("button")
    if (button?.disabled === true) return
    if (button !== null) button.disabled = true
    work(new FormData(target))
      .catch(() => say("#news", word("broken")))
      .finally(() => {
        if (button !== null) button.disabled = false
      })
  })
}

const typedIn = (typed: FormData, name: string) => {
  const value = typed.get(name)
  return typeof value === "string" ? value : ""
}

onSubmit("#open", async (typed) => {
  const pin = pinOf(typedIn(typed, "pin"))
  const response = await fetch("/api/kiosk/open", {
    method: "POST",
    headers: { "content-type": "application/json", "accept-language": language },
    body: JSON.stringify({ code: typedIn(typed, "code"), pin }),
  }).catch(() => null)
  if (response === null) return say("#p-open-code", word("needsNetwork"))
  const answer: unknown = await response.json()
  if (!response.ok) {
    const detail: unknown = typeof answer === "object" && answer !== null ? Reflect.get(answer, "detail") : null
    return say("#p-open-code", typeof detail === "string" ? detail : word("broken"))
  }
  const { vault, key } = await makeVault(pin, answer)
  await change(({ empty, know }) => {
    empty()
    know("vault", vault)
    know("language", language)
  })
  session = { key, tablet: answer as Tablet }
  one<HTMLFormElement>("#open").reset()
  await navigator.storage.persist()
  enter()
})

onSubmit("#unlock", async (typed) => {
  if (await tryPin(typedIn(typed, "pin"), "#p-unlock-pin")) {
    one<HTMLFormElement>("#unlock").reset()
    enter()
  }
})

onSubmit("#enter", async (typed) => {
  if (await tryPin(typedIn(typed, "pin"), "#p-enter-pin")) {
    one<HTMLFormElement>("#enter").reset()
    door.close()
    clear()
    enter()
  }
})

onSubmit("#entry", save)

const presses: Record<string, () => unknown> = {
  "#begin": clear,
  "#send": send,
  "#mend-next": mendNext,
  "#clear": giveUp,
  "#next": clear,
  "#stay": () => idle.close(),
  "#helpers": () => door.showModal(),
  "#door-back": () => door.close(),
  "#lock": () => {
    session = null
    clear()
    show("locked")
  },
  "#leave": async () => {
    await change(({ empty }) => empty())
    session = null
    show("setup")
  },
}
for (const [selector, press] of Object.entries(presses)) one(selector).addEventListener("click", () => void press())

for (const button of document.querySelectorAll<HTMLElement>("[data-language]")) {
  button.addEventListener("click", () => speak(button.dataset["language"] ?? ""))
}

one("#f-birthYear").addEventListener("input", askForAdult)
for (const type of ["pointerdown", "keydown", "input"]) addEventListener(type, () => (touchedAt = Date.now()))

// Nobody finds what the one before them typed: a form that is left alone is emptied, after a warning.
setInterval(() => {
  const left = idleMs - (Date.now() - touchedAt)
  const isBegun =
    shown() === "thanks" ||
    (shown() === "candidate" && (mending !== null || [...new FormData(form)].some(([name, value]) => name !== "country" && value !== "")))
  if (!isBegun || left > warningMs) return idle.close()
  if (left > 0) {
    one("#idle-text").textContent = word("idle", Math.ceil(left / 1000).toLocaleString(said.intl))
    if (!idle.open && !door.open) idle.showModal()
    return
  }
  idle.close()
  door.close()
  giveUp()
}, 1000)

addEventListener("online", () => void send())
setInterval(() => {
  if (navigator.onLine) void send()
}, roundMs)

async function begin(): Promise<void> {
  const kept = await known("language")
  speak(language)
  speak(kept ?? navigator.language.slice(0, 2))
  show((await known("vault")) === undefined ? "setup" : "locked")
  await navigator.serviceWorker.register("/kiosk/worker.js", { scope: "/kiosk", updateViaCache: "none" })
  await navigator.serviceWorker.ready
  one("#ready").hidden = false
}

// A browser that keeps no page still takes and sends entries.
void begin().catch(() => say("#news", word("notKept")))
