import { z } from "zod"
import { reviveCampaigns } from "#app/domain/campaigns/revive-campaigns.server.ts"
import { defineJob } from "./define-job.ts"

/** Takes up campaigns whose run died. */
export const campaignRevive = defineJob({ schema: z.object({}), run: (ctx) => reviveCampaigns(ctx) })
