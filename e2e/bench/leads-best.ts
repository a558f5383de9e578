/* The best statements that we can write by hand for what the desk asks, each for its one purpose, with no more than it needs. */

export type Statement = { text: string; values: unknown[] }

const columns = `l.id, p.given_name, p.family_name, l.stage, l.country, l.language, l.level, l.fields, l.tags, l.score, l.seen_at, l.active_at,
  l.answer_due_at, l.due_at, l.snoozed_until, l.next_action, o.given_name, o.family_name`
const from = "lead l join person p on p.id = l.person_id left join person o on o.id = l.owner_id"
const mine = "l.university = 'AUI' and l.set_aside_by is null"
const open = "l.stage not in ('applied', 'closed')"
const awake = (now: string) => `(l.snoozed_until is null and l.snoozed_for = '' or l.snoozed_until <= ${now})`

export function bestOf(now: Date, personId: string) {
  const at = now.toISOString()
  /** The time and id in a key of the product. */
  const keyOf = (after: string | null) => {
    const found = /\.([0-9a-z]+)_(.+)$/.exec(after ?? "")
    return found === null ? null : { at: new Date(Number.parseInt(found[1] ?? "", 36)).toISOString(), id: found[2] }
  }
  const page = (where: string, order: string, values: unknown[]): Statement => ({
    text: `select ${columns} from ${from} where ${mine} and ${where} order by ${order} limit 51`,
    values,
  })
  return {
    late(after: string | null = null, more = ""): Statement {
      const key = keyOf(after)
      const onwards = key === null ? "" : "and (l.answer_due_at, l.id) > ($2::timestamptz, $3::uuid)"
      return page(
        `${open} and l.answer_due_at is not null and l.answer_due_at < $1::timestamptz and ${awake("$1::timestamptz")} ${more} ${onwards}`,
        "l.answer_due_at, l.id",
        key === null ? [at] : [at, key.at, key.id],
      )
    },
    planned(after: string | null = null): Statement {
      const key = keyOf(after)
      const isPlanned = after === null || after.startsWith("planned")
      const by = isPlanned ? "l.due_at" : "l.active_at"
      const onwards = key === null ? "" : `and (${by}, l.id) ${isPlanned ? ">" : "<"} ($2::timestamptz, $3::uuid)`
      const where = isPlanned
        ? `${open} and l.seen_at is not null and l.due_at is not null and l.due_at >= $1::timestamptz and ${awake("$1::timestamptz")}`
        : `l.seen_at is not null and l.due_at is null and l.snoozed_until is null and l.snoozed_for = ''
          and l.stage not in ('new', 'applied', 'closed') and $1::timestamptz is not null`
      return page(
        `${where} ${onwards}`,
        isPlanned ? "l.due_at, l.id" : "l.active_at desc, l.id desc",
        key === null ? [at] : [at, key.at, key.id],
      )
    },
    inStage: (stage: string): Statement => page(`l.stage = $1::lead_stage`, "l.active_at desc, l.id desc", [stage]),
    mine: (): Statement =>
      page(
        `l.owner_id = $1::uuid and ${open} and l.answer_due_at is not null and l.answer_due_at < $2::timestamptz and ${awake("$2::timestamptz")}`,
        "l.answer_due_at, l.id",
        [personId, at],
      ),
    byScore: (): Statement => page("l.stage <> 'closed'", "l.score desc, l.id desc", []),
    newest: (): Statement => page("l.stage <> 'closed'", "l.active_at desc, l.id desc", []),
    count: (where: string): Statement => ({
      text: `select count(*) from (select 1 from lead l where ${mine} and ${where} limit 1001) c`,
      values: [],
    }),
    views(): Statement {
      const part = (where: string) => `(select count(*) from (select 1 from lead l where ${mine} and ${where} limit 1001) c)`
      const stages = ["new", "contacted", "qualified", "nurturing", "applying", "applied", "closed"]
      const asleepNot = awake("$1::timestamptz")
      return {
        text: `select ${[
          part(`${open} and l.answer_due_at is not null and l.answer_due_at < $1::timestamptz and ${asleepNot}`),
          part(`l.seen_at is null and l.answer_due_at is null and ${open} and ${asleepNot}`),
          part(`${open} and l.due_at is not null and l.due_at < $1::timestamptz and l.seen_at is not null and ${asleepNot}`),
          part("l.owner_id = $2::uuid and l.stage <> 'closed'"),
          part("l.owner_id is null and l.stage <> 'closed'"),
          part("l.stage <> 'closed'"),
          ...stages.map((stage) => part(`l.stage = '${stage}'`)),
        ].join(", ")}`,
        values: [at, personId],
      }
    },
    /** Some hundreds are sorted; of more than that the latest are looked through. */
    named: (words: readonly string[]): Statement => ({
      text: `select ${columns} from ${from} where ${mine} and l.person_id in (
        select id from person where ${words.map((_, place) => `(name_folded like $${place + 1} or place_folded like $${place + 1})`).join(" and ")})
        order by l.active_at desc, l.id desc limit 51`,
      values: words.map((word) => `%${word}%`),
    }),
    byReference: (reference: string): Statement => ({
      text: `select person_id from enquiry where reference = $1 union select person_id from application where reference = $1`,
      values: [reference],
    }),
    byContact: (kind: "email" | "phone", part: string): Statement => ({
      text: `select ${columns} from ${from} where ${mine} and l.person_id in (select person_id from contact where kind = '${kind}' and value like $1)
        order by l.active_at desc, l.id desc limit 51`,
      values: [`%${part}%`],
    }),
  }
}
