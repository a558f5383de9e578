export type IntakeWindow = "later" | "open" | "closed"

/** Where an intake stands: an application sent at the very instant of closing is in time, a millisecond after is not. */
export function intakeWindow(intake: { opensAt: Date; closesAt: Date }, now: Date): IntakeWindow {
  if (now < intake.opensAt) return "later"
  return now <= intake.closesAt ? "open" : "closed"
}
