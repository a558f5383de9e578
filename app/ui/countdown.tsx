import { useEffect, useState } from "react"
import { useRevalidator } from "react-router"

function leftText(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000))
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`
}

type Props = {
  /** How long from the moment the page was made, by the server's clock: the reader's own may be wrong. */
  leftMs: number
  /** What to say while it runs, and when it has run out. */
  running: (left: string) => string
  over: string
  /** The honest sentence for a page without scripts, which names the hour. */
  still: string
}

/** Minutes and seconds that run where scripts do; elsewhere the sentence stands still and says when it was true. */
export function Countdown({ leftMs, running, over, still }: Props) {
  const { revalidate } = useRevalidator()
  const [left, setLeft] = useState<number | null>(null)
  useEffect(() => {
    const end = performance.now() + leftMs
    const step = () => setLeft(end - performance.now())
    step()
    const timer = setInterval(step, 1000)
    return () => clearInterval(timer)
  }, [leftMs])
  const isOver = left !== null && left <= 0
  useEffect(() => {
    if (!isOver) return
    // The mail leaves within a minute of its time; until it has, the page looks again.
    const timer = setInterval(() => void revalidate(), 5000)
    return () => clearInterval(timer)
  }, [isOver, revalidate])
  if (left === null) return <p>{still}</p>
  return <p className="countdown">{isOver ? over : running(leftText(left))}</p>
}
