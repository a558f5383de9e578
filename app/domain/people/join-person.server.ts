import type { Ctx, Tx } from "#app/platform/ctx.server.ts"
import { foldName } from "#app/platform/text.ts"
import type { Address } from "./contact.server.ts"
import { formerNames } from "./former-names.server.ts"
import { addressesOf, closeAmong, foldPlace, type Known, missing, type Near, sameAmong } from "./join-rule.ts"
import { suggestPairs } from "./suggest-pairs.server.ts"

type PeopleDb = Pick<Tx["db"], "$queryRaw" | "contact" | "person">

/**
 * The person somebody who wrote to us is: an earlier one when a contact is equal, the name is the same in any order or
 * script, and no birth date or year contradicts; else a new one, with a suggestion for a human when it is close.
 * What is said here is not proved: it adds to an earlier person and overwrites nothing. The caller holds `lockContacts`
 * of both addresses.
 */
export async function joinPerson(ctx: Ctx, tx: Tx, known: Known): Promise<{ personId: string; isNew: boolean }> {
  const addresses = addressesOf(known)
  if (addresses.length === 0) throw new Error("A person is joined by an address")
  const near = await personsAt(tx.db, addresses)
  const found = sameAmong(near, known)

  if (found !== undefined) {
    const added = addresses.filter(({ kind, value }) => !found.contacts.some((contact) => contact.kind === kind && contact.value === value))
    if (added.length > 0) await tx.db.contact.createMany({ data: added.map((address) => contactRow(ctx, found.id, address)) })
    const more = missing(found, known)
    if (added.length > 0 || Object.keys(more).length > 0) {
      await tx.db.person.update({ where: { id: found.id }, data: { ...more, lookedAt: null }, select: { id: true } })
      await lookSoon(tx, [found.id])
    }
    return { personId: found.id, isNew: false }
  }

  const { person, contacts } = newPersonRows(ctx, known)
  const personId = person.id
  await tx.db.person.create({ data: person, select: { id: true } })
  await tx.db.contact.createMany({ data: contacts })
  // The older one first: the pair is one row.
  await suggestPairs(
    ctx,
    tx,
    closeAmong(near, known).map(({ person: elder, verdict }) => ({ a: elder.id, b: personId, verdict })),
  )
  await lookSoon(tx, [personId])
  return { personId, isNew: true }
}

/** Whom `joinPerson` would join at this moment, without writing anything; null when it would make a new person. */
export async function findSamePerson(db: PeopleDb, known: Known): Promise<string | null> {
  return sameAmong(await personsAt(db, addressesOf(known)), known)?.id ?? null
}

/** Has people compared with everybody else as soon as what was written of them stands: nobody waits for it. */
export async function lookSoon(tx: Tx, personIds: readonly string[]): Promise<void> {
  await tx.enqueue("person.look", { personIds: [...personIds] })
}

/** The rows of a person nobody knows yet. */
export function newPersonRows(ctx: Ctx, known: Known) {
  const person = {
    id: ctx.id(),
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
    createdAt: ctx.now(),
  }
  return { person, contacts: addressesOf(known).map((address) => contactRow(ctx, person.id, address)) }
}

/** Everybody who has one of the addresses, oldest first; who was merged away is whom they were found to be. Most who write are new: then one look is enough. */
async function personsAt(db: PeopleDb, addresses: readonly { kind: "email" | "phone"; value: string }[]): Promise<Near[]> {
  const contacts = await db.contact.findMany({
    where: { OR: addresses.map(({ kind, value }) => ({ kind, value })), person: { mergedIntoId: null } },
    take: 200,
    select: { personId: true },
  })
  if (contacts.length === 0) return []
  const people = await db.person.findMany({
    where: { id: { in: contacts.map(({ personId }) => personId) } },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: {
      id: true,
      givenName: true,
      familyName: true,
      birthDate: true,
      birthYear: true,
      country: true,
      city: true,
      school: true,
      contacts: { select: { kind: true, value: true, mailbox: true, signsIn: true } },
      merged: { select: { givenName: true, familyName: true } },
    },
  })
  const former = await formerNames(
    db,
    people.flatMap(({ id, merged }) => (merged.length === 0 ? [] : [id])),
  )
  return people.map((person) => ({ ...person, merged: [...person.merged, ...(former.get(person.id) ?? [])] }))
}

export function contactRow(ctx: Ctx, personId: string, address: Address & { kind: "email" | "phone" }) {
  return { id: ctx.id(), personId, kind: address.kind, value: address.value, typed: address.typed, createdAt: ctx.now() }
}
