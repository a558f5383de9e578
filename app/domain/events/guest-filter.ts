/** What a list of guests is narrowed to; without it, all who have not given their place up, and all who came. */
export const guestFilters = ["unnoted", "came", "missed", "withdrawn"] as const
export type GuestFilter = (typeof guestFilters)[number]
