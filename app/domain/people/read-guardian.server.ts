import { codePoints, hasForbiddenCharacters, tidy } from "#app/platform/text.ts"
import { done, refuse, type Outcome } from "#app/platform/outcome.ts"
import { type Address, readEmail, readPhone } from "./contact.server.ts"
import { guardianRelations, type GuardianRelation } from "./guardian-relations.ts"

export type NamedGuardian = { name: string; relation: GuardianRelation; email: Address | null; phone: Address | null }

/**
 * An adult as a minor names them. A phone is read as of the country where the minor lives.
 * Refusals: field.required, field.control-characters, field.choice, field.email, field.phone, people.guardian-contact-missing.
 */
export function readGuardian(
  input: { name: string; relation: string; email?: string; phone?: string },
  country: string,
): Outcome<NamedGuardian> {
  const name = tidy(input.name)
  if (!/\p{L}/u.test(name) || codePoints(name) > 120) return refuse("field.required", { field: "guardianName" })
  if (hasForbiddenCharacters(name, false)) return refuse("field.control-characters", { field: "guardianName" })
  const relation = guardianRelations.find((known) => known === input.relation)
  if (relation === undefined) return refuse("field.choice", { field: "guardianRelation" })
  const [typedEmail, typedPhone] = [tidy(input.email ?? ""), tidy(input.phone ?? "")]
  if (typedEmail === "" && typedPhone === "") return refuse("people.guardian-contact-missing", { field: "guardianEmail" })
  const email = typedEmail === "" ? null : readEmail(typedEmail)
  if (typedEmail !== "" && email === null) return refuse("field.email", { field: "guardianEmail" })
  const phone = typedPhone === "" ? null : readPhone(typedPhone, country)
  if (typedPhone !== "" && phone === null) return refuse("field.phone", { field: "guardianPhone" })
  return done({ name, relation, email, phone })
}
