/** Jobs that come round by the clock: name → cron in UTC. Each takes no data. */
export const schedule: Record<string, string> = {
  "catalogue.turn": "*/2 * * * *",
}
