import { openApiDocument } from "#app/domain/partners/openapi.server.ts"
import { ctxOf } from "#app/platform/http.server.ts"
import { allow, json } from "#app/platform/problem.server.ts"
import type { Route } from "./+types/openapi"

export const middleware: Route.MiddlewareFunction[] = [allow("GET", "HEAD")]

/** The document of the partner API. It holds nothing of anybody: a page of any site may read it. */
export function loader({ context }: Route.LoaderArgs) {
  return json(openApiDocument(ctxOf(context).settings.publicUrl), {
    headers: { "cache-control": "public, max-age=300", "access-control-allow-origin": "*" },
  })
}
