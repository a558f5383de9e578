import type { Ctx } from "#app/platform/ctx.server.ts"
import { refuse, type Outcome } from "#app/platform/outcome.ts"
import { readPreferencesToken } from "./preferences-link.server.ts"
import { withdrawConsents } from "./withdraw-consents.server.ts"

/**
 * One-click unsubscribe (RFC 8058): withdraws e-mail news and events for the university the mail came from, for both
 * when it came from both. Doing it again changes nothing. Refusals: people.link-old.
 */
export async function unsubscribe(ctx: Ctx, { token }: { token: string }): Promise<Outcome<{ count: number }>> {
  const key = readPreferencesToken(ctx, token)
  if (key === null) return refuse("people.link-old")
  return withdrawConsents(ctx, { ...key, how: "one-click" })
}
