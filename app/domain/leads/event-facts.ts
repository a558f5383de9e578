/** A text among the facts of an event; null when it has none by that name. */
export function textFact(facts: unknown, name: string): string | null {
  const value = factOf(facts, name)
  return typeof value === "string" ? value : null
}

/** A yes or no among the facts of an event; null when it has none by that name. */
export function yesNoFact(facts: unknown, name: string): boolean | null {
  const value = factOf(facts, name)
  return typeof value === "boolean" ? value : null
}

function factOf(facts: unknown, name: string): unknown {
  return typeof facts === "object" && facts !== null ? Reflect.get(facts, name) : null
}

/** An instant among the facts of an event; null when it has none by that name. */
export function instantFact(facts: unknown, name: string): Date | null {
  const text = textFact(facts, name)
  return text === null ? null : new Date(text)
}
