import type { z } from "zod"
import type { Ctx } from "#app/platform/ctx.server.ts"
import { done, type Outcome, refuse } from "#app/platform/outcome.ts"
import { staffMay, universityOf } from "#app/domain/people/permissions.ts"
import type { awaitedForm } from "./awaited-form.ts"

/**
 * Enters an event that leads may wait for, for one's own university or for both. The day is what staff know; without
 * `isConfirmed` it is to be confirmed. Refusals: not-allowed.
 */
export async function addAwaitedEvent(ctx: Ctx, form: z.output<typeof awaitedForm>): Promise<Outcome<{ eventId: string }>> {
  const { actor } = ctx
  if (actor.kind !== "staff" || !staffMay(actor, "leads.work", actor.university)) return refuse("not-allowed")
  const university = form.isOwn ? universityOf(actor) : null
  const eventId = ctx.id()
  return ctx.transaction(async (tx) => {
    await tx.db.awaitedEvent.create({
      data: {
        id: eventId,
        university,
        name: { fr: form.nameFr, en: form.nameEn, ar: form.nameAr },
        country: form.country ?? null,
        expectedOn: form.expectedOn,
        isConfirmed: form.isConfirmed && form.expectedOn !== null,
        byId: actor.personId,
        createdAt: ctx.now(),
      },
      select: { id: true },
    })
    await tx.record("awaited.added", { name: "awaited", id: eventId, university })
    return done({ eventId })
  })
}
