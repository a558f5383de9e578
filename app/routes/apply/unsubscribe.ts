import { unsubscribe } from "#app/domain/people/unsubscribe.server.ts"
import { ctxOf, redirect } from "#app/platform/http.server.ts"
import type { Route } from "./+types/unsubscribe"

/** Reading the address only shows the page of preferences: programs that fetch links unsubscribe nobody. */
export function loader({ params, context }: Route.LoaderArgs) {
  return redirect(`/${ctxOf(context).language}/preferences/${params.token}`)
}

/** What mail programs post for their reader (RFC 8058): no cookie, no page, and it holds at once. */
export async function action({ params, context }: Route.ActionArgs) {
  const ctx = ctxOf(context)
  const outcome = await unsubscribe(ctx, { token: params.token })
  return new Response(`${outcome.refused ? ctx.t("people.link.old") : ctx.t("people.preferences.oneClick")}\n`, {
    status: outcome.refused ? 404 : 200,
    headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" },
  })
}
