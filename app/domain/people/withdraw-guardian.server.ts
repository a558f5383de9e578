import type { Ctx } from "#app/platform/ctx.server.ts"
import { done, refuse, type Outcome } from "#app/platform/outcome.ts"
import { findGuardian } from "./guardian-link.server.ts"

/**
 * The guardian takes their consent back on the same page. What was consented to before stays recorded. One whom a merge has
 * set aside says it too: what is undone of the merge does not bring their consent back. Refusals: people.link-old.
 */
export async function withdrawGuardian(ctx: Ctx, { secret }: { secret: string }): Promise<Outcome<void>> {
  const guardian = await findGuardian(ctx, secret)
  if (guardian === null) return refuse("people.link-old")
  return ctx.transaction(async (tx) => {
    await tx.db.$queryRaw`select id from guardian where id = ${guardian.id}::uuid for update`
    const standing = await tx.db.guardian.findUnique({ where: { id: guardian.id }, select: { withdrawnAt: true } })
    if (standing === null) return refuse("people.link-old")
    await tx.db.guardian.update({ where: { id: guardian.id }, data: { withdrawnAt: ctx.now() }, select: { id: true } })
    if (standing.withdrawnAt === null)
      await tx.record("guardian.withdrew", { name: "person", id: guardian.personId }, { guardianId: guardian.id })
    return done()
  })
}
