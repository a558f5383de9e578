import type { Ctx, StaffActor } from "#app/platform/ctx.server.ts"
import { done, refuse, type Outcome } from "#app/platform/outcome.ts"
import type { ChoiceState, University } from "#app/platform/prisma-client/enums.ts"
import { isId } from "#app/domain/applications/is-id.ts"
import { type Permission, roleMay, staffMay } from "#app/domain/people/permissions.ts"

export type WorkableChoice = { id: string; state: ChoiceState; university: University; actor: StaffActor }

/**
 * The choice a staff member is about to work on, at their own university.
 * @returns `not-allowed` when the role does not hold the verb, `admissions.choice-not-found` for a choice that is not
 * there or belongs to the other university: nobody can tell the two apart.
 */
export async function findWorkableChoice(ctx: Ctx, choiceId: string, permission: Permission): Promise<Outcome<WorkableChoice>> {
  const { actor } = ctx
  if (actor.kind !== "staff" || !roleMay(actor.role, permission)) return refuse("not-allowed")
  if (!isId(choiceId)) return refuse("admissions.choice-not-found")
  const choice = await ctx.db.choice.findUnique({ where: { id: choiceId }, select: { id: true, state: true, university: true } })
  if (choice === null || choice.university === null || !staffMay(actor, permission, choice.university)) {
    return refuse("admissions.choice-not-found")
  }
  return done({ id: choice.id, state: choice.state, university: choice.university, actor })
}
