import { useEffect, useRef } from "react"
import { useFetcher } from "react-router"

/** Takes the unseen mark off what is open, once for each address; whether it counts as seen by now. */
export function useSeen({ isSeen, address }: { isSeen: boolean; address: string }): boolean {
  const { submit, state } = useFetcher()
  const told = useRef<string | null>(null)
  useEffect(() => {
    if (isSeen || told.current === address) return
    told.current = address
    void submit({ quiet: "1" }, { method: "post", action: address })
  }, [isSeen, address, submit])
  return isSeen || state !== "idle"
}
