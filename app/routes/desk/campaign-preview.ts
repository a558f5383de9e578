import { findMessage } from "#app/domain/campaigns/campaign-queries.server.ts"
import { previewMessage } from "#app/domain/campaigns/preview-message.server.ts"
import { may } from "#app/domain/people/permissions.ts"
import { campaignRenderer } from "#app/emails/render-campaign.ts"
import { isLanguage } from "#app/locales/languages.ts"
import { allowedStaffOf, notFoundUnless } from "#app/platform/http.server.ts"
import type { Route } from "./+types/campaign-preview"

/** A message as its own page, for the sandboxed frame: a mail carries its style on its elements, and no script runs. */
export async function loader({ params: { campaignId, language }, context }: Route.LoaderArgs) {
  const ctx = allowedStaffOf(context, may("campaigns.read"))
  const message = notFoundUnless(isLanguage(language) ? await findMessage(ctx, campaignId, language) : null)
  const { html } = await previewMessage(ctx, message, campaignRenderer(ctx))
  return new Response(html, {
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'self'; sandbox",
      "cache-control": "no-store",
    },
  })
}
