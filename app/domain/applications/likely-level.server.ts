import type { Ctx } from "#app/platform/ctx.server.ts"
import type { CredentialKind, Level } from "#app/platform/prisma-client/enums.ts"

/**
 * The level a candidate most likely looks for: that of their last enquiry or of the programme it was about, else the one
 * after their last diploma. Null when neither says anything. It only orders what they see; every level stays open.
 */
export async function likelyLevel(
  ctx: Ctx,
  { personId, credentials }: { personId: string; credentials: readonly { kind: CredentialKind }[] },
): Promise<Level | null> {
  const enquiry = await ctx.db.enquiry.findFirst({
    where: { personId, OR: [{ level: { not: null } }, { programmeId: { not: null } }] },
    orderBy: { createdAt: "desc" },
    select: { level: true, programmeId: true },
  })
  if (enquiry !== null) {
    if (enquiry.level !== null) return enquiry.level
    const id = enquiry.programmeId
    const programme = id === null ? null : await ctx.db.programme.findUnique({ where: { id }, select: { level: true } })
    if (programme !== null) return programme.level
  }
  if (credentials.some(({ kind }) => kind === "degree")) return "master"
  return credentials.some(({ kind }) => kind === "secondary") ? "bachelor" : null
}
