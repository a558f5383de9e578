import { ctxOf } from "#app/platform/http.server.ts"
import type { Route } from "./+types/manifest"

/** By it a tablet takes the page onto its start screen. */
export function loader({ context }: Route.LoaderArgs) {
  const { t, language } = ctxOf(context)
  const manifest = {
    id: "/kiosk",
    name: t("kiosk.page.appName"),
    short_name: t("common.name"),
    lang: language,
    start_url: "/kiosk",
    scope: "/kiosk",
    display: "standalone",
    background_color: "#fbf7ef",
    theme_color: "#0d5743",
    icons: [{ src: "/kiosk/icon.svg", sizes: "any", type: "image/svg+xml", purpose: "any" }],
  }
  return new Response(JSON.stringify(manifest), { headers: { "content-type": "application/manifest+json", "cache-control": "no-cache" } })
}
