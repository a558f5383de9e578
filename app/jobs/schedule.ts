/** Jobs that come round by the clock: name → cron in UTC. Each takes no data. */
export const schedule: Record<string, string> = {
  "lead.assign": "* * * * *",
  "lead.wake": "* * * * *",
  "campaign.revive": "* * * * *",
  "application.late": "*/10 * * * *",
  "application.turn": "17 * * * *",
  "mail.late": "*/10 * * * *",
  "decision.release-due": "*/5 * * * *",
  "offer.lapse": "7 * * * *",
  "event.remind": "*/5 * * * *",
  "catalogue.turn": "*/2 * * * *",
  "person.look-around": "11 1 * * *",
  "score.round": "* * * * *",
  "import.sweep": "*/10 * * * *",
  "sign-in.sweep": "23 2 * * *",
  "sending.sweep": "41 2 * * *",
  "report.sweep": "53 2 * * *",
}
