import { useTranslation } from "react-i18next"
import { Panel, VerbButton } from "#app/ui/desk-parts.tsx"
import type { Language } from "#app/locales/languages.ts"
import type { campaignEdges } from "../campaign-states.ts"

type Props = {
  campaignId: string
  state: keyof typeof campaignEdges
  isJoint: boolean
  total: number
  missing: readonly { language: Language; people: number }[]
  approvedBy: string | null
  /** Which edition this page shows. */
  edition: number
  /** The university whose head may approve here; null when it is not this one's to approve. */
  approvesFor: string | null
  maySend: boolean
  pausedReason: string | null
}

/** The way from a draft to "sent": what is still missing, and the one button that comes next. */
export function SendPanel({ campaignId, state, isJoint, total, missing, approvedBy, edition, approvesFor, maySend, pausedReason }: Props) {
  const { t } = useTranslation()
  const verb = (name: string) => ({ action: `/desk/campaigns/${campaignId}/${name}`, back: `/desk/campaigns/${campaignId}` })
  const isDraft = state === "draft" || state === "approved"
  const needs = !isDraft
    ? []
    : [
        ...missing.map(({ language, people }) =>
          t("campaigns.send.needsMessage", { language: t(`common.languageName.${language}`), count: people }),
        ),
        ...(total === 0 ? [t("campaigns.send.needsPeople")] : []),
        ...(isJoint && state === "draft" ? [t("campaigns.send.needsApproval")] : []),
      ]
  if (!isDraft && state !== "paused" && !(state === "sending" && maySend)) return null
  return (
    <Panel title={t("campaigns.send.title")} tone={state === "paused" ? "clay" : "plain"}>
      {needs.length === 0 ? null : (
        <>
          <p>{t("campaigns.send.notReady")}</p>
          <ul>
            {needs.map((need) => (
              <li key={need}>{need}</li>
            ))}
          </ul>
        </>
      )}
      {approvedBy === null ? null : <p>{t("campaigns.send.approved", { name: approvedBy })}</p>}
      {state === "paused" ? <PausedWhy reason={pausedReason} /> : null}
      <div className="acts">
        {approvesFor !== null && state === "draft" && missing.length === 0 ? (
          <VerbButton {...verb("approve")} values={{ edition: String(edition) }} look="go">
            {t("campaigns.send.approve", { university: approvesFor })}
          </VerbButton>
        ) : null}
        {maySend && isDraft && needs.length === 0 ? (
          <VerbButton {...verb("send")} look="go">
            {t("campaigns.send.button", { count: total })}
          </VerbButton>
        ) : null}
        {maySend && state === "sending" ? <VerbButton {...verb("pause")}>{t("campaigns.send.pause")}</VerbButton> : null}
        {maySend && state === "paused" ? (
          <VerbButton {...verb("resume")} look="go">
            {t("campaigns.send.resume")}
          </VerbButton>
        ) : null}
        {maySend ? (
          <VerbButton {...verb("cancel")} look="warn">
            {t("campaigns.send.cancel")}
          </VerbButton>
        ) : null}
      </div>
      {maySend ? <p className="quiet">{isDraft ? t("campaigns.send.sure") : t("campaigns.send.cancelHelp")}</p> : null}
    </Panel>
  )
}

function PausedWhy({ reason }: { reason: string | null }) {
  const { t } = useTranslation()
  const [kind, problem = ""] = (reason ?? "").split(": ", 2)
  return <p>{kind === "refused" || kind === "shut" ? t(`campaigns.paused.${kind}`, { problem }) : t("campaigns.paused.byPerson")}</p>
}
