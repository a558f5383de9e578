import { languages } from "#app/locales/languages.ts"
import { ctxOf } from "#app/platform/http.server.ts"
import type { Route } from "./+types/robots"

/** Search engines see the public pages. A demonstration is not for them at all: its dates are samples. */
export function loader({ context }: Route.LoaderArgs) {
  const { settings } = ctxOf(context)
  const closed = ["/desk", "/demo", "/hooks", ...languages.flatMap((language) => [`/${language}/apply`, `/${language}/preferences`])]
  const rules = settings.isDemo ? ["Disallow: /"] : closed.map((path) => `Disallow: ${path}`)
  return new Response(["User-agent: *", ...rules, `Sitemap: ${settings.publicUrl}/sitemap.xml`, ""].join("\n"), {
    headers: { "content-type": "text/plain; charset=utf-8" },
  })
}
