import { useEffect, useRef, useState } from "react"
import { useTranslation } from "react-i18next"
import { VerbButton } from "#app/ui/desk-parts.tsx"
import type { Reach } from "./reach-words.ts"

/** Chooses in the form below how it went, when nothing is chosen yet: who opened a mail has most likely written. */
export function pickHow(how: string) {
  const chosen = document.querySelector<HTMLInputElement>('input[name="how"]:checked')
  const wanted = document.querySelector<HTMLInputElement>(`input[name="how"][value="${how}"]`)
  if (chosen === null && wanted !== null) wanted.checked = true
}

type Props = {
  reach: Reach
  /** Ids for the contacts that a press begins, by number. Those of a number stay what they were when it was first shown. */
  ids: { calls: Record<string, string>; chats: Record<string, string> }
  reads: string
  base: string
  search: string
  onMail: (how: string) => void
}

/**
 * Every way to reach a candidate, with the prepared text in their language. A press on a number writes the contact down:
 * a call leads on to how it went, a chat opens beside this page, which asks for what was said when somebody comes back to it.
 */
export function ReachLinks({ reach, ids: loaded, reads, base, search, onMail }: Props) {
  const { t } = useTranslation()
  const [shown] = useState(loaded)
  const ids = { calls: { ...loaded.calls, ...shown.calls }, chats: { ...loaded.chats, ...shown.chats } }
  const opened = useRef<string | null>(null)
  useEffect(() => {
    function onReturn() {
      if (document.visibilityState !== "visible" || opened.current === null) return
      // Loaded anew: all of the page is as the chat has left it.
      window.location.assign(`${base}/contact/${opened.current}${search}`)
      opened.current = null
    }
    // Back from another tab, or from another window beside which this one was seen all along.
    document.addEventListener("visibilitychange", onReturn)
    window.addEventListener("focus", onReturn)
    return () => {
      document.removeEventListener("visibilitychange", onReturn)
      window.removeEventListener("focus", onReturn)
    }
  }, [base, search])
  if (reach.calls.length + reach.mails.length === 0) return <p className="quiet">{t("deskWork.contact.none")}</p>
  return (
    <>
      <div className="acts">
        {reach.calls.map((number) => (
          <VerbButton
            key={number}
            action={`${base}/reach`}
            back={`${base}/contact${search}`}
            values={{ channel: "call", number, contact: ids.calls[number] ?? "" }}
          >
            {t("deskWork.contact.call", { number: `\u2066${number}\u2069` })}
          </VerbButton>
        ))}
        {reach.chats.map(({ number }) => (
          <form
            key={number}
            method="post"
            action={`${base}/reach`}
            target="_blank"
            className="verb"
            onSubmit={() => {
              opened.current = ids.chats[number] ?? null
            }}
          >
            <input type="hidden" name="channel" value="whatsapp" />
            <input type="hidden" name="number" value={number} />
            <input type="hidden" name="contact" value={ids.chats[number] ?? ""} />
            <input type="hidden" name="back" value={`${base}/contact${search}`} />
            <button type="submit" className="act">
              {t("deskWork.contact.whatsapp", { number: `\u2066${number}\u2069` })}
            </button>
          </form>
        ))}
        {reach.mails.map(({ address, href }) => (
          <a key={href} className="act" href={href} onClick={() => onMail("email.sent")}>
            {t("deskWork.contact.email", { address: `\u2066${address}\u2069` })}
          </a>
        ))}
      </div>
      {reach.calls.length === 0 ? null : <p className="quiet">{t("deskWork.contact.press")}</p>}
      <details>
        <summary>{t("deskWork.contact.prepared", { language: reads })}</summary>
        <p dir="auto">{reach.hello}</p>
      </details>
    </>
  )
}
