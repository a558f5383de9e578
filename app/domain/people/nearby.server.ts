import type { Tx } from "#app/platform/ctx.server.ts"
import { foldName } from "#app/platform/text.ts"
import { formerNames } from "./former-names.server.ts"
import { addressesOf, closeAmong, type Known, missing, type Near, sameAmong } from "./join-rule.ts"
import type { Name } from "./same-name.ts"

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

/** Of those who share one address, no more are looked at, whoever has the very name first: a school's telephone joins nobody by itself. */
const mostAtOneAddress = 200
/** Of those who share one address, the very name is sought among no more. */
const mostNamedAtOneAddress = 5_000

/**
 * The people near those who wrote to us, as they are and as the ones before have made them: `join` asks the rule that joins,
 * and later ones find what earlier ones added. Nothing is written: `joinPeople` does, and the check of a list only counts.
 */
export class Nearby {
  /** Ids of those who have an address, by the address. */
  readonly #byAddress = new Map<string, string[]>()
  /** Ids of those whom no more room was left for there, by the address and the words of a name of theirs: they are found by it. */
  readonly #byAddressAndName = new Map<string, string[]>()
  readonly #awake = new Map<string, Somebody>()
  /** Whom the rows have made: all their addresses stand in rows. */
  readonly #made = new Set<string>()
  /** Whom the rows have changed: they may be met by an address that stood in no row. */
  readonly #changed = new Set<string>()
  /** Who is not looked at now, in few bytes: a list may bring a hundred thousand, and most are never met again. */
  readonly #resting = new Map<string, string>()

