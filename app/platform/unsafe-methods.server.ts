import { languageSegment } from "#app/locales/languages.ts"

/** Addresses with signatures of their own, and the unsubscribe that mail programs press for the reader (RFC 8058). */
const exempt = new RegExp(`^/(?:hooks|api)/|^/${languageSegment}/preferences/[^/]+/unsubscribe$`)

/**
 * Whether an unsafe request comes from another site. Browsers say so by `Sec-Fetch-Site`; older ones by `Origin`.
 * A request with neither comes from no page (a script, a test): it carries no visitor's cookies by itself.
 */
export function isForeign(request: Request, pathname: string, publicUrl: string): boolean {
  if (exempt.test(pathname)) return false
  const site = request.headers.get("sec-fetch-site")
  if (site !== null) return site !== "same-origin" && site !== "none"
  const origin = request.headers.get("origin")
  return origin !== null && origin !== new URL(publicUrl).origin
}
