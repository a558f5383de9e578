import type { Ctx } from "#app/platform/ctx.server.ts"
import type { University } from "#app/platform/prisma-client/enums.ts"

/** The keys of a university, or of the alliance (null): those in force first, the newest first. */
export async function listPartnerKeys(ctx: Ctx, { university }: { university: University | null }) {
  return ctx.db.partnerKey.findMany({
    where: { university },
    orderBy: [{ revokedAt: { sort: "asc", nulls: "first" } }, { createdAt: "desc" }, { id: "desc" }],
    take: 200,
    select: { id: true, partner: true, hint: true, scopes: true, lastUsedAt: true, createdAt: true, revokedAt: true },
  })
}
