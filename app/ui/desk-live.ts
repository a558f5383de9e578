import { useEffect, useEffectEvent, useState } from "react"

const retryMs = [1_000, 2_000, 5_000, 10_000, 30_000]
/** A tab that nobody looks at lets its stream go after this long: a browser keeps only six open to one address. */
const hiddenMs = 5_000

type Heard = {
  /** When the page's rows were read, in milliseconds. */
  since: number
  /** Leads that moved; null when too many did. */
  onLeads(ids: readonly string[] | null): void
}

/**
 * Listens to what happens at the desk while the tab is looked at, and says on which lead it is. `isOff` holds while there is
 * no connection. Each connection is told what moved since the page was read or a beat was heard: between two of them, and
 * before the first, nobody told it anything.
 */
export function useDeskLive(lead: string | null, { since, onLeads }: Heard): { isOff: boolean; names: readonly string[] } {
  const [isOff, setIsOff] = useState(false)
  const [openAs, setOpenAs] = useState<string | null>(null)
  const [here, setHere] = useState<{ lead: string | null; names: readonly string[] }>({ lead: null, names: [] })
  const heard = useEffectEvent((ids: readonly string[] | null) => onLeads(ids))
  const readAt = useEffectEvent(() => since)

  useEffect(() => {
    const tab = crypto.randomUUID()
    let stream: EventSource | null = null
    let isOver = false
    let tries = 0
    let beatAt = 0
    let waiting: ReturnType<typeof setTimeout> | undefined

    function open() {
      clearTimeout(waiting)
      if (isOver || stream !== null) return
      const own = new EventSource(`/desk/live?tab=${tab}&since=${Math.max(readAt(), beatAt)}`)
      stream = own
      own.addEventListener("open", () => {
        tries = 0
        setIsOff(false)
        setOpenAs(tab)
      })
      own.addEventListener("leads", (event) => {
        const { ids } = JSON.parse(String(event.data)) as { ids: string[] | null }
        heard(ids)
      })
      own.addEventListener("beat", (event) => {
        beatAt = (JSON.parse(String(event.data)) as { at: number }).at
      })
      own.addEventListener("here", (event) => setHere(JSON.parse(String(event.data)) as { lead: string | null; names: string[] }))
      own.addEventListener("end", (event) => {
        const { why } = JSON.parse(String(event.data)) as { why: "session" | "stop" }
        close()
        // Whose session has ended is shown the door by the next page they ask for.
        if (why === "stop") later()
      })
      own.addEventListener("error", () => {
        close()
        later()
      })
    }
    function close() {
      stream?.close()
      stream = null
      setOpenAs(null)
    }
    function later() {
      if (isOver) return
      if (tries > 0) setIsOff(true)
      waiting = setTimeout(open, retryMs[Math.min(tries, retryMs.length - 1)])
      tries++
    }
    function onVisible() {
      clearTimeout(waiting)
      if (document.visibilityState === "visible") open()
      else waiting = setTimeout(close, hiddenMs)
    }
    function onOnline() {
      tries = 0
      if (stream === null) open()
    }
    open()
    document.addEventListener("visibilitychange", onVisible)
    window.addEventListener("online", onOnline)
    return () => {
      isOver = true
      clearTimeout(waiting)
      close()
      document.removeEventListener("visibilitychange", onVisible)
      window.removeEventListener("online", onOnline)
    }
  }, [])

  useEffect(() => {
    if (openAs === null) return
    const said = new URLSearchParams({ tab: openAs, lead: lead ?? "" })
    const stop = new AbortController()
    // Who is where is told again by the next move: a message that is lost costs nothing.
    fetch("/desk/live", { method: "POST", body: said, signal: stop.signal }).catch(() => {})
    return () => stop.abort()
  }, [openAs, lead])

  return { isOff, names: here.lead === lead && lead !== null ? here.names : [] }
}
