import { listAddresses } from "#app/domain/catalogue/catalogue-queries.server.ts"
import { countries } from "#app/domain/catalogue/countries.ts"
import { listEventAddresses } from "#app/domain/events/event-queries.server.ts"
import { languages } from "#app/locales/languages.ts"
import { ctxOf } from "#app/platform/http.server.ts"
import type { Route } from "./+types/sitemap"

const pages = [
  "",
  "/alliance",
  "/programmes",
  "/scholarships",
  "/countries",
  "/events",
  "/questions",
  "/eligibility",
  "/enquire",
  "/check",
  "/check/report",
  "/privacy",
]

/** Every public page in each language, with its alternates. */
export async function loader({ context }: Route.LoaderArgs) {
  const ctx = ctxOf(context)
  const addresses: { path: string; updatedAt?: Date }[] = [
    ...pages.map((path) => ({ path })),
    ...countries.map(({ code }) => ({ path: `/countries/${code.toLowerCase()}` })),
    ...(await listAddresses(ctx)),
    ...(await listEventAddresses(ctx)),
  ]
  const urls = addresses.flatMap(({ path, updatedAt }) => {
    const alternates = languages
      .map((language) => `<xhtml:link rel="alternate" hreflang="${language}" href="${ctx.settings.publicUrl}/${language}${path}"/>`)
      .join("")
    const changed = updatedAt === undefined ? "" : `<lastmod>${updatedAt.toISOString().slice(0, 10)}</lastmod>`
    return languages.map((language) => `<url><loc>${ctx.settings.publicUrl}/${language}${path}</loc>${changed}${alternates}</url>`)
  })
  return new Response(
    `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${urls.join("\n")}\n</urlset>\n`,
    { headers: { "content-type": "application/xml; charset=utf-8" } },
  )
}
