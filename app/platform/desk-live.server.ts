import type { DeskNews } from "./desk-news.server.ts"
import type { University } from "./prisma-client/enums.ts"

/** What is told to an open tab. */
export type LiveMessage =
  /** Leads that moved; null when too many did. */
  | { event: "leads"; data: { ids: string[] | null } }
  /** Who else is on the lead that this tab is on. */
  | { event: "here"; data: { lead: string | null; names: string[] } }
  /** All that moved until then has been told. */
  | { event: "beat"; data: { at: number } }
  /** Nothing more comes: the session or the role has ended, or the server stops. */
  | { event: "end"; data: { why: "session" | "stop" } }

export type LiveTab = {
  tab: string
  personId: string
  name: string
  university: University
  send(message: LiveMessage): void
  close(): void
}

type Seat = LiveTab & { lead: string | null; moved: Set<string> | null; timer: NodeJS.Timeout | null }
type Presence = { lead: string; personId: string; name: string; university: University; until: number }

/** Ids wait this long for others to go with them. */
const gatherMs = 250
/** More than this many at once are told as "much". */
const mostIds = 60
/** A tab that is not told of again for so long has gone without a word. */
const presenceMs = 50_000
export const renewMs = 20_000
const tabsOfOne = 20

/**
 * The open tabs of the desk in this process, and who is on which lead in all of them. News comes in by `hear`, from this
 * process and the others; nothing is kept but what each tab has yet to be told, and that is bounded.
 */
export class DeskLive {
  readonly #seats = new Map<string, Seat>()
  readonly #presence = new Map<string, Presence>()
  readonly #now: () => number
  readonly #tell: (news: DeskNews) => void
  readonly #renewal: NodeJS.Timeout

  constructor(tell: (news: DeskNews) => void, now: () => number = Date.now) {
    this.#tell = tell
    this.#now = now
    this.#renewal = setInterval(() => this.#renew(), renewMs)
    this.#renewal.unref()
  }

  /** How many tabs are open here. */
  get size(): number {
    return this.#seats.size
  }

