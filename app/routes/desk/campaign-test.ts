import { sendTest } from "#app/domain/campaigns/send-test.server.ts"
import { may } from "#app/domain/people/permissions.ts"
import { campaignRenderer } from "#app/emails/render-campaign.ts"
import { isLanguage } from "#app/locales/languages.ts"
import { allowedStaffOf, backWith, notFoundUnless } from "#app/platform/http.server.ts"
import type { Route } from "./+types/campaign-test"

export async function action({ params: { campaignId, language }, context }: Route.ActionArgs) {
  const ctx = allowedStaffOf(context, may("campaigns.build"))
  const given = notFoundUnless(isLanguage(language) ? language : null)
  return backWith(await sendTest(ctx, { campaignId, language: given }, campaignRenderer(ctx)), `/desk/campaigns/${campaignId}`, "test")
}
