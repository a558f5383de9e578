import type { Tx } from "#app/platform/ctx.server.ts"
import type { Name } from "./same-name.ts"

/** What persons were called before a merge gave them the other one's name: they go on being known by it. By person. */
export async function formerNames(db: Pick<Tx["db"], "$queryRaw">, personIds: readonly string[]): Promise<Map<string, Name[]>> {
  const names = new Map<string, Name[]>()
  if (personIds.length === 0) return names
  const rows = await db.$queryRaw<(Name & { personId: string })[]>`
    select coalesce(kept.merged_into_id, kept.id)::text as "personId",
      coalesce(max(was) filter (where field = 'given_name'), '') as "givenName",
      coalesce(max(was) filter (where field = 'family_name'), '') as "familyName"
    from merge
    join person kept on kept.id = merge.kept_id
    join merge_step step on step.merge_id = merge.id and step.thing = 'person' and step.thing_id = kept.id
      and step.field in ('given_name', 'family_name')
    where merge.undone_at is null and (kept.id = any(${[...personIds]}::uuid[]) or kept.merged_into_id = any(${[...personIds]}::uuid[]))
    group by merge.id, kept.id`
  for (const { personId, ...name } of rows) names.set(personId, [...(names.get(personId) ?? []), name])
  return names
}
