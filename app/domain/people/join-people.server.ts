import type { Ctx, Tx } from "#app/platform/ctx.server.ts"
import { jsonRows } from "#app/platform/json-rows.ts"
import { foldName } from "#app/platform/text.ts"
import type { Address } from "./contact.server.ts"
import { addressesOf, foldPlace, type Known, type missing } from "./join-rule.ts"
import { Nearby } from "./nearby.server.ts"
import { suggestPairs } from "./suggest-pairs.server.ts"

/** Whom somebody who wrote to us was found to be. */
export type Joined<Someone extends Known> = {
  known: Someone
  personId: string
  isNew: boolean
  /** A human is asked whether they are somebody who was known. */
  isSuggested: boolean
  /** Ids of the contacts that somebody who was known had not before. */
  added: string[]
}

type PersonRows = ReturnType<typeof newPersonRows>

/**
 * The persons that people who wrote to us are, in the order in which they wrote: an earlier one when a contact is equal, the
 * name is the same in any order or script, and no birth date or year contradicts; else a new one, with a suggestion for a
 * human when it is close. Who comes later may be one that came earlier in the same call. What is said here is not proved: it
 * adds to an earlier person and overwrites nothing. A handful of statements, however many they are; the caller holds
 * `lockContacts` of all their addresses. `beforeWriting` is told who of those who were known is met, while they stand as they did.
 */
export async function joinPeople<Someone extends Known>(
  ctx: Ctx,
  tx: Tx,
  all: readonly Someone[],
  beforeWriting?: (knownIds: readonly string[]) => Promise<void>,
): Promise<Joined<Someone>[]> {
  const now = ctx.now()
  const nearby = new Nearby()
  await nearby.look(tx.db, all)
  const fresh = new Map<string, PersonRows["person"]>()
  const met = new Set<string>()
  const contacts: PersonRows["contacts"] = []
  const pairs: Parameters<typeof suggestPairs>[2][number][] = []
  /** Of whom something is added, with what was not known of them; of most only an address. */
  const changed = new Map<string, ReturnType<typeof missing>>()
  const joined = all.map((known): Joined<Someone> => {
    const { person, isNew, added, filled, close } = nearby.join(known, ctx.id(), now)
    const personId = person.id
    if (isNew) {
      const rows = newPersonRows(ctx, personId, known, now)
      fresh.set(personId, rows.person)
      contacts.push(...rows.contacts)
      // The older one first: the pair is one row.
      pairs.push(...close.map(({ person: elder, verdict }) => ({ a: elder.id, b: personId, verdict })))
      return { known, personId, isNew, isSuggested: close.length > 0, added: [] }
    }
    if (!fresh.has(personId)) met.add(personId)
    const rows = added.map((address) => contactRow(ctx, personId, address, now))
    contacts.push(...rows)
    if (added.length > 0 || Object.keys(filled).length > 0) changed.set(personId, { ...changed.get(personId), ...filled })
    return { known, personId, isNew, isSuggested: false, added: rows.map(({ id }) => id) }
  })
  await beforeWriting?.([...met])

  await insertPeople(tx, [...fresh.values()])
  // After the insert: somebody new may have been said more of, a row later.
  await fillPeople(tx, changed)
  await insertContacts(tx, contacts)
  await suggestPairs(ctx, tx, pairs)
  const toLookAt = new Set([...fresh.keys(), ...changed.keys()])
  if (toLookAt.size > 0) await lookSoon(tx, [...toLookAt])
  return joined
}

/** Whom `joinPeople` would join at this moment, without writing anything; null when it would make a new person. */
export async function findSamePerson(db: Pick<Tx["db"], "$queryRaw">, known: Known): Promise<string | null> {
  const nearby = new Nearby()
  await nearby.look(db, [known])
  return nearby.same(known)?.id ?? null
}

/** Has people compared with everybody else as soon as what was written of them stands: nobody waits for it. */
export async function lookSoon(tx: Tx, personIds: readonly string[]): Promise<void> {
  await tx.enqueue("person.look", { personIds: [...personIds] })
}

/** The rows of a person nobody knows yet. */
export function newPersonRows(ctx: Ctx, id: string, known: Known, now: Date) {
  const addresses = addressesOf(known)
  if (addresses.length === 0) throw new Error("A person is joined by an address")
  const person = {
    id,
    givenName: known.givenName,
    familyName: known.familyName,
    nameFolded: foldName(`${known.givenName} ${known.familyName}`),
    birthDate: known.birthDate ?? null,
    birthYear: known.birthYear ?? null,
    language: known.language,
    country: known.country ?? null,
    city: known.city ?? "",
    school: known.school ?? "",
    placeFolded: foldPlace(known),
    createdAt: now,
  }
  return { person, contacts: addresses.map((address) => contactRow(ctx, id, address, now)) }
}

function contactRow(ctx: Ctx, personId: string, address: Address & { kind: "email" | "phone" }, now: Date) {
  return { id: ctx.id(), personId, kind: address.kind, value: address.value, typed: address.typed, createdAt: now }
}

async function insertPeople(tx: Tx, people: readonly PersonRows["person"][]): Promise<void> {
  if (people.length === 0) return
  const { common, own } = jsonRows(people)
  await tx.db.$executeRaw`
    insert into person (id, given_name, family_name, name_folded, birth_date, birth_year, language, country, city, school, place_folded, created_at)
    select id, "givenName", "familyName", "nameFolded", "birthDate", "birthYear", language, country, city, school, "placeFolded", "createdAt"
    from jsonb_array_elements(${own}::jsonb) as said(own), jsonb_to_record(${common}::jsonb || own)
      as p(id uuid, "givenName" text, "familyName" text, "nameFolded" text,
      "birthDate" date, "birthYear" int, language language, country text, city text, school text, "placeFolded" text, "createdAt" timestamptz)`
}

/** Adds what was not known of people, who are to be looked at again; what is not named stays. */
async function fillPeople(tx: Tx, changed: ReadonlyMap<string, ReturnType<typeof missing>>): Promise<void> {
  if (changed.size === 0) return
  const rows = [...changed].map(([id, filled]) => ({ id, ...filled }))
  await tx.db.$executeRaw`
    update person set
      given_name = coalesce(f."givenName", person.given_name), family_name = coalesce(f."familyName", person.family_name),
      name_folded = coalesce(f."nameFolded", person.name_folded), birth_date = coalesce(f."birthDate", person.birth_date),
      birth_year = coalesce(f."birthYear", person.birth_year), country = coalesce(f.country, person.country),
      city = coalesce(f.city, person.city), school = coalesce(f.school, person.school),
      place_folded = coalesce(f."placeFolded", person.place_folded), looked_at = null
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as f(id uuid, "givenName" text, "familyName" text, "nameFolded" text,
      "birthDate" date, "birthYear" int, country text, city text, school text, "placeFolded" text)
    where person.id = f.id`
}

async function insertContacts(tx: Tx, contacts: PersonRows["contacts"]): Promise<void> {
  if (contacts.length === 0) return
  const { common, own } = jsonRows(contacts)
  await tx.db.$executeRaw`
    insert into contact (id, person_id, kind, value, typed, created_at)
    select id, "personId", kind, value, typed, "createdAt"
    from jsonb_array_elements(${own}::jsonb) as said(own), jsonb_to_record(${common}::jsonb || own)
      as c(id uuid, "personId" uuid, kind contact_kind, value text, typed text, "createdAt" timestamptz)`
}
