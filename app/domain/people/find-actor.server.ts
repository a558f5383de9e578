import { createHash } from "node:crypto"
import type { Actor, Ctx } from "#app/platform/ctx.server.ts"
import { sessionSecret, type SessionCookies } from "#app/platform/session.server.ts"
import type { Language } from "#app/locales/languages.ts"
import type { Audience } from "#app/platform/prisma-client/enums.ts"

const hour = 3_600_000
/** A session lasts this long without use; its row moves at most once in a twentieth of it. */
export const sessionIdle = { staff: 12 * hour, candidate: 30 * 24 * hour } as const satisfies Record<Audience, number>

export function hashSecret(secret: string): string {
  return createHash("sha256").update(secret).digest("hex")
}

/** Whose session the request's cookie opens. Null for a missing, forged, expired or revoked one. */
export async function findActor(
  ctx: Ctx,
  cookies: SessionCookies,
  audience: Audience,
  request: Request,
): Promise<{ actor: Actor; language: Language | null } | null> {
  const secret = await sessionSecret(cookies, audience, request)
  if (secret === null) return null
  const session = await ctx.db.session.findUnique({
    where: { tokenHash: hashSecret(secret) },
    select: {
      id: true,
      audience: true,
      personId: true,
      lastSeenAt: true,
      expiresAt: true,
      revokedAt: true,
      person: {
        select: {
          givenName: true,
          familyName: true,
          language: true,
          staff: { where: { isActive: true }, orderBy: { createdAt: "asc" }, take: 1, select: { role: true, university: true } },
        },
      },
    },
  })
  const now = ctx.now()
  if (session === null || session.audience !== audience || session.revokedAt !== null || session.expiresAt <= now) return null
  const idle = sessionIdle[audience]
  if (now.getTime() - session.lastSeenAt.getTime() > idle / 20) {
    await ctx.db.session.update({
      where: { id: session.id },
      data: { lastSeenAt: now, expiresAt: new Date(now.getTime() + idle) },
      select: { id: true },
    })
  }
  if (audience === "candidate") {
    return { actor: { kind: "candidate", personId: session.personId, sessionId: session.id }, language: null }
  }
  const staff = session.person.staff[0]
  if (staff === undefined) return null
  const name = `${session.person.givenName} ${session.person.familyName}`.trim()
  return {
    actor: { kind: "staff", personId: session.personId, sessionId: session.id, name, role: staff.role, university: staff.university },
    language: session.person.language,
  }
}
