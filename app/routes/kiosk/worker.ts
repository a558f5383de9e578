import { createHash } from "node:crypto"
import { notFoundUnless, requestPartsContext } from "#app/platform/http.server.ts"
import type { Route } from "./+types/worker"

/** What is kept on a tablet beside the script, whose name changes with it. */
const pages = ["/kiosk", "/kiosk/app.webmanifest", "/kiosk/icon.svg"]

/**
 * The service worker of the tablets' page. It is another version when anything that it keeps is another, down to a word or
 * the style: what a tablet has kept is asked for again only then.
 */
export async function loader({ context }: Route.LoaderArgs) {
  const { enhance, kioskWorker, answerAt } = context.get(requestPartsContext)
  const source = notFoundUnless(kioskWorker)
  const files = [...pages, enhance["kiosk"] ?? ""]
  const texts = await Promise.all(pages.map(async (page) => (await answerAt(page)).text()))
  const version = createHash("sha256")
    .update(JSON.stringify([files, texts]))
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
