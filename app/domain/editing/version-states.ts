import type { VersionState } from "#app/platform/prisma-client/enums.ts"

/** Where a version may go from each state. Its content never changes: another save is another version. */
export const versionEdges = {
  draft: ["reviewed", "superseded"],
  reviewed: ["published", "superseded"],
  published: ["superseded"],
  superseded: [],
} as const satisfies Record<VersionState, readonly VersionState[]>

/** Versions that are still on their way to readers; a thing, and a rule of eligibility, has at most one. */
export const openStates = ["draft", "reviewed"] as const satisfies readonly VersionState[]

export function isOpen({ state }: { state: VersionState }): boolean {
  return openStates.some((one) => one === state)
}

/** Where a thing stands, for the desk: on its way, as readers see it, or out of their sight. */
export const thingStandings = ["draft", "reviewed", "published", "archived"] as const
export type ThingStanding = (typeof thingStandings)[number]

/** A thing that was put aside before it was ever published counts as archived. */
export function thingStandingOf(latest: VersionState | null, row: { isArchived: boolean } | null): ThingStanding {
  if (latest === "draft" || latest === "reviewed") return latest
  return row === null || row.isArchived ? "archived" : "published"
}
