import type { Tx } from "#app/platform/ctx.server.ts"
import type { University } from "#app/platform/prisma-client/enums.ts"
import { roleMay } from "#app/domain/people/permissions.ts"

/** Whether somebody works leads at the university and may look after one. */
export async function mayOwn(tx: Tx, university: University, personId: string): Promise<boolean> {
  const roles = await tx.db.staff.findMany({ where: { personId, university, isActive: true }, select: { role: true } })
  return roles.some(({ role }) => roleMay(role, "leads.work"))
}
