export const eventOwners = ["AUI", "UM6P", "JOINT"] as const
export const eventKinds = ["online", "fair"] as const
