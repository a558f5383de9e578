import { useTranslation } from "react-i18next"
import type { Reach } from "./reach-words.ts"

/** Chooses in the form below how it went, when nothing is chosen yet: who opened a chat has most likely written. */
export function pickHow(how: string) {
  const chosen = document.querySelector<HTMLInputElement>('input[name="how"]:checked')
  const wanted = document.querySelector<HTMLInputElement>(`input[name="how"][value="${how}"]`)
  if (chosen === null && wanted !== null) wanted.checked = true
}

type Props = { reach: Reach; reads: string; onPress: (how: string) => void }

/** Every way to reach a candidate, with the prepared text in their language. */
export function ReachLinks({ reach, reads, onPress }: Props) {
  const { t } = useTranslation()
  if (reach.calls.length + reach.mails.length === 0) return <p className="quiet">{t("deskWork.contact.none")}</p>
  return (
    <>
      <p className="in-line">
        {reach.calls.map(({ number, href }) => (
          <a key={href} className="act" href={href} onClick={() => onPress("call.reached")}>
            {t("deskWork.contact.call", { number: `\u2066${number}\u2069` })}
          </a>
        ))}
        {reach.chats.map(({ number, href }) => (
          <a key={href} className="act" href={href} target="_blank" rel="noreferrer" onClick={() => onPress("whatsapp.sent")}>
            {t("deskWork.contact.whatsapp", { number: `\u2066${number}\u2069` })}
          </a>
        ))}
        {reach.mails.map(({ address, href }) => (
          <a key={href} className="act" href={href} onClick={() => onPress("email.sent")}>
            {t("deskWork.contact.email", { address: `\u2066${address}\u2069` })}
          </a>
        ))}
      </p>
      <details>
        <summary>{t("deskWork.contact.prepared", { language: reads })}</summary>
        <p dir="auto">{reach.hello}</p>
      </details>
    </>
  )
}
