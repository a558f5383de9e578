import { drawSquare, makePass } from "#app/enhance/kiosk/pass.ts"
import { dropUnread, type Entry, isOf, keepEntry, readEntries, sendAll, type Session, type Tablet } from "#app/enhance/kiosk/send.ts"
import { change, known, look, onChange } from "#app/enhance/kiosk/store.ts"
import { makeVault, openVault } from "#app/enhance/kiosk/vault.ts"

/*
 * The page of a tablet at a fair. A helper opens it with the PIN and hands it round; candidates fill in the form, one after
 * the other, in their language. What they typed is sealed on the tablet and sent when there is a network. After a minute
 * without a touch the form is emptied.
 *
 * The page may be open in several windows: each shows what lies on the tablet, whichever of them put it there.
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
/** Of the page: the clock of a tablet may be years behind. */
const pageYear = Number(document.querySelector<HTMLElement>("[data-year]")?.dataset["year"])
const longestWaitMs = 300_000

function one<Kind extends HTMLElement = HTMLElement>(selector: string): Kind {
  const found = document.querySelector<Kind>(selector)
  if (found === null) throw new Error(`Nothing is ${selector}`)
  return found
}

const form = one<HTMLFormElement>("#entry")
const idle = one<HTMLDialogElement>("#idle")
const door = one<HTMLDialogElement>("#door")
const drop = one<HTMLDialogElement>("#drop")

let language = "fr"
/** All that the page says in this language. */
let said: Texts = { intl: "fr", dir: "ltr", words: {}, lists: { country: [], level: [], fields: [], consent: [], guardianRelation: [] } }
let session: Session | null = null
/** The entry of the list of what is to be mended that is open in the form. */
let mending: Entry | null = null
/** By a clock that nobody sets. */
let touchedAt = performance.now()
/** What helpers are to know of this tablet for as long as it is so. */
const warnings = new Set<"notKept" | "mayVanish">()
/** The words that stand in a line, which are said again when the language is another. */
const lines = new Map<string, readonly string[]>()

const word = (key: string, value = "") => (said.words[key] ?? "").replace("…", value)
const shown = () => document.querySelector<HTMLElement>(".screen:not([hidden])")?.id ?? ""

function show(id: string): void {
  for (const screen of document.querySelectorAll<HTMLElement>(".screen")) screen.hidden = screen.id !== id
  one("#helpers").hidden = id !== "candidate" && id !== "thanks"
  touchedAt = performance.now()
  scrollTo(0, 0)
  say("#problem")
  sayWords("#fault")
  warn()
  refresh()
}

/** Writes a text into a place that is hidden while it has none. */
function say(selector: string, text = ""): void {
  const place = one(selector)
  place.textContent = text
  place.hidden = text === ""
}

/** Writes words of the page into a line. */
function sayWords(selector: string, ...keys: readonly string[]): void {
  lines.set(selector, keys)
  say(selector, keys.map((key) => word(key)).join(" "))
}

/** Says why what was asked for did not come about. */
function fail(key: string): void {
  door.close()
  sayWords("#fault", key)
  one("#fault").focus()
}

const failed = (error: unknown) => fail(error instanceof DOMException && error.name === "QuotaExceededError" ? "full" : "broken")

