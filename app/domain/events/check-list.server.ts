import type { Ctx } from "#app/platform/ctx.server.ts"
import type { Refusal } from "#app/platform/outcome.ts"
import type { Attendance, University } from "#app/platform/prisma-client/enums.ts"
import { foldName } from "#app/platform/text.ts"
import { findSamePerson } from "#app/domain/people/join-people.server.ts"
import { type EnquiryInput, readEnquiry } from "#app/domain/leads/make-enquiry.server.ts"
import type { ListRow } from "./attendance-list.server.ts"

/** What becomes of a row when the list is taken in. */
export type RowFate =
  | { fate: "faulty"; refusal: Refusal }
  /** The same person stands on an earlier line. */
  | { fate: "repeated"; earlier: number }
  /** They registered, or were noted before. */
  | { fate: "guest"; rsvpId: string; attendance: Attendance | null; leadId: string | null }
  /** Known by the address and the name, but not registered. */
  | { fate: "known"; leadId: string | null }
  | { fate: "new" }

export type CheckedRow = ListRow & RowFate

/** A row as the enquiry it makes. It gives no consent: a list of who came says nothing of what they want to be sent. */
export function enquiryOf(row: ListRow, country: string): EnquiryInput {
  const { givenName, familyName, email, phone } = row
  return { givenName, familyName, email, phone, country, birthYear: null, level: null, fields: [], message: "", consents: [] }
}

/**
 * What each row of a list means, by the rule that joins enquiries to persons; nothing is written. `country` is where
 * these people live: by its way of writing a phone number is read.
 */
export async function checkList(
  ctx: Ctx,
  { eventId, university, rows, country }: { eventId: string; university: University; rows: readonly ListRow[]; country: string },
): Promise<CheckedRow[]> {
  const lines = new Map<string, number>()
  const checked: CheckedRow[] = []
  for (const row of rows) {
    const read = readEnquiry(ctx, enquiryOf(row, country))
    if (read.refused) {
      checked.push({ ...row, fate: "faulty", refusal: read.refused })
      continue
    }
    const { email, phone } = read.done
    const name = foldName(`${row.givenName} ${row.familyName}`).split(" ").sort().join(" ")
    const keys = [email, phone].flatMap((address) => (address === null ? [] : [`${name} ${address.value}`]))
    const earlier = keys.map((key) => lines.get(key)).find((line) => line !== undefined)
    for (const key of keys) lines.set(key, earlier ?? row.line)
    if (earlier !== undefined) {
      checked.push({ ...row, fate: "repeated", earlier })
      continue
    }
    const personId = await findSamePerson(ctx.db, { ...row, email, phone, language: ctx.language })
    checked.push({ ...row, ...(personId === null ? { fate: "new" } : await fateOf(ctx, { eventId, university, personId })) })
  }
  return checked
}

async function fateOf(
  ctx: Ctx,
  { eventId, university, personId }: { eventId: string; university: University; personId: string },
): Promise<RowFate> {
  const rsvp = await ctx.db.rsvp.findUnique({
    where: { publicEventId_personId: { publicEventId: eventId, personId } },
    select: { id: true, attendance: true },
  })
  const lead = await ctx.db.lead.findUnique({ where: { personId_university: { personId, university } }, select: { id: true } })
  const leadId = lead?.id ?? null
  return rsvp === null ? { fate: "known", leadId } : { fate: "guest", rsvpId: rsvp.id, attendance: rsvp.attendance, leadId }
}
