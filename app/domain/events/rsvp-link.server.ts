import type { Ctx } from "#app/platform/ctx.server.ts"
import { readToken, signToken } from "#app/platform/token.server.ts"
import type { Language } from "#app/locales/languages.ts"

/**
 * The page of one RSVP: where and when, the link online, and the button to give the place up. Only mails carry it: it
 * goes to the address that was given, never to whoever typed it.
 */
export function rsvpLink(ctx: Pick<Ctx, "settings">, { rsvpId, language }: { rsvpId: string; language: Language }): string {
  return `${ctx.settings.publicUrl}/${language}/rsvp/${signToken(ctx.settings.secret, "rsvp", { rsvp: rsvpId })}`
}

/** The RSVP that a token opens; null when it is not one of ours. */
export function readRsvpToken(ctx: Pick<Ctx, "settings" | "now">, token: string): string | null {
  return readToken(ctx.settings.secret, "rsvp", token, ctx.now())?.["rsvp"] ?? null
}
