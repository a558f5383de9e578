import { moroccoDay, moroccoInstant } from "#app/domain/catalogue/morocco-time.ts"
import { timeOfDay } from "./day-field.ts"

/** Days as an officer names them, from today; `day` is one they choose. */
const laterDays = { today: 0, tomorrow: 1, "in-3-days": 3, "in-a-week": 7, "in-a-month": 30 } as const

export const dueChoices = ["none", "today", "tomorrow", "in-3-days", "in-a-week", "in-a-month", "day"] as const
export const sleepChoices = ["tomorrow", "in-3-days", "in-a-week", "in-a-month", "day"] as const
export type WhenChoice = (typeof dueChoices)[number]

const morning = 9 * 60
const evening = 17 * 60

/** A time of the named day by Morocco's clock; null for none, or when no day was chosen. */
function instantOf(choice: WhenChoice, day: Date | null, minutes: number, now: Date): Date | null {
  if (choice === "none") return null
  if (choice === "day") return day === null ? null : timeOfDay(day, minutes)
  return moroccoInstant(moroccoDay(now, laterDays[choice]), Math.floor(minutes / 60), minutes % 60)
}

/** Until when something is to be done: five in the afternoon of that day, or its last minute when that has passed. */
export function dueAtOf(choice: WhenChoice, day: Date | null, now: Date): Date | null {
  const due = instantOf(choice, day, evening, now)
  return choice === "today" && due !== null && due <= now ? instantOf(choice, day, 23 * 60 + 59, now) : due
}

/** Until when a lead sleeps: nine in the morning of that day. */
export function wakesAtOf(choice: WhenChoice, day: Date | null, now: Date): Date | null {
  return instantOf(choice, day, morning, now)
}
