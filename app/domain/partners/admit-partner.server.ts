import type { Ctx, PartnerActor } from "#app/platform/ctx.server.ts"
import type { Pace } from "#app/platform/problem.server.ts"
import { done, refuse, type Outcome } from "#app/platform/outcome.ts"
import type { University } from "#app/platform/prisma-client/enums.ts"
import { hashSecret } from "#app/domain/people/find-actor.server.ts"

/** Requests of one key: this many at once, and as many again each minute, evenly. */
export const partnerPace = { requests: 120, windowMs: 60_000 } as const
const stepMs = partnerPace.windowMs / partnerPace.requests

type Row = { id: string; university: University | null; partner: string; scopes: string[]; is_admitted: boolean; ahead_ms: number }

/**
 * Whose key an `Authorization` header carries, and how many requests it has left. Each request moves its key's line a step
 * ahead of the clock, in one statement, so that requests to several processes at once are counted together.
 * Refusals: partners.key-missing, partners.key-unknown, partners.too-many (`seconds` until the next one passes).
 */
export async function admitPartner(ctx: Ctx, authorization: string | null): Promise<Outcome<{ actor: PartnerActor; pace: Pace }>> {
  if (authorization === null) return refuse("partners.key-missing")
  const key = /^bearer +(\S{1,200})$/i.exec(authorization)?.[1]
  if (key === undefined) return refuse("partners.key-unknown")
  const now = ctx.now()
  const latest = new Date(now.getTime() + partnerPace.windowMs - stepMs)
  const [row] = await ctx.db.$queryRaw<Row[]>`
    with held as (
      select id, greatest(ahead_until, ${now}::timestamptz) as at from partner_key
      where key_hash = ${hashSecret(key)} and revoked_at is null for update
    )
    update partner_key k set last_used_at = ${now}::timestamptz,
      ahead_until = case when held.at <= ${latest}::timestamptz then held.at + make_interval(secs => ${stepMs / 1000}::float8) else held.at end
    from held where k.id = held.id
    returning k.id::text, k.university::text, k.partner, k.scopes, held.at <= ${latest}::timestamptz as is_admitted,
      (extract(epoch from k.ahead_until - ${now}::timestamptz) * 1000)::float8 as ahead_ms`
  if (row === undefined) return refuse("partners.key-unknown")
  const { requests, windowMs } = partnerPace
  if (!row.is_admitted) {
    return refuse("partners.too-many", { details: { seconds: Math.max(1, Math.ceil((row.ahead_ms + stepMs - windowMs) / 1000)) } })
  }
  const remaining = Math.max(0, Math.floor((windowMs - row.ahead_ms) / stepMs))
  return done({
    actor: { kind: "partner", keyId: row.id, partner: row.partner, university: row.university, scopes: row.scopes },
    pace: { requests, windowSeconds: windowMs / 1000, remaining, resetSeconds: Math.ceil(row.ahead_ms / 1000) },
  })
}
