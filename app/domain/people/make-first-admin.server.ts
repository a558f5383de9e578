import type { Ctx } from "#app/platform/ctx.server.ts"
import { type Outcome, refuse } from "#app/platform/outcome.ts"
import { tidy } from "#app/platform/text.ts"
import { addStaff } from "./add-staff.server.ts"

/**
 * Gives the first administrator their role, from the machine the product runs on: nobody is at the desk yet to do it.
 * Refusals: not-allowed, people.admin-exists, field.required, field.email, people.staff-exists.
 */
export async function makeFirstAdmin(
  ctx: Ctx,
  input: { email: string; givenName: string; familyName: string },
): Promise<Outcome<{ staffId: string }>> {
  if (ctx.actor.kind !== "system") return refuse("not-allowed")
  const givenName = tidy(input.givenName)
  if (givenName === "") return refuse("field.required", { field: "givenName" })
  const admin = await ctx.db.staff.findFirst({ where: { role: "admin", isActive: true }, select: { id: true } })
  if (admin !== null) return refuse("people.admin-exists")
  return addStaff(ctx, { ...input, givenName, familyName: tidy(input.familyName), role: "admin", university: null, language: ctx.language })
}
