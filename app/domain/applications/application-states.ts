import type { ApplicationState } from "#app/platform/prisma-client/enums.ts"

/** The life of an application. A lapsed draft may be taken up again; a withdrawal may be undone. */
export const applicationEdges = {
  draft: ["submitted", "lapsed"],
  submitted: ["withdrawn", "closed"],
  withdrawn: ["submitted"],
  lapsed: ["draft"],
  closed: [],
} as const satisfies Record<ApplicationState, readonly ApplicationState[]>
