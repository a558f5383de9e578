/** A text among the facts of an event; null when it has none by that name. */
export function textFact(facts: unknown, name: string): string | null {
  const value: unknown = typeof facts === "object" && facts !== null ? Reflect.get(facts, name) : null
  return typeof value === "string" ? value : null
}

/** An instant among the facts of an event; null when it has none by that name. */
export function instantFact(facts: unknown, name: string): Date | null {
  const text = textFact(facts, name)
  return text === null ? null : new Date(text)
}