/** Warns helpers: while a candidate has the tablet, a button leads to them. */
function warn(): void {
  sayWords("#warning", ...(one("#helpers").hidden ? warnings : []))
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
  for (const [selector, keys] of lines) sayWords(selector, ...keys)
  refresh()
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

const refresh = () => void showLying().catch(() => sayWords("#fault", "broken"))

/** Shows what lies on the tablet now, and the way in to a window that has none. What a window has open ends with its set-up. */
async function showLying(): Promise<void> {
  const { entries, vault, sent } = await look()
  const counts = { waiting: 0, mend: 0, unread: 0, sent }
  for (const { state } of entries) counts[state]++
  for (const place of document.querySelectorAll<HTMLElement>("[data-count]")) {
    const key = place.dataset["count"]
    if (key === "waiting" || key === "mend" || key === "sent") place.textContent = counts[key].toLocaleString(said.intl)
  }
  say("#unread", counts.unread > 0 ? word("unread", counts.unread.toLocaleString(said.intl)) : "")
  one("#drop-ask").hidden = counts.unread === 0
  one("#mend-next").hidden = counts.mend === 0
  one("#leave").hidden = entries.length > 0
  if (session !== null && !isOf(session, vault)) session = null
  const entrance = vault === undefined ? "setup" : "locked"
  const isInside = shown() !== "setup" && shown() !== "locked"
  // Who is filling the form in is not interrupted: the PIN is asked for when they are done.
  if (session === null && shown() !== entrance && !(isInside && isBegun())) show(entrance)
}

async function send(): Promise<void> {
  if (session === null) return
  try {
    const sent = await sendAll(session, language)
    if (sent === "other") refresh()
    else sayWords("#news", ...(sent === "all" ? [] : [sent]))
  } catch {
    sayWords("#news", "broken")
  }
}

/** Asks that nothing is cleared away here: a browser may say yes once the page is on the start screen. */
async function askToKeep(): Promise<void> {
  const isSafe = await navigator.storage.persist().catch(() => false)
  warnings[isSafe ? "delete" : "add"]("mayVanish")
  warn()
}

/** Whether there is something in the form that somebody typed or ticked. */
const isBegun = () => mending !== null || [...new FormData(form)].some(([name, value]) => name !== "country" && value !== "")

/** Empties the form. */
function clear(): void {
  mending = null
  form.reset()
  one<HTMLSelectElement>("#f-country").value = session?.tablet.event.country ?? ""
  for (const place of document.querySelectorAll<HTMLElement>(".wrong-why")) place.hidden = true
  askForAdult()
}

/** Empties the form for the next one. */
function next(): void {
  clear()
  show("candidate")
}

const thisYear = () => Math.max(new Date().getFullYear(), pageYear)

/** Whoever may be under 18 by their year of birth may name the adult who answers for them. */
function askForAdult(): void {
  const year = Number(latin(one<HTMLInputElement>("#f-birthYear").value))
  one("#guardian").hidden = !(year >= oldestYear && thisYear() - year - 1 < majority)
}

/** Arabic-Indic digits as Latin ones. */
const latin = (text: string) => text.replaceAll(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) & 15))
const pinOf = (text: string) => latin(text).replaceAll(/\D/g, "")
/** Leaves what is in the form: to the next candidate, or from mending back to the helper. */
function giveUp(): void {
  const wasMending = mending !== null
  clear()
  show(session === null ? "locked" : wasMending ? "helper" : "candidate")
}

/** Asks for the PIN of what another window has set up. What is in the form stays there. */
async function lockOut(): Promise<void> {
  session = null
  show((await known("vault")) === undefined ? "setup" : "locked")
  fail("otherKey")
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
  const latest = thisYear() - youngestAge
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
  if (session === null) return lockOut()
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
  const { publicUrl } = session.tablet
  const wasMended = mending !== null
  const entry = {
    id: mending?.id ?? crypto.randomUUID(),
    pass,
    language,
    madeAt: mending?.madeAt ?? new Date().toISOString(),
    fields,
    shown: Object.fromEntries((fields["consent"] ?? []).map((box) => [box, labels.get(box) ?? box])),
  }
  if ((await keepEntry(session, entry, wasMended)) === "other") return lockOut()
  clear()
  if (wasMended) show("helper")
  else {
    drawSquare(one<HTMLElement & SVGElement>("#qr"), `${publicUrl}/${language}/fair/${pass}`)
    show("thanks")
  }
  void send()
}

async function mendNext(): Promise<void> {
  const kept = (await look()).entries.find(({ state }) => state === "mend")
  if (session === null || kept === undefined) return
  const [entry] = await readEntries(session, [kept])
  if (entry === undefined) return
  speak(entry.language)
  next()
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

const waitMs = (tries: number) => (tries < 3 ? 0 : Math.min(longestWaitMs, 5_000 * 2 ** (tries - 3)))

/** Tries a PIN. Wrong ones in a row make the next one wait, also after a restart; no longer than that where the clock falls back. */
async function tryPin(pin: string, place: string): Promise<boolean> {
  const vault = await known("vault")
  if (vault === undefined) return false
  const { tries, until } = (await known("wrong")) ?? { tries: 0, until: 0 }
  const left = Math.min(until - Date.now(), waitMs(tries))
  if (left > 0) {
    await change(({ know }) => know("wrong", { tries, until: Date.now() + left }))
    say(place, word("wait", Math.ceil(left / 1000).toLocaleString(said.intl)))
    return false
  }
  const opened = await openVault(pinOf(pin), vault)
  say(place, opened === null ? word("wrongPin") : "")
  const wrong = opened === null ? tries + 1 : 0
  const counting = change(({ know }) => know("wrong", { tries: wrong, until: Date.now() + waitMs(wrong) }))
  if (opened === null) return counting.then(() => false)
  // A full tablet opens too: what is sent from it makes room.
  await counting.catch(() => {})
  session = { key: opened.key, salt: vault.salt, tablet: opened.value as Tablet }
  return true
}

/** Goes in, to what somebody was filling in when another set-up was found, if it is there still. */
function enter(): void {
  speak(language)
  show(isBegun() ? "candidate" : "helper")
  void askToKeep()
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
    sayWords("#fault")
    work(new FormData(target))
      .catch(failed)
      .finally(() => {
        if (button !== null) button.disabled = false
      })
  })
}

