import type { TFunction } from "i18next"
import type { PairFile } from "./pair-file.server.ts"

/** What a merge would do, a sentence each, in the reader's language; the weightiest first. */
export function outcomeLines(t: TFunction, outcome: NonNullable<PairFile["outcome"]>): string[] {
  const { lead, moved, consents, rsvps } = outcome
  const counted = [
    ["contacts", moved.contacts],
    ["enquiries", moved.enquiries],
    ["applications", moved.applications],
    ["consents", consents.moved],
    ["withdrawn", consents.withdrawn],
    ["rsvps", rsvps.moved],
    ["places", rsvps.both],
  ] as const
  return [
    ...(lead === null
      ? []
      : [t(lead.both ? "deskIdentity.outcome.lead" : "deskIdentity.outcome.leadMoves", { stage: t(`states.lead.${lead.becomes}`) })]),
    ...(outcome.setAsideYears.length === 0 ? [] : [t("deskIdentity.outcome.years", { years: outcome.setAsideYears.join(", ") })]),
    ...(outcome.endedSignIns.length === 0 ? [] : [t("deskIdentity.outcome.endedSignIns", { addresses: outcome.endedSignIns.join(", ") })]),
    ...counted.flatMap(([key, count]) => (count === 0 ? [] : [t(`deskIdentity.outcome.${key}`, { count })])),
    t("deskIdentity.outcome.otherUniversity"),
  ]
}