  /** Seats a tab. Gives the way to leave. A tab that comes again takes its old seat. */
  open(tab: LiveTab): () => void {
    this.#seats.get(tab.tab)?.close()
    const own = [...this.#seats.values()].filter(({ personId }) => personId === tab.personId)
    for (const old of own.slice(0, Math.max(0, own.length + 1 - tabsOfOne))) old.close()
    const seat: Seat = { ...tab, lead: null, moved: new Set(), timer: null }
    this.#seats.set(tab.tab, seat)
    return () => {
      if (seat.timer !== null) clearTimeout(seat.timer)
      if (this.#seats.get(tab.tab) !== seat) return
      this.#seats.delete(tab.tab)
      if (seat.lead !== null) this.#tell({ kind: "gone", tab: tab.tab })
    }
  }

  hear(news: DeskNews): void {
    switch (news.kind) {
      case "leads":
        for (const seat of this.#seats.values()) if (seat.university === news.university) this.#moved(seat, news.ids)
        return
      case "at": {
        const seat = this.#seats.get(news.tab)
        // Only the tab's own person moves it.
        if (seat === undefined || seat.personId !== news.person || seat.lead === news.lead) return
        seat.lead = news.lead
        if (news.lead === null) this.#tell({ kind: "gone", tab: seat.tab })
        else this.#tell(hereOf(seat, news.lead))
        this.#sayHere(seat)
        return
      }
      case "here": {
        const before = this.#presence.get(news.tab)
        const { tab, person, name, university, lead } = news
        this.#presence.set(tab, { lead, personId: person, name, university, until: this.#now() + presenceMs })
        if (before?.lead === lead) return
        this.#told(lead)
        if (before !== undefined) this.#told(before.lead)
        return
      }
      case "gone": {
        const before = this.#presence.get(news.tab)
        this.#presence.delete(news.tab)
        if (before !== undefined) this.#told(before.lead)
      }
    }
  }

  /** Ends every stream: the server stops. */
  stop(): void {
    clearInterval(this.#renewal)
    for (const seat of this.#seats.values()) {
      seat.send({ event: "end", data: { why: "stop" } })
      seat.close()
    }
  }

  #moved(seat: Seat, ids: readonly string[]): void {
    for (const id of ids) seat.moved?.add(id)
    if ((seat.moved?.size ?? 0) > mostIds) seat.moved = null
    seat.timer ??= setTimeout(() => {
      seat.send({ event: "leads", data: { ids: seat.moved === null ? null : [...seat.moved] } })
      seat.moved = new Set()
      seat.timer = null
    }, gatherMs)
  }

  #told(lead: string): void {
    for (const seat of this.#seats.values()) if (seat.lead === lead) this.#sayHere(seat)
  }

  #sayHere(seat: Seat): void {
    const names = new Map<string, string>()
    for (const { lead, personId, name, university } of this.#presence.values())
      if (lead === seat.lead && university === seat.university && personId !== seat.personId) names.set(personId, name)
    seat.send({ event: "here", data: { lead: seat.lead, names: [...names.values()] } })
  }

  #renew(): void {
    for (const seat of this.#seats.values()) if (seat.lead !== null) this.#tell(hereOf(seat, seat.lead))
    for (const [tab, { until, lead }] of this.#presence) {
      if (until > this.#now()) continue
      this.#presence.delete(tab)
      this.#told(lead)
    }
  }
}

function hereOf({ tab, personId, name, university }: LiveTab, lead: string): DeskNews {
  return { kind: "here", tab, person: personId, name, university, lead }
}

const encoder = new TextEncoder()
/** A reader that takes nothing in is let go when this many messages wait for it. */
const mostWaiting = 100

/**
 * The stream of one tab as server-sent events. It begins with a comment long enough for proxies that gather, and says
 * something every `beatMs`, so that nothing on the way takes it for dead; at each beat `isStillTheirs` is asked. Once the tab
 * has its seat it is told what it `missed` since its page was made: between the two nobody told it anything.
 */
export function liveResponse(
  live: DeskLive,
  tab: Omit<LiveTab, "send" | "close">,
  {
    isStillTheirs,
    missed,
    beatMs = renewMs,
  }: { isStillTheirs: () => Promise<boolean>; missed: () => Promise<string[] | null>; beatMs?: number },
): Response {
  let leave = () => {}
  const body = new ReadableStream<Uint8Array>(
    {
      start(controller) {
        let isOver = false
        const write = (text: string) => {
          if (isOver) return
          if ((controller.desiredSize ?? 0) < -mostWaiting) return close()
          controller.enqueue(encoder.encode(text))
        }
        const send = (message: LiveMessage) => write(`event: ${message.event}\ndata: ${JSON.stringify(message.data)}\n\n`)
        const close = () => {
          if (isOver) return
          leave()
          controller.close()
        }
        const beat = setInterval(() => {
          send({ event: "beat", data: { at: Date.now() } })
          isStillTheirs().then(
            (isTheirs) => {
              if (isTheirs) return
              send({ event: "end", data: { why: "session" } })
              close()
            },
            // A database that is away for a moment ends no session.
            () => {},
          )
        }, beatMs)
        beat.unref()
        const stand = live.open({ ...tab, send, close })
        leave = () => {
          isOver = true
          clearInterval(beat)
          stand()
        }
        write(`:${" ".repeat(2048)}\nretry: 3000\n\n`)
        missed().then(
          (ids) => {
            if (ids === null || ids.length > 0) send({ event: "leads", data: { ids } })
          },
          // A reader who cannot be told by name looks at the whole again.
          () => send({ event: "leads", data: { ids: null } }),
        )
      },
      cancel() {
        leave()
      },
    },
    { highWaterMark: 1 },
  )
  return new Response(body, {
    headers: {
      "content-type": "text/event-stream; charset=utf-8",
      "cache-control": "no-store, no-transform",
      "x-accel-buffering": "no",
    },
  })
}
