import { receiveMailNews } from "#app/domain/campaigns/receive-mail-news.server.ts"
import { ctxOf } from "#app/platform/http.server.ts"
import type { Route } from "./+types/resend"

/** POST /hooks/resend: what became of the mails. The body is verified as it came, byte for byte. */
export async function action({ request, context }: Route.ActionArgs) {
  if (request.method !== "POST") return new Response(null, { status: 405, headers: { allow: "POST" } })
  const outcome = await receiveMailNews(ctxOf(context), { body: await request.text(), headers: request.headers })
  return new Response(null, { status: outcome.refused ? 400 : 200 })
}

export function loader() {
  return new Response(null, { status: 405, headers: { allow: "POST" } })
}
