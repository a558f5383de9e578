import type { Standing } from "#app/platform/prisma-client/enums.ts"
import { intakeWindow } from "../catalogue/intake-window.ts"

export type Door = "open" | "later" | "closed" | "sample"

/** Whether an intake takes applications at this moment, by our clock. A sample does in the demonstration only. */
export function doorOf(
  intake: { opensAt: Date; closesAt: Date; isSample: boolean; programme: { standing: Standing; isArchived: boolean } },
  now: Date,
  isDemo: boolean,
): Door {
  if (intake.programme.isArchived || intake.programme.standing === "closed" || intake.programme.standing === "announced") return "closed"
  return intake.isSample && !isDemo ? "sample" : intakeWindow(intake, now)
}

/** The year a candidate applies for when no intake says another: admission to autumn begins the September before. */
export function admissionYearAt(now: Date): number {
  return now.getUTCFullYear() + (now.getUTCMonth() >= 8 ? 1 : 0)
}
