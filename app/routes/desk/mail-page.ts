import { findMail } from "#app/domain/journal/outbox.server.ts"
import { may } from "#app/domain/people/permissions.ts"
import { allowedStaffOf, idOf, notFoundUnless } from "#app/platform/http.server.ts"
import type { Route } from "./+types/mail-page"

/** The mail's own page, for a sandboxed frame: its inline styles are allowed, and nothing else. */
export async function loader({ params, context }: Route.LoaderArgs) {
  const ctx = allowedStaffOf(context, may("outbox.read"))
  const mail = notFoundUnless(await findMail(ctx, idOf(params.mailId)))
  return new Response(notFoundUnless(mail.html), {
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; img-src data: https:; sandbox; frame-ancestors 'self'",
      "cache-control": "no-store",
    },
  })
}