  /** Learns of everybody who has one of the addresses. Who is known already stays as the rows have made them. */
  async look(db: Pick<Tx["db"], "$queryRaw">, all: readonly Known[]): Promise<void> {
    const said = all.flatMap((known) => addressesOf(known).map(({ kind, value }) => ({ kind, value, name: foldedName(known) })))
    const people = await db.$queryRaw<Somebody[]>`
      with said as (
        select kind, value, array_agg((select string_agg(word, ' ' order by word) from string_to_table(name, ' ') as word)) as names
        from unnest(${said.map(({ kind }) => kind)}::text[]::contact_kind[], ${said.map(({ value }) => value)}::text[],
          ${said.map(({ name }) => name)}::text[]) as said(kind, value, name)
        group by kind, value
      ), near as (
        select distinct contact.person_id
        from said
        cross join lateral (
          select person_id from (
            select person_id from contact where contact.kind = said.kind and contact.value = said.value limit ${mostNamedAtOneAddress}
          ) as there
          join person named on named.id = there.person_id
          cross join lateral (
            select string_agg(word, ' ' order by word) = any(said.names) as is_it from string_to_table(named.name_folded, ' ') as word
          ) as exactly
          -- Who was found to be several is found by the words of all their names.
          cross join lateral (
            select exists (select from person away where away.merged_into_id = named.id) and exists (
              select from unnest(said.names) as name where string_to_array(named.name_folded, ' ') @> string_to_array(name, ' ')) as has_it
          ) as merged
          order by is_it desc nulls last, has_it desc, person_id limit ${mostAtOneAddress} + cardinality(said.names)
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
    const former = await formerNames(
      db,
      people.flatMap(({ id, merged = [] }) => (merged.length === 0 ? [] : [id])),
    )
    for (const person of people)
      if (!this.#knows(person.id)) this.#keep({ ...person, merged: [...(person.merged ?? []), ...(former.get(person.id) ?? [])] })
  }

  /** Which of them somebody is; undefined for a new person. */
  same(known: Known): Near | undefined {
    return sameAmong(this.#at(addressesOf(known), known), known)
  }

  /** Who a row is. A new person gets the id. */
  join(known: Known, newId: string, now: Date): Joined {
    const addresses = addressesOf(known)
    const near = this.#at(addresses, known)
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
      this.#made.add(person.id)
      return { person, isNew: true, added: addresses, filled: {}, close: closeAmong(near, known) }
    }
    const added = addresses.filter(({ kind, value }) => !found.contacts.some((contact) => contact.kind === kind && contact.value === value))
    const filled = missing(found, known)
    Object.assign(found, filled, { contacts: [...found.contacts, ...added.map(({ kind, value }) => ({ kind, value, signsIn: false }))] })
    if (added.length > 0 || Object.keys(filled).length > 0) this.#changed.add(found.id)
    for (const { kind, value } of added) this.#stands(`${kind} ${value}`, found)
    return { person: found, isNew: false, added, filled, close: [] }
  }

  /**
   * Puts away whom the rows have made or changed so far; they come back when a row meets them. Whom they made and who has no
   * address of which `mayCome` says that it may come again is forgotten, and so is who stands in the database as they are here.
   */
  rest(mayCome: (address: string) => boolean): void {
    for (const [id, person] of this.#awake) {
      const addresses = person.contacts.map(({ kind, value }) => `${kind} ${value}`)
      const mayBeMet = this.#made.has(id) ? addresses.some(mayCome) : this.#changed.has(id)
      if (mayBeMet) this.#resting.set(id, packed(person))
      else {
        for (const address of addresses) this.#leaves(address, person)
        this.#made.delete(id)
      }
    }
    this.#awake.clear()
  }

  /** Who has one of the addresses, the oldest first; of too many, whoever has the name and the first of the others. */
  #at(addresses: ReturnType<typeof addressesOf>, named: Name): Somebody[] {
    const name = wordsInOrder(named)
    const ids = new Set(
      addresses.flatMap(({ kind, value }) => [
        ...(this.#byAddress.get(`${kind} ${value}`) ?? []),
        ...(this.#byAddressAndName.get(`${kind} ${value} ${name}`) ?? []),
      ]),
    )
    return [...ids].flatMap((id) => this.#wake(id) ?? []).sort((a, b) => a.createdAt - b.createdAt)
  }

  #knows(id: string): boolean {
    return this.#awake.has(id) || this.#resting.has(id)
  }

  #wake(id: string): Somebody | undefined {
    const resting = this.#resting.get(id)
    if (resting === undefined) return this.#awake.get(id)
    const person = unpacked(resting)
    this.#resting.delete(id)
    this.#awake.set(id, person)
    return person
  }

  #keep(person: Somebody): void {
    this.#awake.set(person.id, person)
    for (const { kind, value } of person.contacts) this.#stands(`${kind} ${value}`, person)
  }

  #stands(address: string, person: Somebody): void {
    const there = this.#byAddress.get(address) ?? []
    if (there.length < mostAtOneAddress) enter(this.#byAddress, address, person.id)
    else for (const name of namesOf(person)) enter(this.#byAddressAndName, `${address} ${name}`, person.id)
  }

  #leaves(address: string, person: Somebody): void {
    strike(this.#byAddress, address, person.id)
    if (this.#byAddressAndName.size > 0) for (const name of namesOf(person)) strike(this.#byAddressAndName, `${address} ${name}`, person.id)
  }
}

function foldedName({ givenName, familyName }: Name): string {
  return foldName(`${givenName} ${familyName}`)
}

/** The words of a name, the same in whatever order they are said. */
function wordsInOrder(name: Name): string {
  return foldedName(name).split(" ").sort().join(" ")
}

function namesOf(person: Somebody): string[] {
  return [person, ...(person.merged ?? [])].map(wordsInOrder)
}

function enter(ids: Map<string, string[]>, key: string, id: string): void {
  const there = ids.get(key)
  if (there === undefined) ids.set(key, [id])
  else there.push(id)
}

function strike(ids: Map<string, string[]>, key: string, id: string): void {
  const left = (ids.get(key) ?? []).filter((one) => one !== id)
  if (left.length === 0) ids.delete(key)
  else ids.set(key, left)
}

function packed({ birthDate, ...person }: Somebody): string {
  return JSON.stringify({ ...person, birthDate: birthDate?.getTime() ?? null })
}

function unpacked(text: string): Somebody {
  const { birthDate, ...person } = JSON.parse(text) as Omit<Somebody, "birthDate"> & { birthDate: number | null }
  return { ...person, birthDate: birthDate === null ? null : new Date(birthDate) }
}
