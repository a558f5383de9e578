import type { Tx } from "#app/platform/ctx.server.ts"
import type { Chosen } from "./promises.ts"

type Row = { id: string } & Chosen

/** Of each intake of a programme, how many have chosen it or are kept a place in it. Intakes nobody chose are left out. */
export async function countChosen(db: Pick<Tx["db"], "$queryRaw">, programmeId: string): Promise<Map<string, Chosen>> {
  const rows = await db.$queryRaw<Row[]>`
    select i.id::text,
      (count(*) filter (where a.state = 'draft'))::int as drafts,
      (count(*))::int as "all",
      (count(*) filter (where c.state in ('offered', 'accepted', 'conditions_pending', 'confirmed')))::int as held
    from intake i join choice c on c.intake_id = i.id join application a on a.id = c.application_id
    where i.programme_id = ${programmeId}::uuid group by i.id
    union all
    select i.id::text, 0, (count(*))::int, (count(*))::int from intake i join step s on s.intake_id = i.id
    where i.programme_id = ${programmeId}::uuid group by i.id`
  const all = new Map<string, Chosen>()
  for (const { id, drafts, all: total, held } of rows) {
    const known = all.get(id) ?? { drafts: 0, all: 0, held: 0 }
    all.set(id, { drafts: known.drafts + drafts, all: known.all + total, held: known.held + held })
  }
  return all
}

/** The same, while nobody can choose any of them: until the transaction ends a new choice waits. */
export async function countChosenAlone(db: Pick<Tx["db"], "$queryRaw">, programmeId: string): Promise<Map<string, Chosen>> {
  await db.$queryRaw`select id from intake where programme_id = ${programmeId}::uuid order by id for update`
  return countChosen(db, programmeId)
}
