import type { Database, Db } from "./db.server.ts"
import type { University } from "./prisma-client/enums.ts"

/*
 * What the desks of all processes hear of at once. It says that something moved and never what: whoever hears it asks again
 * with the rights of its reader. A message that is lost is made good by the next look at the page.
 */

const channel = "desk_news"
/** A notification holds 8,000 bytes; a hundred ids are half of that. */
const idsAtOnce = 100

export type DeskNews =
  | { kind: "leads"; university: University; ids: string[] }
  /** A tab says which lead it is on; the process that holds its stream passes it on as `here`. */
  | { kind: "at"; tab: string; person: string; lead: string | null }
  | { kind: "here"; tab: string; person: string; name: string; university: University; lead: string }
  | { kind: "gone"; tab: string }

type Told = { thing: string; thingId: string; facts: Record<string, unknown> }

/** Tells, when the transaction commits, of the leads that events are about: by themselves, or by their person. */
export async function tellDesks(db: Pick<Db, "$executeRaw">, events: readonly Told[]): Promise<void> {
  const leads = events.flatMap(({ thing, thingId }) => (thing === "lead" ? [thingId] : []))
  const people = events.flatMap(({ thing, thingId, facts }) => {
    if (thing === "person") return [thingId]
    const personId = facts["personId"]
    return (thing === "enquiry" || thing === "rsvp") && typeof personId === "string" ? [personId] : []
  })
  if (leads.length + people.length === 0) return
  await db.$executeRaw`
    select pg_notify(${channel}, json_build_object('kind', 'leads', 'university', university, 'ids', json_agg(id))::text)
    from (
      select id, university, (row_number() over (partition by university) - 1) / ${idsAtOnce}::int as part
      from lead where id = any(${leads}::uuid[]) or person_id = any(${people}::uuid[])
    ) moved group by university, part`
}

/** Tells every process at once. */
export async function tellDesk(db: Pick<Db, "$executeRaw">, news: DeskNews): Promise<void> {
  await db.$executeRaw`select pg_notify(${channel}, ${JSON.stringify(news)})`
}

/** Calls `heard` with what any process tells. Gives the way to stop. */
export function hearDesks(database: Database, heard: (news: DeskNews) => void): Promise<() => Promise<void>> {
  return database.listen(channel, (text) => heard(JSON.parse(text) as DeskNews))
}
