import { languages } from "#app/locales/languages.ts"
import { ctxOf } from "#app/platform/http.server.ts"
import type { Route } from "./+types/sitemap"

/** Where the map of each language stands. */
export function loader({ context }: Route.LoaderArgs) {
  const { publicUrl } = ctxOf(context).settings
  const maps = languages.map((language) => `<sitemap><loc>${publicUrl}/${language}/sitemap.xml</loc></sitemap>`)
  return new Response(
    `<?xml version="1.0" encoding="UTF-8"?>\n<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${maps.join("\n")}\n</sitemapindex>\n`,
    { headers: { "content-type": "application/xml; charset=utf-8" } },
  )
}
