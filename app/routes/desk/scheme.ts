import { redirect, safePath, staffOf, typedOf } from "#app/platform/http.server.ts"
import type { Route } from "./+types/scheme"

/** Light, dark, or as the machine is set: a matter of this browser, so a cookie of its own keeps it. */
export async function action({ request, context }: Route.ActionArgs) {
  const ctx = staffOf(context)
  const { scheme, back } = await typedOf(request)
  const wanted = scheme?.[0]
  if (wanted !== "light" && wanted !== "dark" && wanted !== "auto") throw new Response(null, { status: 400 })
  const secure = ctx.settings.publicUrl.startsWith("https:") ? "; Secure" : ""
  const life = wanted === "auto" ? 0 : 31_536_000
  return redirect(safePath(back?.[0], "/desk"), {
    status: 303,
    headers: { "set-cookie": `rihla-scheme=${wanted}; Path=/desk; Max-Age=${life}; SameSite=Lax; HttpOnly${secure}` },
  })
}
