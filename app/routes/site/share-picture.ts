import { drawCard } from "#app/domain/share/draw-card.server.ts"
import { sharedPath } from "#app/domain/share/share-card.ts"
import { shareOf } from "#app/domain/share/share-of.server.ts"
import { isLanguage } from "#app/locales/languages.ts"
import { ctxOf, notFoundUnless, requestPartsContext } from "#app/platform/http.server.ts"
import type { Route } from "./+types/share-picture"

/** The picture of a page for sites where its link is shared. */
export async function loader({ params, context }: Route.LoaderArgs) {
  notFoundUnless(isLanguage(params.lang) ? params.lang : null)
  const path = notFoundUnless(sharedPath(params["*"]))
  const card = notFoundUnless(await shareOf(ctxOf(context), path))
  const png = await context.get(requestPartsContext).pictures.png(drawCard(card))
  return new Response(new Uint8Array(png), { headers: { "content-type": "image/png", "cache-control": "public, max-age=86400" } })
}
