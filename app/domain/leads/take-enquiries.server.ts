import { createHash } from "node:crypto"
import type { Ctx, EventRow, Tx } from "#app/platform/ctx.server.ts"
import { jsonRows } from "#app/platform/json-rows.ts"
import type { Field, Level, University } from "#app/platform/prisma-client/enums.ts"
import { makeReference } from "#app/platform/reference.ts"
import { type Given, giveConsents } from "#app/domain/people/give-consents.server.ts"
import { type Joined, joinPeople } from "#app/domain/people/join-people.server.ts"
import type { Known } from "#app/domain/people/join-rule.ts"
import { touchLeads } from "./touch-leads.server.ts"

/** An enquiry that nothing is written of yet: who asks, what, and by which way. */
export type Asked = Known & {
  /** The enquiry's, made by whoever takes it in: what hangs on it is named by it. */
  id: string
  /** How it came: `form`, `brochure`, `event`, `import`, `kiosk`, `api`. */
  kind: string
  /** Whom it is for: each of them gets a lead. */
  universities: readonly University[]
  country: string
  /** What of it nobody has said, and whoever hands it in takes to be so. */
  supposed?: readonly ("country" | "language")[]
  programmeId: string | null
  level: Level | null
  fields: readonly Field[]
  message: string
  /** What was answered in the eligibility check it comes from, as that check writes it; else empty. */
  eligibility: string
  /** Keys source, medium, campaign, content, term. */
  utm: Readonly<Record<string, string>>
  /** Host of the site that led here; empty when none is known. */
  referrer: string
  codeId: string | null
  /** What the leads keep as their source, as `sourceKey` writes it. */
  source: string
  /** By when each university is to answer; at one that is not named nobody waits for an answer. */
  dues: ReadonlyMap<University, Date | null>
  /** What is agreed to with it. */
  consents: readonly Omit<Given, "personId">[]
  /** Mark of contact and content, by which the same is known again. */
  fingerprint: string
  /** No two enquiries have one. */
  idempotencyKey: string | null
}

type Taking = {
  /** Who has handed them in, where that is not who acts now: a job works an officer's list. */
  by?: Pick<EventRow, "actorKind" | "actorId">
  /** Is told whom of those who were known they join, while those still stand as they did. */
  beforeWriting?: (knownIds: readonly string[]) => Promise<void>
}

/**
 * Takes enquiries in, whatever way they came: each joins a person or makes one, opens or wakes a lead at each university it is
 * for, keeps the consents asleep with the text that was shown, and is told to all who react to it (`enquiry.made`). Gives
 * whom each was found to be, in their order. Nobody is sent a mail. A handful of statements, however many they are; the
 * caller holds `lockContacts` of all their addresses, and has seen that none of them was taken before.
 */
export async function takeEnquiries<One extends Asked>(
  ctx: Ctx,
  tx: Tx,
  all: readonly One[],
  { by, beforeWriting }: Taking = {},
): Promise<Joined<One>[]> {
  if (all.length === 0) return []
  const taken = await joinPeople(ctx, tx, all, beforeWriting)
  const now = ctx.now()
  const enquiries = taken.map(({ known, personId }) => enquiryRow(known, personId, now))
  await insertEnquiries(tx, enquiries)
  await touchLeads(
    ctx,
    tx,
    taken.map(({ known: { universities, country, language, supposed = [], level, fields, source, dues }, personId }) => ({
      personId,
      universities,
      country,
      language,
      supposed,
      level,
      fields,
      source,
      dues,
    })),
  )
  await giveConsents(
    ctx,
    tx,
    taken.flatMap(({ known, personId }) => known.consents.map((given) => ({ ...given, personId }))),
  )
  const events = enquiries.map((enquiry) => ({ ...enquiryEvent(ctx, enquiry), ...by }))
  await insertEvents(tx, events)
  await tx.follow({ events, mails: [] })
  return taken
}

export type EnquiryRow = ReturnType<typeof enquiryRow>

/** The row of an enquiry that is this person's and is made now. */
export function enquiryRow(asked: Asked, personId: string, now: Date) {
  return {
    id: asked.id,
    reference: makeReference(createHash("sha256").update(asked.id).digest()),
    personId,
    kind: asked.kind,
    language: asked.language,
    universities: asked.universities,
    programmeId: asked.programmeId,
    givenName: asked.givenName,
    familyName: asked.familyName,
    email: asked.email?.typed ?? null,
    phone: asked.phone?.value ?? null,
    country: asked.country,
    birthYear: asked.birthYear ?? null,
    level: asked.level,
    fields: asked.fields,
    message: asked.message,
    eligibility: asked.eligibility,
    utm: asked.utm,
    referrer: asked.referrer,
    codeId: asked.codeId,
    fingerprint: asked.fingerprint,
    idempotencyKey: asked.idempotencyKey,
    createdAt: now,
  }
}

/** What is told of an enquiry that was made. */
export function enquiryEvent(ctx: Ctx, { id, personId, universities, kind, createdAt }: EnquiryRow): EventRow {
  return { ...ctx.eventRow("enquiry.made", { name: "enquiry", id }, { personId, universities: [...universities], kind }), createdAt }
}

async function insertEnquiries(tx: Tx, enquiries: readonly EnquiryRow[]): Promise<void> {
  const { common, own } = jsonRows(enquiries)
  await tx.db.$executeRaw`
    insert into enquiry (id, reference, person_id, kind, language, universities, programme_id, given_name, family_name, email, phone,
      country, birth_year, level, fields, message, eligibility, utm, referrer, code_id, fingerprint, idempotency_key, created_at)
    select id, reference, "personId", kind, language, universities, "programmeId", "givenName", "familyName", email, phone,
      country, "birthYear", level, fields, message, eligibility, utm, referrer, "codeId", fingerprint, "idempotencyKey", "createdAt"
    from jsonb_array_elements(${own}::jsonb) as said(own), jsonb_to_record(${common}::jsonb || own)
      as e(id uuid, reference text, "personId" uuid, kind text,
      language language, universities university[], "programmeId" uuid, "givenName" text, "familyName" text, email text, phone text,
      country text, "birthYear" int, level level, fields field[], message text, eligibility text, utm jsonb, referrer text,
      "codeId" uuid, fingerprint text, "idempotencyKey" text, "createdAt" timestamptz)`
}

async function insertEvents(tx: Tx, events: readonly EventRow[]): Promise<void> {
  const { common, own } = jsonRows(events)
  await tx.db.$executeRaw`
    insert into event (id, type, thing, thing_id, university, actor_kind, actor_id, facts, created_at)
    select id, type, thing, "thingId", university, "actorKind", "actorId", facts, "createdAt"
    from jsonb_array_elements(${own}::jsonb) as said(own), jsonb_to_record(${common}::jsonb || own)
      as v(id uuid, type text, thing text, "thingId" uuid,
      university university, "actorKind" text, "actorId" uuid, facts jsonb, "createdAt" timestamptz)`
}
