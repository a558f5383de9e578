import type { Tx } from "#app/platform/ctx.server.ts"
import { editableStates } from "./campaign-states.ts"

/** Makes the campaign a draft again and counts the edit, because what the other university approved is about to change. False once it is on its way. */
export async function reopenDraft(tx: Tx, campaignId: string): Promise<boolean> {
  const { count } = await tx.db.campaign.updateMany({
    where: { id: campaignId, state: { in: [...editableStates] } },
    data: { state: "draft", approvedById: null, edition: { increment: 1 } },
  })
  return count === 1
}
