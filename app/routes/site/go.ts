import { codeAddress } from "#app/domain/sources/code-address.server.ts"
import { isLanguage } from "#app/locales/languages.ts"
import { preferredLanguage } from "#app/platform/i18n.ts"
import { ctxOf, notFoundUnless } from "#app/platform/http.server.ts"
import type { Route } from "./+types/go"

/** A short code off a poster or out of a message: leads on to its page, in the reader's language where the address names none. */
export async function loader({ request, params, context }: Route.LoaderArgs) {
  const language = params.lang === undefined ? preferredLanguage(request.headers.get("accept-language")) : params.lang
  const known = notFoundUnless(isLanguage(language) ? language : null)
  const path = await codeAddress(ctxOf(context), params.code)
  return new Response(null, {
    status: 302,
    headers: { location: `/${known}${path}`, vary: "accept-language", "cache-control": "no-store" },
  })
}
