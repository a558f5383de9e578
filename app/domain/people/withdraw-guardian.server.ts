import type { Ctx } from "#app/platform/ctx.server.ts"
import { done, refuse, type Outcome } from "#app/platform/outcome.ts"
import { findGuardian } from "./guardian-link.server.ts"

/** The guardian takes their consent back on the same page. What was consented to before stays recorded. Refusals: people.link-old. */
export async function withdrawGuardian(ctx: Ctx, { secret }: { secret: string }): Promise<Outcome<void>> {
  const guardian = await findGuardian(ctx, secret)
  if (guardian === null) return refuse("people.link-old")
  return ctx.transaction(async (tx) => {
    const { count } = await tx.db.guardian.updateMany({ where: { id: guardian.id, withdrawnAt: null }, data: { withdrawnAt: ctx.now() } })
    if (count === 1) await tx.record("guardian.withdrew", { name: "person", id: guardian.personId }, { guardianId: guardian.id })
    return done()
  })
}
