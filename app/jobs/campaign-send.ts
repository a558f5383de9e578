import { z } from "zod"
import { workCampaign } from "#app/domain/campaigns/work-campaign.server.ts"
import { campaignRenderer } from "#app/emails/render-campaign.ts"
import { defineJob } from "./define-job.ts"

/** Sends what a campaign still has to send. */
export const campaignSend = defineJob({
  schema: z.object({ campaignId: z.uuid() }),
  retryLimit: 8,
  concurrency: 2,
  run: (ctx, { campaignId }) => workCampaign(ctx, campaignId, campaignRenderer(ctx)),
})
