import type { Ctx } from "#app/platform/ctx.server.ts"
import { hour } from "./sign-in-codes.server.ts"

const keptMs = 48 * hour

/**
 * Deletes what signing in leaves behind: codes older than two days, whose limits look back one day, and sessions that
 * ended as long ago. The journal keeps who signed in when. Running it again is harmless.
 */
export async function sweepSignIns(ctx: Ctx): Promise<{ codes: number; sessions: number }> {
  const before = new Date(ctx.now().getTime() - keptMs)
  const codes = await ctx.db.signInCode.deleteMany({ where: { createdAt: { lt: before } } })
  const sessions = await ctx.db.session.deleteMany({ where: { OR: [{ expiresAt: { lt: before } }, { revokedAt: { lt: before } }] } })
  return { codes: codes.count, sessions: sessions.count }
}
