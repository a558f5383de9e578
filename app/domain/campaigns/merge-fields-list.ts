/** What a message may say of its reader. Anything else in `{{ }}` is refused when the message is written. */
export const mergeFields = ["given_name", "family_name", "country", "university"] as const

export type MergeField = (typeof mergeFields)[number]
export type MergeValues = Record<MergeField, string>
