import { useTranslation } from "react-i18next"
import type { EventPhase } from "../event-states.ts"

const looks = { coming: "tag", running: "tag amber", past: "tag", cancelled: "tag late" } as const

/** Where an event stands, as the desk reads it. */
export function PhaseTag({ phase, isSample }: { phase: EventPhase; isSample: boolean }) {
  const { t } = useTranslation()
  return (
    <>
      <span className={looks[phase]}>{t(`events.phase.${phase}`)}</span>{" "}
      {isSample ? <span className="tag">{t("common.standing.sample")}</span> : null}
    </>
  )
}
