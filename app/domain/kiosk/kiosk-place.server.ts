import type { Ctx } from "#app/platform/ctx.server.ts"
import { done, refuse, type Outcome } from "#app/platform/outcome.ts"
import type { University } from "#app/platform/prisma-client/enums.ts"
import { staffMay } from "#app/domain/people/permissions.ts"

/** Who may work on kiosks, and where. Refusals: not-allowed. */
export function kioskPlace(ctx: Pick<Ctx, "actor">): Outcome<{ university: University }> {
  const { actor } = ctx
  if (actor.kind !== "staff" || actor.university === null || !staffMay(actor, "events.attend", actor.university))
    return refuse("not-allowed")
  return done({ university: actor.university })
}
