import { bindingAge } from "#app/domain/catalogue/countries.ts"

/** What is known of somebody's age. The date wins over the year. */
export type Birth = { birthDate?: Date | null; birthYear?: number | null }

/** The youngest age in full years the person may have today; null when nothing is known. Days are counted in UTC. */
export function youngestAge({ birthDate, birthYear }: Birth, today: Date): number | null {
  if (birthDate) {
    const years = today.getUTCFullYear() - birthDate.getUTCFullYear()
    const month = today.getUTCMonth() - birthDate.getUTCMonth()
    const hasHadBirthday = month > 0 || (month === 0 && today.getUTCDate() >= birthDate.getUTCDate())
    return hasHadBirthday ? years : years - 1
  }
  // By the year alone the birthday may still be to come.
  if (birthYear) return today.getUTCFullYear() - birthYear - 1
  return null
}

/** Under 18, or perhaps under 18 by birth year. Of whom nothing is known is not taken for a minor. */
export function isMinor(birth: Birth, today: Date): boolean {
  const age = youngestAge(birth, today)
  return age !== null && age < 18
}

/**
 * Whether the person alone may bind themselves: surely 18, and of age where they live (21 in some countries, see
 * `bindingAge`). Otherwise a guardian signs with them. Who gave no birth date or year may not.
 */
export function mayBind(birth: Birth, country: string | null, today: Date): boolean {
  const age = youngestAge(birth, today)
  return age !== null && age >= bindingAge(country)
}
