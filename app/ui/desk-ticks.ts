import { useEffect, useEffectEvent, useState } from "react"

/** What moves the ticks from the keyboard; see desk-keys.ts. */
export type TickWish = { id: string; isOn: boolean | "other" }
export const tickEvent = "desk-tick"

/** The rows that are ticked, for as long as they are in the list of that key. */
export function useTicks(key: string, ids: readonly string[]) {
  const [state, setState] = useState<{ key: string; ticked: ReadonlySet<string> }>({ key, ticked: new Set() })
  const ticked = state.key === key ? new Set([...state.ticked].filter((id) => ids.includes(id))) : new Set<string>()
  function tick(id: string, isOn: boolean) {
    const next = new Set(ticked)
    if (isOn) next.add(id)
    else next.delete(id)
    setState({ key, ticked: next })
  }
  const wished = useEffectEvent(({ id, isOn }: TickWish) => tick(id, isOn === "other" ? !ticked.has(id) : isOn))
  useEffect(() => {
    const listener = (event: Event) => {
      if (event instanceof CustomEvent) wished(event.detail as TickWish)
    }
    document.addEventListener(tickEvent, listener)
    return () => document.removeEventListener(tickEvent, listener)
  }, [])
  return { ticked, tick, clear: () => setState({ key, ticked: new Set() }) }
}
