import { foldName } from "#app/platform/text.ts"

type Colleague = { id: string; name: string }

/**
 * The colleagues a note names with an @ before their name: the whole of it, or its first word where only one of them
 * bears that. Letters are compared as folded, in any script.
 */
export function mentionedIn(text: string, colleagues: readonly Colleague[]): string[] {
  const folded = colleagues.map(({ id, name }) => ({ id, name: foldName(name), first: foldName(name).split(" ")[0] ?? "" }))
  const found = new Set<string>()
  for (const part of text.split(/(?<![\p{L}\p{N}])[@＠]/u).slice(1)) {
    const words = `${foldName(part.slice(0, 240))} `
    const whole = folded
      .filter(({ name }) => name !== "" && words.startsWith(`${name} `))
      .toSorted((a, b) => b.name.length - a.name.length)[0]
    const byFirst = folded.filter(({ first }) => first !== "" && words.startsWith(`${first} `))
    const chosen = whole ?? (byFirst.length === 1 ? byFirst[0] : undefined)
    if (chosen !== undefined) found.add(chosen.id)
  }
  return [...found]
}
