import type { TFunction } from "i18next"

/**
 * What an event says to the desk, in the reader's language. Every type the source records has its sentence; a type that
 * only an older version recorded is shown as it is written.
 */
export function eventSentence(t: TFunction, { type, facts }: { type: string; facts: Record<string, unknown> }): string {
  // Types and facts come from the database: their names are known only when they are read.
  const read: (key: never, values: Record<string, string>) => string = t
  const named = (room: string, name: string) => {
    const value = facts[name]
    return typeof value === "string" ? read(`${room}.${value}` as never, { defaultValue: value }) : ""
  }
  return read(`desk.event.${type}` as never, {
    from: named("states.lead", "from"),
    to: named("states.lead", "to"),
    reason: named("desk.closeReason", "reason"),
    channel: named("desk.channel", "channel"),
    result: named("deskWork.result", "result"),
    defaultValue: type,
  })
}
