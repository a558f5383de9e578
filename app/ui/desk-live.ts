import { useEffect, useEffectEvent, useState } from "react"

const retryMs = [1_000, 2_000, 5_000, 10_000, 30_000]
/** A tab that nobody looks at lets its stream go after this long: a browser keeps only six open to one address. */
const hiddenMs = 5_000

type Heard = {
  /** Leads that moved; null when too many did, or when news may have been missed. */
  onLeads(ids: readonly string[] | null): void
}

/**
 * Listens to what happens at the desk while the tab is looked at, and says on which lead it is. `isOff` holds while there is
 * no connection; when there is one again, `onLeads(null)` says that news may have been missed.
 */
export function useDeskLive(lead: string | null, { onLeads }: Heard): { isOff: boolean; names: readonly string[] } {
  const [isOff, setIsOff] = useState(false)
  const [openAs, setOpenAs] = useState<string | null>(null)
  const [here, setHere] = useState<{ lead: string | null; names: readonly string[] }>({ lead: null, names: [] })
  const heard = useEffectEvent((ids: readonly string[] | null) => onLeads(ids))

  useEffect(() => {
    const tab = crypto.randomUUID()
    let stream: EventSource | null = null
    let isOver = false
    let tries = 0
    let wasOpen = false
    let waiting: ReturnType<typeof setTimeout> | undefined

    function open() {
      clearTimeout(waiting)
      if (isOver || stream !== null) return
      const own = new EventSource(`/desk/live?tab=${tab}`)
      stream = own
      own.addEventListener("open", () => {
        tries = 0
        setIsOff(false)
        setOpenAs(tab)
        // What happened in between was told to nobody here.
        if (wasOpen) heard(null)
        wasOpen = true
      })
      own.addEventListener("leads", (event) => {
        const { ids } = JSON.parse(String(event.data)) as { ids: string[] | null }
        heard(ids)
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
