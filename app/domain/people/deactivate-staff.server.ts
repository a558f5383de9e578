import type { Ctx } from "#app/platform/ctx.server.ts"
import { done, type Outcome, refuse } from "#app/platform/outcome.ts"
import { staffMay } from "./permissions.ts"

/**
 * Ends a role: its person is signed out of the desk at once and cannot sign in again; what they did stays theirs.
 * Refusals: not-allowed, not-found, people.own-staff (nobody locks themselves out), changed-meanwhile.
 */
export async function deactivateStaff(ctx: Ctx, { staffId }: { staffId: string }): Promise<Outcome<undefined>> {
  const { actor } = ctx
  if (actor.kind !== "staff" || !staffMay(actor, "staff.manage", null)) return refuse("not-allowed")
  return ctx.transaction(async (tx) => {
    const staff = await tx.db.staff.findUnique({ where: { id: staffId }, select: { personId: true, university: true } })
    if (staff === null) return refuse("not-found")
    if (staff.personId === actor.personId) return refuse("people.own-staff")
    const { count } = await tx.db.staff.updateMany({ where: { id: staffId, isActive: true }, data: { isActive: false } })
    if (count === 0) return refuse("changed-meanwhile")
    await tx.db.session.updateMany({
      where: { personId: staff.personId, audience: "staff", revokedAt: null },
      data: { revokedAt: ctx.now() },
    })
    await tx.record("staff.deactivated", { name: "staff", id: staffId, university: staff.university })
    return done()
  })
}
