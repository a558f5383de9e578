import type { Ctx } from "#app/platform/ctx.server.ts"
import { done, type Outcome } from "#app/platform/outcome.ts"

/** Ends this session, or with `everywhere` every session of the person. Nobody signed in: nothing to do. */
export async function signOut(ctx: Ctx, { everywhere }: { everywhere: boolean }): Promise<Outcome<void>> {
  const { actor } = ctx
  if (actor.kind !== "candidate" && actor.kind !== "staff") return done()
  return ctx.transaction(async (tx) => {
    const { count } = await tx.db.session.updateMany({
      where: { personId: actor.personId, revokedAt: null, ...(everywhere ? {} : { id: actor.sessionId }) },
      data: { revokedAt: ctx.now() },
    })
    if (count > 0) await tx.record("person.signed-out", { name: "person", id: actor.personId }, { everywhere, sessions: count })
    return done()
  })
}
