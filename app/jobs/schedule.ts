/** Jobs that come round by the clock: name → cron in UTC. Each takes no data. */
export const schedule: Record<string, string> = {
  "campaign.revive": "* * * * *",
  "decision.release-due": "*/5 * * * *",
  "offer.lapse": "7 * * * *",
  "catalogue.turn": "*/2 * * * *",
}
