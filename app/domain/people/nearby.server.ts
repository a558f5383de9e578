import type { Tx } from "#app/platform/ctx.server.ts"
import { addressesOf, closeAmong, type Known, missing, type Near, sameAmong } from "./join-rule.ts"

type Somebody = Near & { createdAt: number }
type Joined = {
  person: Near
  isNew: boolean
  /** Addresses that the person had not before. */
  added: ReturnType<typeof addressesOf>
  /** What was not known of them before. */
  filled: ReturnType<typeof missing>
  /** Whom a human should compare a new person with. */
  close: ReturnType<typeof closeAmong>
}

/** Of those who share one address, no more are looked at: a school's telephone joins nobody by itself. */
const mostAtOneAddress = 200

/**
 * The people near the rows of a list, as they are and as the rows before have made them: `join` asks the same rule as
 * `joinPerson`, and later rows find what earlier ones added. Nothing is written.
 */
export class Nearby {
  readonly #byAddress = new Map<string, Somebody[]>()
  readonly #byId = new Map<string, Somebody>()

  /** Learns of everybody who has one of the addresses. Who is known already stays as the rows have made them. */
  async look(db: Pick<Tx["db"], "$queryRaw">, all: readonly Known[]): Promise<void> {
    const addresses = all.flatMap((known) => addressesOf(known))
    const people = await db.$queryRaw<Somebody[]>`
      with near as (
        select distinct contact.person_id
        from unnest(${addresses.map(({ kind }) => kind)}::text[]::contact_kind[], ${addresses.map(({ value }) => value)}::text[]) as said(kind, value)
        cross join lateral (
          select person_id from contact where contact.kind = said.kind and contact.value = said.value limit ${mostAtOneAddress}
        ) as contact
      )
      select id, given_name as "givenName", family_name as "familyName", birth_date as "birthDate", birth_year as "birthYear", country, city,
        school, extract(epoch from created_at)::float8 * 1000 as "createdAt",
        (select jsonb_agg(jsonb_build_object('kind', kind, 'value', value, 'mailbox', mailbox, 'signsIn', signs_in)) from contact where person_id = person.id) as contacts,
        (select coalesce(jsonb_agg(jsonb_build_object('givenName', given_name, 'familyName', family_name)), '[]') from person away
          where away.merged_into_id = person.id) as merged
      from person join near on near.person_id = person.id
      where merged_into_id is null
      order by created_at, id`
    for (const person of people) if (!this.#byId.has(person.id)) this.#keep(person)
  }

  /** Who a row is. A new person gets the id. */
  join(known: Known, newId: string, now: Date): Joined {
    const addresses = addressesOf(known)
    const near = this.#at(addresses)
    const found = sameAmong(near, known)
    if (found === undefined) {
      const person = {
        id: newId,
        givenName: known.givenName,
        familyName: known.familyName,
        birthDate: known.birthDate ?? null,
        birthYear: known.birthYear ?? null,
        country: known.country ?? null,
        city: known.city ?? "",
        school: known.school ?? "",
        createdAt: now.getTime(),
        contacts: addresses.map(({ kind, value }) => ({ kind, value, signsIn: false })),
      }
      this.#keep(person)
      return { person, isNew: true, added: addresses, filled: {}, close: closeAmong(near, known) }
    }
    const added = addresses.filter(({ kind, value }) => !found.contacts.some((contact) => contact.kind === kind && contact.value === value))
    const filled = missing(found, known)
    Object.assign(found, filled, { contacts: [...found.contacts, ...added.map(({ kind, value }) => ({ kind, value, signsIn: false }))] })
    for (const { kind, value } of added) this.#stands(`${kind} ${value}`, found)
    return { person: found, isNew: false, added, filled, close: [] }
  }

  /** Who has one of the addresses, the oldest first. */
  #at(addresses: ReturnType<typeof addressesOf>): Somebody[] {
    const found = new Set(addresses.flatMap(({ kind, value }) => this.#byAddress.get(`${kind} ${value}`) ?? []))
    return [...found].sort((a, b) => a.createdAt - b.createdAt)
  }

  #keep(person: Somebody): void {
    this.#byId.set(person.id, person)
    for (const { kind, value } of person.contacts) this.#stands(`${kind} ${value}`, person)
  }

  #stands(address: string, person: Somebody): void {
    const there = this.#byAddress.get(address)
    if (there === undefined) this.#byAddress.set(address, [person])
    else if (there.length < mostAtOneAddress) there.push(person)
  }
}
