import { useTranslation } from "react-i18next"
import type { DeskEvent } from "../desk-event-queries.server.ts"

const looks = { draft: "tag amber", coming: "tag", running: "tag amber", past: "tag", cancelled: "tag late" } as const

/** Where an event stands, as the desk reads it: a draft is none of a reader's phases. */
export function PhaseTag({ phase, isSample }: { phase: DeskEvent["phase"]; isSample: boolean }) {
  const { t } = useTranslation()
  return (
    <>
      <span className={looks[phase]}>{phase === "draft" ? t("deskEvents.draft") : t(`events.phase.${phase}`)}</span>{" "}
      {isSample ? <span className="tag">{t("common.standing.sample")}</span> : null}
    </>
  )
}
