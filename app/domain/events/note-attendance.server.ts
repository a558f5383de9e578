import type { Ctx } from "#app/platform/ctx.server.ts"
import type { Outcome } from "#app/platform/outcome.ts"
import type { Attendance } from "#app/platform/prisma-client/enums.ts"
import type { SeenGuest } from "./attendance-form.ts"
import { changeAttendance, type Changed } from "./change-attendance.server.ts"

/** Notes of one guest or several that they came, or that they did not. Refusals: those of `changeAttendance`. */
export async function noteAttendance(
  ctx: Ctx,
  asked: { eventId: string; guests: readonly SeenGuest[]; to: Attendance },
): Promise<Outcome<Changed>> {
  return changeAttendance(ctx, asked)
}
