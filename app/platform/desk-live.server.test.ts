import { setTimeout as wait } from "node:timers/promises"
import { afterEach, expect, test, vi } from "vitest"
import { DeskLive, liveResponse, type LiveMessage, type LiveTab } from "./desk-live.server.ts"
import type { DeskNews } from "./desk-news.server.ts"

/* Two processes that hear all that either tells, as PostgreSQL would pass it on. */

let now = 0
const processes: DeskLive[] = []

function start(): DeskLive {
  const live = new DeskLive(
    (news: DeskNews) => {
      for (const each of processes) each.hear(news)
    },
    () => now,
  )
  processes.push(live)
  return live
}

afterEach(() => {
  for (const live of processes.splice(0)) live.stop()
})

function seat(live: DeskLive, tab: string, person: Partial<LiveTab> = {}) {
  const heard: LiveMessage[] = []
  let isClosed = false
  const leave = live.open({
    tab,
    personId: tab,
    name: tab,
    university: "AUI",
    send: (message) => heard.push(message),
    close: () => {
      isClosed = true
      leave()
    },
    ...person,
  })
  return {
    leave,
    isClosed: () => isClosed,
    leads: () => heard.flatMap((message) => (message.event === "leads" ? [message.data.ids] : [])),
    names: () => heard.flatMap((message) => (message.event === "here" ? [message.data.names] : [])).at(-1) ?? [],
  }
}

const nothing = () => Promise.resolve([])

const at = (tab: string, lead: string | null, person = tab): DeskNews => ({ kind: "at", tab, person, lead })

test("what moves is told to the tabs of its university in every process, gathered", async () => {
  const [one, other] = [start(), start()]
  const [salma, head, stranger] = [seat(one, "Salma"), seat(other, "Head"), seat(one, "Stranger", { university: "UM6P" })]
  for (const ids of [
    ["a", "b"],
    ["b", "c"],
  ])
    for (const live of processes) live.hear({ kind: "leads", university: "AUI", ids })
  await wait(400)
  expect(salma.leads()).toEqual([["a", "b", "c"]])
  expect(head.leads()).toEqual([["a", "b", "c"]])
  expect(stranger.leads()).toEqual([])
})

test("more than a page of rows at once is told as much, and what comes after it again by name", async () => {
  const live = start()
  const salma = seat(live, "Salma")
  live.hear({ kind: "leads", university: "AUI", ids: Array.from({ length: 500 }, (_, index) => String(index)) })
  await wait(400)
  live.hear({ kind: "leads", university: "AUI", ids: ["x"] })
  await wait(400)
  expect(salma.leads()).toEqual([null, ["x"]])
})

test("two who are on one lead see each other, in whichever process they are, until one leaves", () => {
  const [one, other] = [start(), start()]
  const [salma, omar] = [seat(one, "Salma"), seat(other, "Omar")]
  const stranger = seat(one, "Stranger", { university: "UM6P" })
  const tell = (news: DeskNews) => processes.forEach((live) => live.hear(news))
  tell(at("Salma", "lead"))
  expect(salma.names()).toEqual([])
  tell(at("Omar", "lead"))
  expect(salma.names()).toEqual(["Omar"])
  expect(omar.names()).toEqual(["Salma"])
  tell(at("Stranger", "lead"))
  expect(salma.names()).toEqual(["Omar"])
  expect(stranger.names()).toEqual([])
  // Nobody moves the tab of another.
  tell(at("Omar", null, "Salma"))
  expect(salma.names()).toEqual(["Omar"])
  tell(at("Omar", "elsewhere"))
  expect(salma.names()).toEqual([])
  tell(at("Omar", "lead"))
  omar.leave()
  expect(salma.names()).toEqual([])
})

test("one's own second tab is nobody else, and a tab that comes again takes its seat", () => {
  const live = start()
  const first = seat(live, "first", { personId: "Salma" })
  seat(live, "second", { personId: "Salma" })
  live.hear(at("first", "lead", "Salma"))
  live.hear(at("second", "lead", "Salma"))
  expect(first.names()).toEqual([])
  seat(live, "first", { personId: "Salma" })
  expect(first.isClosed()).toBe(true)
  expect(live.size).toBe(2)
})

test("nobody holds more than twenty tabs: the oldest goes", () => {
  const live = start()
  const tabs = Array.from({ length: 25 }, (_, index) => seat(live, `tab-${index}`, { personId: "Salma" }))
  expect(live.size).toBe(20)
  expect(tabs.filter((tab) => tab.isClosed())).toHaveLength(5)
})

test("a stream ends when the session has ended, and when the server stops", async () => {
  const live = start()
  let isTheirs = true
  const tab = { tab: "t", personId: "p", name: "Salma", university: "AUI" as const }
  const first = liveResponse(live, tab, { isStillTheirs: () => Promise.resolve(isTheirs), missed: nothing, beatMs: 20 })
  const text = first.text()
  await wait(50)
  isTheirs = false
  expect(await text).toContain('event: end\ndata: {"why":"session"}')
  // A browser says itself that a stream is open or broken: said twice, a page would load all it has again.
  expect(await text).not.toMatch(/^event: (?:open|error)$/m)
  expect(live.size).toBe(0)
  const second = liveResponse(live, tab, { isStillTheirs: () => Promise.resolve(true), missed: nothing }).text()
  live.stop()
  expect(await second).toContain('event: end\ndata: {"why":"stop"}')
})

test("a tab that has its seat is told what moved before it had one; when that can't be told by name, that much has", async () => {
  const live = start()
  const tab = { tab: "t", personId: "p", name: "Salma", university: "AUI" as const }
  const said = async (missed: () => Promise<string[] | null>) => {
    const response = liveResponse(live, tab, { isStillTheirs: () => Promise.resolve(true), missed })
    await wait(10)
    live.open({ ...tab, send: () => {}, close: () => {} })
    return [...(await response.text()).matchAll(/^event: leads\ndata: (.*)$/gm)].map(([, data]) => data)
  }
  expect(await said(() => Promise.resolve(["a", "b"]))).toEqual(['{"ids":["a","b"]}'])
  expect(await said(nothing)).toEqual([])
  expect(await said(() => Promise.resolve(null))).toEqual(['{"ids":null}'])
  expect(await said(() => Promise.reject(new Error("away")))).toEqual(['{"ids":null}'])
})

test("a reader that goes away, or takes nothing in, leaves nothing behind", async () => {
  const live = start()
  const tab = { tab: "t", personId: "p", name: "Salma", university: "AUI" as const }
  const gone = liveResponse(live, tab, { isStillTheirs: () => Promise.resolve(true), missed: nothing })
  await gone.body?.cancel()
  expect(live.size).toBe(0)
  liveResponse(live, tab, { isStillTheirs: () => Promise.resolve(true), missed: nothing, beatMs: 1 })
  await vi.waitFor(() => expect(live.size).toBe(0), { timeout: 5_000 })
})

test("who is not told of again, because their process has died, is there no longer", () => {
  vi.useFakeTimers()
  try {
    const live = start()
    const salma = seat(live, "Salma")
    live.hear(at("Salma", "lead"))
    live.hear({ kind: "here", tab: "dead", person: "Omar", name: "Omar", university: "AUI", lead: "lead" })
    expect(salma.names()).toEqual(["Omar"])
    now += 60_000
    vi.advanceTimersByTime(20_000)
    expect(salma.names()).toEqual([])
  } finally {
    vi.useRealTimers()
  }
})
