import type { Ctx } from "#app/platform/ctx.server.ts"
import type { Outcome } from "#app/platform/outcome.ts"
import type { SeenGuest } from "./attendance-form.ts"
import { changeAttendance, type Changed } from "./change-attendance.server.ts"

/** Takes back what was noted of one guest or several: it is not known any more whether they came. Refusals: those of `changeAttendance`. */
export async function clearAttendance(ctx: Ctx, asked: { eventId: string; guests: readonly SeenGuest[] }): Promise<Outcome<Changed>> {
  return changeAttendance(ctx, { ...asked, to: null })
}
