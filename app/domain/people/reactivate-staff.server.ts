import type { Ctx } from "#app/platform/ctx.server.ts"
import { done, type Outcome, refuse } from "#app/platform/outcome.ts"
import { staffMay } from "./permissions.ts"

/** Gives an ended role back. Refusals: not-allowed, not-found, people.staff-exists (another role since), changed-meanwhile. */
export async function reactivateStaff(ctx: Ctx, { staffId }: { staffId: string }): Promise<Outcome<undefined>> {
  const { actor } = ctx
  if (actor.kind !== "staff" || !staffMay(actor, "staff.manage", null)) return refuse("not-allowed")
  return ctx.transaction(async (tx) => {
    const staff = await tx.db.staff.findUnique({ where: { id: staffId }, select: { personId: true, university: true } })
    if (staff === null) return refuse("not-found")
    const other = await tx.db.staff.findFirst({
      where: { personId: staff.personId, isActive: true, id: { not: staffId } },
      select: { id: true },
    })
    if (other !== null) return refuse("people.staff-exists")
    const { count } = await tx.db.staff.updateMany({ where: { id: staffId, isActive: false }, data: { isActive: true } })
    if (count === 0) return refuse("changed-meanwhile")
    await tx.record("staff.reactivated", { name: "staff", id: staffId, university: staff.university })
    return done()
  })
}
