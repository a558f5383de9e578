import { useEffect } from "react"
import { tickEvent, type TickWish } from "./desk-ticks.ts"

/** Where typing is text, or chooses among answers, and is no command. The box of a row is no text. */
function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches("input:not([data-tick]), textarea, select"))
}

/**
 * The key that was meant, as it is written on the keys of a Latin keyboard: where another script is typed, or figures need
 * a shift, the place of the key says it.
 */
export function keyMeant({ key, code, shiftKey }: Pick<KeyboardEvent, "key" | "code" | "shiftKey">): string {
  if (key === "؟") return "?"
  if (/^Digit\d$/.test(code) && !shiftKey) return code.slice(5)
  if (/^[\u0021-\u007e]$/.test(key) || key.length > 1) return key.toLowerCase()
  if (code.startsWith("Key")) return code.slice(3).toLowerCase()
  if (code === "Slash") return shiftKey ? "?" : "/"
  if (code === "Period") return "."
  return key.toLowerCase()
}

const rows = () => [...document.querySelectorAll<HTMLElement>("[data-row]")]

/** The row in focus, else the one that is open. */
function rowHere(all: readonly HTMLElement[]): number {
  const { activeElement } = document
  const focused = all.findIndex(
    (row) => row === activeElement || row.dataset["row"] === (activeElement as HTMLElement | null)?.dataset["tick"],
  )
  return focused === -1 ? all.findIndex((row) => row.getAttribute("aria-current") === "true") : focused
}

/** To the row before or after, else to the first; with `ticks`, both rows are ticked. */
function moveRow(step: 1 | -1, ticks: boolean) {
  const all = rows()
  const from = rowHere(all)
  const next = all[from === -1 ? 0 : Math.min(all.length - 1, Math.max(0, from + step))]
  if (ticks) for (const row of [all[from], next]) if (row !== undefined) tick(row, true)
  next?.focus()
  next?.scrollIntoView({ block: "nearest" })
}

function tick(row: HTMLElement, isOn: TickWish["isOn"]) {
  const detail: TickWish = { id: row.dataset["row"] ?? "", isOn }
  document.dispatchEvent(new CustomEvent(tickEvent, { detail }))
}

/**
 * The keyboard of the desk: J and K move along the list, with shift they tick; X ticks; / goes to the search, ? shows the
 * keys, Ctrl-Z is U; any other key presses the button that wears it (`data-key`). Enter opens, as everywhere.
 */
export function useDeskKeys(dialog: React.RefObject<HTMLDialogElement | null>) {
  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      if (event.defaultPrevented || event.altKey || event.isComposing) return
      if (isTyping(event.target)) {
        if (event.key === "Escape") (event.target as HTMLElement).blur()
        return
      }
      if (document.querySelector("dialog[open]") !== null) return
      const meant = keyMeant(event)
      const isUndo = (event.ctrlKey || event.metaKey) && meant === "z"
      if ((event.ctrlKey || event.metaKey) && !isUndo) return
      const key = isUndo ? "u" : meant
      if (key === "j" || key === "k") moveRow(key === "j" ? 1 : -1, event.shiftKey)
      else if (key === "/") document.querySelector<HTMLElement>("[data-search]")?.focus()
      else if (key === "?") dialog.current?.showModal()
      else if (key === "x") {
        const all = rows()
        const row = all[rowHere(all)]
        if (row === undefined) return
        tick(row, "other")
      } else {
        const button = document.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]:not([disabled])`)
        if (button === null) return
        if (button.matches("input, select, textarea")) button.focus()
        else button.click()
        // What opens takes the focus to its first answer.
        if (button.matches("summary"))
          button.parentElement?.querySelector<HTMLElement>("input:not([type=hidden]), select, textarea")?.focus()
      }
      event.preventDefault()
    }
    document.addEventListener("keydown", onKey)
    return () => document.removeEventListener("keydown", onKey)
  }, [dialog])
}
