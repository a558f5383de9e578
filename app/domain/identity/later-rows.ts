/*
 * Where what came after a merge goes when it is taken back. It stays with the kept person, unless it came by an address
 * that only the other one has: then it is theirs.
 */

export type LaterEnquiry = { id: string; addresses: readonly string[] }

/** The enquiries that came by what only the separated person has. */
export function enquiriesOf(later: readonly LaterEnquiry[], theirs: ReadonlySet<string>, ours: ReadonlySet<string>): LaterEnquiry[] {
  return later.filter(
    ({ addresses }) => addresses.some((address) => theirs.has(address)) && !addresses.some((address) => ours.has(address)),
  )
}

/** The contacts that came with those enquiries and with none of the kept person's. */
export function contactsOf<Contact extends { id: string; value: string }>(
  later: readonly Contact[],
  going: readonly LaterEnquiry[],
  all: readonly LaterEnquiry[],
): Contact[] {
  const leaving = new Set(going.map(({ id }) => id))
  const isOn = (value: string, enquiries: readonly LaterEnquiry[]) => enquiries.some(({ addresses }) => addresses.includes(value))
  return later.filter(
    ({ value }) =>
      isOn(value, going) &&
      !isOn(
        value,
        all.filter(({ id }) => !leaving.has(id)),
      ),
  )
}
