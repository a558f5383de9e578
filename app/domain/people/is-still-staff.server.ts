import type { Ctx, StaffActor } from "#app/platform/ctx.server.ts"

/** Whether the session a member of staff came by still holds, with the same role at the same place. Asking keeps no session alive. */
export async function isStillStaff(ctx: Ctx, actor: StaffActor): Promise<boolean> {
  const session = await ctx.db.session.findUnique({
    where: { id: actor.sessionId },
    select: {
      revokedAt: true,
      expiresAt: true,
      person: { select: { staff: { where: { isActive: true }, orderBy: { createdAt: "asc" }, take: 1 } } },
    },
  })
  const staff = session?.person.staff[0]
  if (session === null || staff === undefined) return false
  return session.revokedAt === null && session.expiresAt > ctx.now() && staff.role === actor.role && staff.university === actor.university
}
