import { createHash } from "node:crypto"
import { kioskTexts } from "#app/domain/kiosk/kiosk-texts.server.ts"
import { notFoundUnless, requestPartsContext } from "#app/platform/http.server.ts"
import type { Route } from "./+types/worker"

/** The service worker of the tablets' page. It is another version when the page, its script or its words are others. */
export function loader({ context }: Route.LoaderArgs) {
  const { enhance, kioskWorker } = context.get(requestPartsContext)
  const source = notFoundUnless(kioskWorker)
  const files = ["/kiosk", enhance["kiosk"] ?? "", "/kiosk/app.webmanifest", "/kiosk/icon.svg"]
  const version = createHash("sha256")
    .update(JSON.stringify([files, kioskTexts()]))
    .digest("hex")
    .slice(0, 12)
  return new Response(`const version=${JSON.stringify(version)},files=${JSON.stringify(files)};${source}`, {
    headers: {
      "content-type": "text/javascript; charset=utf-8",
      "cache-control": "no-cache",
      "content-security-policy": "default-src 'none'; connect-src 'self'",
      "service-worker-allowed": "/kiosk",
    },
  })
}
