import { z } from "zod"
import { type Points, type ScoreReason, scoreReasons } from "./score-points.ts"

/** All that a score is reckoned from. */
export type ScoreFacts = {
  /** Of who asked the check: whether something here is open to what they hold. */
  isFit: boolean
  hasLevel: boolean
  hasFields: boolean
  hasBirth: boolean
  hasMessage: boolean
  /** When they last wrote or registered; null when they never did. */
  lastAt: Date | null
  attendance: "came" | "registered" | null
  /** Whether they answered us: by the button of a mail, or on the phone. */
  hasReplied: boolean
}

export type Scored = {
  score: number
  reasons: { reason: ScoreReason; points: number }[]
  /** When a reason runs out by itself; null when none does. */
  changesAt: Date | null
}

const day = 86_400_000
/** How long somebody counts as having been in touch, the strongest first. */
const recency = [
  { reason: "week", days: 7 },
  { reason: "month", days: 30 },
  { reason: "quarter", days: 90 },
] as const

/** The score of a lead with every reason that counts in it; a reason that is worth nothing is not told. */
export function reckonScore(facts: ScoreFacts, points: Points, now: Date): Scored {
  const age = facts.lastAt === null ? Infinity : now.getTime() - facts.lastAt.getTime()
  const recent = recency.find(({ days }) => age < days * day)
  const holds: Record<ScoreReason, boolean> = {
    fit: facts.isFit,
    level: facts.hasLevel,
    fields: facts.hasFields,
    birth: facts.hasBirth,
    message: facts.hasMessage,
    week: recent?.reason === "week",
    month: recent?.reason === "month",
    quarter: recent?.reason === "quarter",
    came: facts.attendance === "came",
    registered: facts.attendance === "registered",
    replied: facts.hasReplied,
  }
  const reasons = scoreReasons
    .filter((reason) => holds[reason] && points[reason] !== 0)
    .map((reason) => ({ reason, points: points[reason] }))
  return {
    score: reasons.reduce((sum, one) => sum + one.points, 0),
    reasons,
    changesAt: recent === undefined || facts.lastAt === null ? null : new Date(facts.lastAt.getTime() + recent.days * day),
  }
}

const kept = z.array(z.object({ reason: z.enum(scoreReasons), points: z.number() })).catch([])

/** The reasons as a lead keeps them; none for one whose score was never reckoned. */
export function keptReasons(column: unknown): Scored["reasons"] {
  return kept.parse(column)
}
