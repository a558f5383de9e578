import { useEffect } from "react"

/** Where typing is text and no command. */
function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches("input, textarea, select"))
}

/** The row before or after the one in focus, else beside the one that is open, else the first. */
function moveRow(step: 1 | -1) {
  const rows = [...document.querySelectorAll<HTMLElement>("[data-row]")]
  const focused = rows.findIndex((row) => row === document.activeElement)
  const from = focused === -1 ? rows.findIndex((row) => row.getAttribute("aria-current") === "true") : focused
  const next = rows[from === -1 ? 0 : Math.min(rows.length - 1, Math.max(0, from + step))]
  next?.focus()
  next?.scrollIntoView({ block: "nearest" })
}

/**
 * The keyboard of the desk: J and K move along the list, / goes to the search, ? shows the keys; any other key presses
 * the button that wears it (`data-key`). Enter opens, as everywhere.
 */
export function useDeskKeys(dialog: React.RefObject<HTMLDialogElement | null>) {
  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
      if (isTyping(event.target)) {
        if (event.key === "Escape") (event.target as HTMLElement).blur()
        return
      }
      if (document.querySelector("dialog[open]") !== null) return
      const key = event.key.toLowerCase()
      if (key === "j" || key === "k") moveRow(key === "j" ? 1 : -1)
      else if (key === "/") document.querySelector<HTMLElement>("[data-search]")?.focus()
      else if (key === "?") dialog.current?.showModal()
      else {
        const button = document.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]:not([disabled])`)
        if (button === null) return
        if (button.matches("input, select, textarea")) button.focus()
        else button.click()
      }
      event.preventDefault()
    }
    document.addEventListener("keydown", onKey)
    return () => document.removeEventListener("keydown", onKey)
  }, [dialog])
}
