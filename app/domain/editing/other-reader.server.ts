import type { Ctx } from "#app/platform/ctx.server.ts"
import type { Owner } from "#app/platform/prisma-client/enums.ts"
import { permissions } from "#app/domain/people/permissions.ts"
import { type Edited, rightTo } from "./kind-rights.ts"

/** Whether there is anybody else whose word would do for a thing: somebody of its university, or of either where it is of both. */
export async function hasOtherReader(
  ctx: Ctx,
  { kind, owner, personId }: { kind: Edited; owner: Owner | null; personId: string },
): Promise<boolean> {
  const other = await ctx.db.staff.findFirst({
    where: {
      isActive: true,
      personId: { not: personId },
      role: { in: [...permissions[rightTo("publish", kind)]] },
      ...(owner === "AUI" || owner === "UM6P" ? { university: owner } : { university: { not: null } }),
    },
    select: { id: true },
  })
  return other !== null
}
