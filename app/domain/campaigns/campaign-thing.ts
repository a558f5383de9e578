import type { Owner, University } from "#app/platform/prisma-client/enums.ts"

/** A campaign as its events name it: a joint one may be read at both universities. */
export function campaignThing(campaign: { id: string; owner: Owner }): { name: string; id: string; university: University | null } {
  return { name: "campaign", id: campaign.id, university: campaign.owner === "JOINT" ? null : campaign.owner }
}
