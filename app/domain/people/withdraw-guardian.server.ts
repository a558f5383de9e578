import type { Ctx } from "#app/platform/ctx.server.ts"
import { done, refuse, type Outcome } from "#app/platform/outcome.ts"
import { findGuardian } from "./guardian-link.server.ts"

/**
 * The guardian takes their consent back on the same page. What was consented to before stays recorded. Whom a merge
 * has set aside since the page was opened says it too: what is undone of the merge does not bring their consent back. Refusals: people.link-old.
 */
export async function withdrawGuardian(ctx: Ctx, { secret }: { secret: string }): Promise<Outcome<void>> {
  const guardian = await findGuardian(ctx, secret)
  if (guardian === null) return refuse("people.link-old")
  return ctx.transaction(async (tx) => {
    await tx.db.$queryRaw`select id from guardian where id = ${guardian.id}::uuid for update`
    const standing = await tx.db.guardian.findUnique({ where: { id: guardian.id }, select: { personId: true, withdrawnAt: true } })
    if (standing === null) return refuse("people.link-old")
    const { personId, withdrawnAt } = standing
    const facts = { guardianId: guardian.id }
    const said = { thing: "person", thingId: personId, type: "guardian.withdrew", facts: { path: ["guardianId"], equals: guardian.id } }
    // Said already, and not set aside by a merge alone.
    if (withdrawnAt !== null && (await tx.db.event.count({ where: { ...said, createdAt: { gte: withdrawnAt } } })) > 0) return done()
    await tx.db.guardian.update({ where: { id: guardian.id }, data: { withdrawnAt: ctx.now() }, select: { id: true } })
    await tx.record("guardian.withdrew", { name: "person", id: personId }, facts)
    return done()
  })
}
