import type { Language } from "#app/locales/languages.ts"

/** What a rule of assignment says. `memberIds` is the queue: whoever has waited longest stands first. */
export type Rule = {
  id: string
  languages: readonly Language[]
  countries: readonly string[]
  memberIds: readonly string[]
  mostOpen: number | null
}

export type Waiting = { id: string; language: Language; country: string | null }

function fits(rule: Rule, lead: Waiting): boolean {
  return (
    (rule.languages.length === 0 || rule.languages.includes(lead.language)) &&
    (rule.countries.length === 0 || (lead.country !== null && rule.countries.includes(lead.country)))
  )
}

/**
 * Gives each lead to somebody, in order. The first rule that fits and has a member who is there and below its limit
 * decides, and of its members the one who has waited longest: whoever gets a lead goes to the end of the rule's queue, so
 * that any two members who are there all the while differ by one at most. Null where no rule has anybody.
 * `open` counts what each member looks after already; it and the queues are given back as they stand afterwards.
 */
export function shareOut(
  rules: readonly Rule[],
  leads: readonly Waiting[],
  { present, open }: { present: ReadonlySet<string>; open: ReadonlyMap<string, number> },
): { owners: Map<string, string | null>; queues: Map<string, string[]> } {
  const queues = new Map(rules.map((rule) => [rule.id, [...rule.memberIds]]))
  const load = new Map(open)
  const owners = new Map<string, string | null>()
  for (const lead of leads) {
    owners.set(lead.id, null)
    for (const rule of rules) {
      if (!fits(rule, lead)) continue
      const queue = queues.get(rule.id) ?? []
      const chosen = queue.find((id) => present.has(id) && (rule.mostOpen === null || (load.get(id) ?? 0) < rule.mostOpen))
      if (chosen === undefined) continue
      queues.set(rule.id, [...queue.filter((id) => id !== chosen), chosen])
      load.set(chosen, (load.get(chosen) ?? 0) + 1)
      owners.set(lead.id, chosen)
      break
    }
  }
  return { owners, queues }
}
