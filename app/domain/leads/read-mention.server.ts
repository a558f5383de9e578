import type { Ctx } from "#app/platform/ctx.server.ts"
import { done, type Outcome, refuse } from "#app/platform/outcome.ts"
import { staffMay } from "#app/domain/people/permissions.ts"

/** Takes a note off the list of the one it names. Doing it again changes nothing. Refusals: not-allowed, not-found. */
export async function readMention(ctx: Ctx, { noteId }: { noteId: string }): Promise<Outcome<undefined>> {
  const { actor } = ctx
  if (actor.kind !== "staff" || !staffMay(actor, "leads.read", actor.university)) return refuse("not-allowed")
  const mine = { noteId, personId: actor.personId }
  return ctx.transaction(async (tx) => {
    const found = await tx.db.mention.findUnique({ where: { noteId_personId: mine }, select: { noteId: true } })
    if (found === null) return refuse("not-found")
    await tx.db.mention.updateMany({ where: { ...mine, readAt: null }, data: { readAt: ctx.now() } })
    return done()
  })
}
