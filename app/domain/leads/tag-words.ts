import { codePoints, foldName, hasForbiddenCharacters, tidy } from "#app/platform/text.ts"

export const mostTags = 20
export const longestTag = 40

/** The words of a line, set apart by commas of any script; each once, however it is spelled. */
export function readTags(line: string): string[] {
  const seen = new Set<string>()
  return line
    .split(/[,،;؛\n]/)
    .map((word) => tidy(word).replace(/^#/, "").replace(/\s+/g, " "))
    .filter((word) => {
      const folded = foldName(word)
      if (folded === "" || seen.has(folded)) return false
      seen.add(folded)
      return true
    })
}

/** What is wrong with tags; null when nothing is. */
export function problemOfTags(tags: readonly string[]): { code: string; details?: Record<string, number> } | null {
  if (tags.some((tag) => hasForbiddenCharacters(tag, false))) return { code: "field.control-characters" }
  const longest = Math.max(0, ...tags.map(codePoints))
  if (longest > longestTag) return { code: "leads.tag-long", details: { max: longestTag, count: longest } }
  return tags.length > mostTags ? { code: "leads.tags-many", details: { max: mostTags } } : null
}

/**
 * The tags a lead has after somebody who read `seen` wrote `wanted`: what they added is added to what stands there now,
 * what they took away goes, and what others added meanwhile stays. Compared as folded.
 */
export function mergeTags(now: readonly string[], seen: readonly string[], wanted: readonly string[]): string[] {
  const folded = (tags: readonly string[]) => new Set(tags.map(foldName))
  const [inNow, inSeen, inWanted] = [folded(now), folded(seen), folded(wanted)]
  return [
    ...now.filter((tag) => !inSeen.has(foldName(tag)) || inWanted.has(foldName(tag))),
    ...wanted.filter((tag) => !inNow.has(foldName(tag)) && !inSeen.has(foldName(tag))),
  ]
}
