/** What an adult who answers for a minor may be to them; labels under `people.relation`. */
export const guardianRelations = ["mother", "father", "guardian", "other"] as const
export type GuardianRelation = (typeof guardianRelations)[number]
