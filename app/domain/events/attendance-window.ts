const opensBeforeMs = 12 * 3_600_000

/** Whether it can be said who came: of a published event, from half a day before it begins. */
export function isAttendanceOpen(event: { standing: string; startsAt: Date }, now: Date): boolean {
  return event.standing === "published" && event.startsAt.getTime() - opensBeforeMs <= now.getTime()
}
