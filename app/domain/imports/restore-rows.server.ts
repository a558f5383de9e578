import type { Tx } from "#app/platform/ctx.server.ts"
import { Prisma } from "#app/platform/prisma-client/client.ts"
import { foldPlace } from "#app/domain/people/join-rule.ts"
import type { RowBack } from "./row-change.ts"

/** Sets columns back that still say what the list made of them: of those that say one thing together all, or none. */
export async function restoreRows(tx: Tx, table: "person" | "lead", rows: readonly RowBack[]): Promise<void> {
  const names = [...new Set(rows.flatMap(({ groups }) => groups.flatMap(({ before }) => Object.keys(before))))]
  if (names.length === 0) return
  // They are names of columns, as PostgreSQL itself told them when the row was looked at.
  if (names.some((name) => !/^[a-z_]+$/.test(name))) throw new Error("This is not the name of a column")
  const columns = Prisma.raw(names.map((name) => `"${name}"`).join(", "))
  await tx.db.$executeRaw`
    update ${Prisma.raw(table)} as t set (${columns}) = (
      select ${columns} from jsonb_populate_record(null::${Prisma.raw(table)}, to_jsonb(t) || (
        select coalesce(jsonb_object_agg(said.key, said.value), '{}')
        from jsonb_array_elements(r.groups) as g(one) cross join lateral jsonb_each(g.one -> 'before') as said
        where g.one -> 'after' = (select jsonb_object_agg(key, to_jsonb(t) -> key) from jsonb_object_keys(g.one -> 'after') as key)
      ))
    )
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, groups jsonb) where t.id = r.id`
}

/** City and school are searched as they stand. */
export async function refoldPlaces(tx: Tx, personIds: readonly string[]): Promise<void> {
  const people = await tx.db.person.findMany({
    where: { id: { in: [...personIds] } },
    select: { id: true, city: true, school: true, placeFolded: true },
  })
  const folded = people.flatMap(({ id, city, school, placeFolded }) => {
    const place = foldPlace({ city, school })
    return place === placeFolded ? [] : [{ id, place }]
  })
  if (folded.length === 0) return
  await tx.db.$executeRaw`
    update person set place_folded = f.place
    from jsonb_to_recordset(${JSON.stringify(folded)}::jsonb) as f(id uuid, place text) where person.id = f.id`
}
