import { demoOutbox } from "#app/domain/journal/outbox.server.ts"
import { ctxOf } from "#app/platform/http.server.ts"
import type { Route } from "./+types/demo-outbox"

/** The demonstration's mails for scripts on this machine, the newest first. Elsewhere this address does not exist. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const ctx = ctxOf(context)
  if (!ctx.settings.isDemo) throw new Response(null, { status: 404 })
  const query = new URL(request.url).searchParams
  const limit = Number(query.get("limit") ?? 500)
  const mails = await demoOutbox(ctx, { to: query.get("to"), limit: Number.isInteger(limit) && limit > 0 ? Math.min(limit, 5000) : 500 })
  return Response.json(mails, { headers: { "cache-control": "no-store" } })
}
