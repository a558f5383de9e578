import { rssFeed } from "#app/domain/catalogue/call-feed.ts"
import { listOpenCalls } from "#app/domain/catalogue/open-calls.server.ts"
import { callFeedOf } from "#app/domain/catalogue/ui/call-texts.ts"
import { isLanguage } from "#app/locales/languages.ts"
import { ctxOf, notFoundUnless } from "#app/platform/http.server.ts"
import type { Route } from "./+types/feed-rss"

/** The open calls for other sites; a page of any site may read them. */
export async function loader({ params, context }: Route.LoaderArgs) {
  notFoundUnless(isLanguage(params.lang) ? params.lang : null)
  const ctx = ctxOf(context)
  const feed = callFeedOf(await listOpenCalls(ctx), { t: ctx.t, language: ctx.language, publicUrl: ctx.settings.publicUrl })
  return new Response(rssFeed(feed), {
    headers: { "content-type": "application/rss+xml; charset=utf-8", "access-control-allow-origin": "*" },
  })
}
