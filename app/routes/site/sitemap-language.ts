import { listAddresses } from "#app/domain/catalogue/catalogue-queries.server.ts"
import { countries } from "#app/domain/catalogue/countries.ts"
import { listEventAddresses } from "#app/domain/events/event-queries.server.ts"
import { isLanguage } from "#app/locales/languages.ts"
import { ctxOf, notFoundUnless } from "#app/platform/http.server.ts"
import { alternatesOf } from "#app/ui/alternates.ts"
import type { Route } from "./+types/sitemap-language"

const pages = [
  "",
  "/alliance",
  "/programmes",
  "/scholarships",
  "/costs",
  "/countries",
  "/events",
  "/questions",
  "/eligibility",
  "/enquire",
  "/check",
  "/check/report",
  "/privacy",
]

/** Every public page in one language, with the same page in the others. */
export async function loader({ params, context }: Route.LoaderArgs) {
  const language = notFoundUnless(isLanguage(params.lang) ? params.lang : null)
  const ctx = ctxOf(context)
  const addresses: { path: string; updatedAt?: Date }[] = [
    ...pages.map((path) => ({ path })),
    ...countries.map(({ code }) => ({ path: `/countries/${code.toLowerCase()}` })),
    ...(await listAddresses(ctx)),
    ...(await listEventAddresses(ctx)),
  ]
  const { publicUrl } = ctx.settings
  const urls = addresses.map(({ path, updatedAt }) => {
    const alternates = alternatesOf(publicUrl, path).map(
      ({ hrefLang, href }) => `<xhtml:link rel="alternate" hreflang="${hrefLang}" href="${href}"/>`,
    )
    const changed = updatedAt === undefined ? "" : `<lastmod>${updatedAt.toISOString().slice(0, 10)}</lastmod>`
    return `<url><loc>${publicUrl}/${language}${path}</loc>${changed}${alternates.join("")}</url>`
  })
  return new Response(
    `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${urls.join("\n")}\n</urlset>\n`,
    { headers: { "content-type": "application/xml; charset=utf-8" } },
  )
}
