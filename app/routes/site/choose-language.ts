import { preferredLanguage } from "#app/platform/i18n.ts"
import type { Route } from "./+types/choose-language"

/** `/` sends the reader to their language, by the weights of `Accept-Language`. */
export function loader({ request }: Route.LoaderArgs) {
  const language = preferredLanguage(request.headers.get("accept-language"))
  return new Response(null, {
    status: 302,
    headers: { location: `/${language}`, vary: "accept-language", "cache-control": "no-store" },
  })
}
