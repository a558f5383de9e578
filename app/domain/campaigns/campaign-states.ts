import type { CampaignState, DeliveryState } from "#app/platform/prisma-client/enums.ts"

/** Where a campaign may go from each state. */
export const campaignEdges = {
  draft: ["approved", "sending", "cancelled"],
  approved: ["draft", "scheduled", "sending", "cancelled"],
  scheduled: ["sending", "cancelled"],
  sending: ["paused", "sent", "cancelled"],
  paused: ["sending", "cancelled"],
  sent: [],
  cancelled: [],
} as const satisfies Record<CampaignState, readonly CampaignState[]>

/** States whose messages and segment may still change. */
export const editableStates: readonly CampaignState[] = ["draft", "approved"]

/** The states that may move to `state`. */
export function statesBefore(state: CampaignState): CampaignState[] {
  const edges: Record<CampaignState, readonly CampaignState[]> = campaignEdges
  return (Object.keys(campaignEdges) as CampaignState[]).filter((from) => edges[from].includes(state))
}

/**
 * Where a delivery stood when the vendor's news of it counts. News arrives twice and out of order: a late `delivered`
 * never covers that the mail came back or was complained about.
 */
export const newsCountsFrom = {
  delivered: ["claimed", "sent", "unknown"],
  bounced: ["claimed", "sent", "unknown", "delivered"],
  complained: ["claimed", "sent", "unknown", "delivered", "bounced"],
} as const satisfies Partial<Record<DeliveryState, readonly DeliveryState[]>>
