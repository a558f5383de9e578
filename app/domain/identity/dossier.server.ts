import type { Tx } from "#app/platform/ctx.server.ts"
import { readEmail } from "#app/domain/people/contact.server.ts"
import type { Prisma } from "#app/platform/prisma-client/client.ts"

/* All that a merge must know of a person. Both universities' rows are in it: what is shown of it to whom is the page's to say. */

const dossierSelect = {
  id: true,
  givenName: true,
  familyName: true,
  nameFolded: true,
  birthDate: true,
  birthYear: true,
  language: true,
  country: true,
  city: true,
  school: true,
  placeFolded: true,
  mergedIntoId: true,
  createdAt: true,
  staff: { select: { id: true } },
  merged: { select: { id: true }, orderBy: { id: "asc" } },
  contacts: {
    select: { id: true, kind: true, value: true, typed: true, mailbox: true, provedAt: true, signsIn: true },
    orderBy: { id: "asc" },
  },
  consents: {
    select: {
      id: true,
      university: true,
      channel: true,
      purpose: true,
      address: true,
      givenAt: true,
      awakeAt: true,
      expiredAt: true,
      withdrawnAt: true,
      withdrawnHow: true,
    },
    orderBy: { id: "asc" },
  },
  enquiries: { select: { id: true }, orderBy: { id: "asc" } },
  rsvps: {
    select: { id: true, publicEventId: true, withdrawnAt: true, attendance: true, publicEvent: { select: { owner: true } } },
    orderBy: { id: "asc" },
  },
  applications: { select: { id: true, admissionYear: true, state: true }, orderBy: { id: "asc" } },
  guardians: { select: { id: true, email: true, phone: true, consentedAt: true, withdrawnAt: true }, orderBy: { id: "asc" } },
  sessions: { select: { id: true, revokedAt: true }, orderBy: { id: "asc" } },
  deliveries: { select: { id: true, campaignId: true }, orderBy: { id: "asc" } },
  leads: {
    where: { setAsideBy: null },
    select: {
      id: true,
      university: true,
      stage: true,
      stageBefore: true,
      closedReason: true,
      ownerId: true,
      nextAction: true,
      dueAt: true,
      snoozedUntil: true,
      snoozedFor: true,
      answerDueAt: true,
      tags: true,
      toAssign: true,
      tasks: { select: { id: true }, orderBy: { id: "asc" } },
      recorded: { select: { id: true }, orderBy: { id: "asc" } },
      country: true,
      level: true,
      fields: true,
      firstSource: true,
      lastSource: true,
      seenAt: true,
      activeAt: true,
      createdAt: true,
    },
    orderBy: { university: "asc" },
  },
} as const satisfies Prisma.PersonSelect

type Read = Prisma.PersonGetPayload<{ select: typeof dossierSelect }>
export type Dossier = Omit<Read, "guardians"> & {
  notes: { id: string; leadId: string }[]
  /** With the mailbox behind their address, by which it is known for the candidate's own. */
  guardians: (Read["guardians"][number] & { mailbox: string | null })[]
}
export type LeadRow = Dossier["leads"][number]

/** Null for nobody. */
export async function readDossier(db: Pick<Tx["db"], "$queryRaw" | "note" | "person">, personId: string): Promise<Dossier | null> {
  const person = await db.person.findUnique({ where: { id: personId }, select: dossierSelect })
  if (person === null) return null
  const notes = await db.note.findMany({
    where: { thing: "lead", thingId: { in: person.leads.map(({ id }) => id) } },
    select: { id: true, thingId: true },
    orderBy: { id: "asc" },
  })
  return {
    ...person,
    notes: notes.map(({ id, thingId }) => ({ id, leadId: thingId })),
    guardians: await withMailboxes(db, person.guardians),
  }
}

async function withMailboxes(db: Pick<Tx["db"], "$queryRaw">, guardians: Read["guardians"]): Promise<Dossier["guardians"]> {
  if (guardians.length === 0) return []
  const values = guardians.map(({ email }) => readEmail(email ?? "")?.value ?? null)
  const rows = await db.$queryRaw<{ mailbox: string | null }[]>`
    select mailbox_of(value) as mailbox from unnest(${values}::text[]) with ordinality as said(value, place) order by place`
  return guardians.map((guardian, place) => ({ ...guardian, mailbox: rows[place]?.mailbox ?? null }))
}
