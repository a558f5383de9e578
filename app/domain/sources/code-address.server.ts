import type { Ctx } from "#app/platform/ctx.server.ts"
import { readCode } from "./short-code.ts"

/**
 * Where a short code leads, without the language. What nobody made leads to the front page: who typed a poster's code
 * wrongly is no less welcome. A closed one leads on as before, without itself.
 */
export async function codeAddress(ctx: Ctx, text: string): Promise<string> {
  const code = readCode(text)
  const row =
    code === null
      ? null
      : await ctx.db.sourceCode.findUnique({
          where: { code },
          select: { leadsTo: true, closedAt: true, publicEvent: { select: { slug: true } } },
        })
  if (code === null || row === null) return ""
  const { publicEvent } = row
  const path = publicEvent === null ? row.leadsTo : `/events/${publicEvent.slug}`
  if (row.closedAt !== null) return path
  return `${path}?utm_code=${encodeURIComponent(code)}`
}
