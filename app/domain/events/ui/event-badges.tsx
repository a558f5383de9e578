import { useTranslation } from "react-i18next"
import type { EventCard } from "../event-queries.server.ts"

const tones = { coming: "open", running: "open", past: "closed", cancelled: "closed" } as const

/** Where an event stands, in words: sample, cancelled, full. One that is simply to come needs no word. */
export function EventBadges({ event }: { event: Pick<EventCard, "isSample" | "phase" | "isFull"> }) {
  const { t } = useTranslation()
  const isOpen = event.phase === "coming" || event.phase === "running"
  return (
    <>
      {event.isSample ? <span className="st sample">{t("common.standing.sample")}</span> : null}{" "}
      {event.phase === "coming" ? null : <span className={`st ${tones[event.phase]}`}>{t(`events.phase.${event.phase}`)}</span>}{" "}
      {event.isFull && isOpen ? <span className="st announced">{t("events.full")}</span> : null}
    </>
  )
}
