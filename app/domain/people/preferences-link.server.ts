import type { Ctx } from "#app/platform/ctx.server.ts"
import type { Language } from "#app/locales/languages.ts"
import type { Owner } from "#app/platform/prisma-client/enums.ts"
import { readToken, signToken } from "#app/platform/token.server.ts"

export type PreferencesKey = { personId: string; owner: Owner; address: string | null }

/**
 * Links under every mail that is not an answer: the page of what one receives, and the address that mail programs post
 * to for one-click unsubscribe (RFC 8058). They never expire: leaving must always work. `address` is where the mail
 * goes, so that switching something on again counts for that address.
 */
export function unsubscribeLinks(
  ctx: Pick<Ctx, "settings">,
  { personId, owner, language, address }: { personId: string; owner: Owner; language: Language; address?: string },
): { page: string; oneClick: string } {
  const token = signToken(ctx.settings.secret, "preferences", { person: personId, owner, ...(address === undefined ? {} : { address }) })
  const page = `${ctx.settings.publicUrl}/${language}/preferences/${token}`
  return { page, oneClick: `${page}/unsubscribe` }
}

/** Whose preferences a token opens, and which sender's mail it came with; null when it is not one of ours. */
export function readPreferencesToken(ctx: Pick<Ctx, "settings" | "now">, token: string): PreferencesKey | null {
  const data = readToken(ctx.settings.secret, "preferences", token, ctx.now())
  const personId = data?.["person"]
  const owner = data?.["owner"]
  if (personId === undefined || (owner !== "AUI" && owner !== "UM6P" && owner !== "JOINT")) return null
  return { personId, owner, address: data?.["address"] ?? null }
}
