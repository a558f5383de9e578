import type { Ctx } from "#app/platform/ctx.server.ts"
import { uniqueViolation } from "#app/platform/db.server.ts"
import { done, type Outcome, refuse } from "#app/platform/outcome.ts"
import { foldName } from "#app/platform/text.ts"
import type { StaffRole, University } from "#app/platform/prisma-client/enums.ts"
import type { Language } from "#app/locales/languages.ts"
import { readEmail } from "./contact.server.ts"
import { staffMay } from "./permissions.ts"

type NewStaff = { givenName: string; familyName: string; email: string; role: StaffRole; university: University | null; language: Language }

/**
 * Gives somebody a role at a university; the admin's role alone belongs to the alliance. Whoever signs in by that e-mail
 * already keeps being that person. They sign in with a code; nothing is mailed now.
 * Refusals: not-allowed, field.email, people.staff-university, people.staff-exists.
 */
export async function addStaff(ctx: Ctx, input: NewStaff): Promise<Outcome<{ staffId: string }>> {
  const { actor } = ctx
  const isAllowed = actor.kind === "system" || (actor.kind === "staff" && staffMay(actor, "staff.manage", null))
  if (!isAllowed) return refuse("not-allowed")
  const email = readEmail(input.email)
  if (email === null) return refuse("field.email", { field: "email" })
  const university = input.role === "admin" ? null : input.university
  if (university === null && input.role !== "admin") return refuse("people.staff-university", { field: "university" })
  try {
    return await ctx.transaction(async (tx) => {
      const known = await tx.db.contact.findFirst({
        where: { kind: "email", value: email.value, signsIn: true },
        select: { personId: true },
      })
      const personId = known?.personId ?? ctx.id()
      if (known === null) {
        await tx.db.person.create({
          data: {
            id: personId,
            givenName: input.givenName,
            familyName: input.familyName,
            nameFolded: foldName(`${input.givenName} ${input.familyName}`),
            language: input.language,
            createdAt: ctx.now(),
            contacts: { create: { id: ctx.id(), kind: "email", ...email, signsIn: true, createdAt: ctx.now() } },
          },
          select: { id: true },
        })
      }
      // One person works at one desk: two roles would show one of them only.
      const other = await tx.db.staff.findFirst({ where: { personId, isActive: true }, select: { id: true } })
      if (other !== null) return refuse("people.staff-exists", { field: "email" })
      const before = await tx.db.staff.findFirst({ where: { personId, role: input.role, university }, select: { id: true } })
      const staffId = before?.id ?? ctx.id()
      if (before === null)
        await tx.db.staff.create({
          data: { id: staffId, personId, role: input.role, university, createdAt: ctx.now() },
          select: { id: true },
        })
      else await tx.db.staff.update({ where: { id: staffId }, data: { isActive: true }, select: { id: true } })
      await tx.record("staff.added", { name: "staff", id: staffId, university }, { role: input.role })
      return done({ staffId })
    })
  } catch (error) {
    if (uniqueViolation(error) === null) throw error
    return refuse("people.staff-exists", { field: "email" })
  }
}