const typedIn = (typed: FormData, name: string) => {
  const value = typed.get(name)
  return typeof value === "string" ? value : ""
}

/** Says that the tablet is set up already: what lies on it opens with its own PIN. */
function leadToLock(): void {
  show("locked")
  fail("isSetUp")
}

onSubmit("#open", async (typed) => {
  if ((await known("vault")) !== undefined) return leadToLock()
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
  const isFirst = await change(async ({ vault: other, know }) => {
    if ((await other()) !== undefined) return false
    know("vault", vault)
    know("language", language)
    return true
  })
  one<HTMLFormElement>("#open").reset()
  if (!isFirst) return leadToLock()
  session = { key, salt: vault.salt, tablet: answer as Tablet }
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
  "#begin": next,
  "#send": send,
  "#mend-next": mendNext,
  "#clear": giveUp,
  "#next": next,
  "#stay": () => idle.close(),
  "#helpers": () => door.showModal(),
  "#door-back": () => door.close(),
  "#lock": () => {
    session = null
    clear()
    show("locked")
  },
  "#drop-ask": () => drop.showModal(),
  "#drop-back": () => drop.close(),
  "#drop-now": async () => {
    drop.close()
    if (session !== null) await dropUnread(session)
    await send()
  },
  "#leave": async () => {
    const own = session
    const isEmptied = await change(async ({ entries, vault, empty }) => {
      if (own === null || !isOf(own, await vault()) || (await entries()) > 0) return false
      empty()
      return true
    })
    if (!isEmptied) return fail("leaveNot")
    session = null
    show("setup")
  },
}
for (const [selector, press] of Object.entries(presses)) {
  const pressed = async () => press()
  one(selector).addEventListener("click", () => void pressed().catch(failed))
}

for (const button of document.querySelectorAll<HTMLElement>("[data-language]")) {
  button.addEventListener("click", () => speak(button.dataset["language"] ?? ""))
}

one("#f-birthYear").addEventListener("input", askForAdult)
for (const type of ["pointerdown", "keydown", "input"]) addEventListener(type, () => (touchedAt = performance.now()))

onChange(refresh)

// While a tablet sleeps the clock that nobody sets may stand still: what the other one went on by was a time without a touch too.
let ahead = Date.now() - performance.now()
addEventListener("visibilitychange", () => {
  const now = Date.now() - performance.now()
  if (document.hidden) ahead = now
  else {
    touchedAt -= Math.max(0, now - ahead)
    refresh()
  }
})

// Nobody finds what the one before them typed: a form that is left alone is emptied, after a warning.
setInterval(() => {
  const left = idleMs - (performance.now() - touchedAt)
  if (left > warningMs || (shown() !== "thanks" && !isBegun())) return idle.close()
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

/** Keeps the page on the tablet. A browser that does not still takes and sends entries, and helpers are warned. */
async function keepPage(): Promise<void> {
  const registration = await navigator.serviceWorker.register("/kiosk/worker.js", { scope: "/kiosk", updateViaCache: "none" })
  const { installing } = registration
  installing?.addEventListener("statechange", () => {
    if (installing.state === "redundant" && registration.active === null) notKept()
  })
  await navigator.serviceWorker.ready
  one("#ready").hidden = false
}

function notKept(): void {
  warnings.add("notKept")
  warn()
}

async function begin(): Promise<void> {
  speak(language)
  speak(navigator.language.slice(0, 2))
  speak((await known("language")) ?? language)
}

begin().catch(failed)
keepPage().catch(notKept)
