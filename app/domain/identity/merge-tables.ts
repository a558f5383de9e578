/*
 * What a merge may touch, as data. A test holds it against the database: a table that points at a person or a lead is
 * named here, or its rows would stay behind unseen.
 */

/** Columns that steps may name, with their type in the database. */
export const mergeColumns = {
  person: {
    given_name: "text",
    family_name: "text",
    name_folded: "text",
    birth_date: "date",
    birth_year: "int",
    language: "language",
    country: "text",
    city: "text",
    school: "text",
    place_folded: "text",
    merged_into_id: "uuid",
  },
  contact: { person_id: "uuid", signs_in: "boolean", proved_at: "timestamptz" },
  consent: { person_id: "uuid", withdrawn_at: "timestamptz", withdrawn_how: "text" },
  enquiry: { person_id: "uuid" },
  rsvp: { person_id: "uuid", withdrawn_at: "timestamptz", attendance: "attendance" },
  application: { person_id: "uuid" },
  guardian: { person_id: "uuid", withdrawn_at: "timestamptz" },
  session: { person_id: "uuid", revoked_at: "timestamptz" },
  delivery: { person_id: "uuid" },
  note: { thing_id: "uuid" },
  lead_task: { lead_id: "uuid" },
  recorded_contact: { lead_id: "uuid" },
  lead: {
    person_id: "uuid",
    set_aside_by: "uuid",
    stage: "lead_stage",
    stage_before: "lead_stage",
    closed_reason: "text",
    owner_id: "uuid",
    next_action: "text",
    due_at: "timestamptz",
    snoozed_until: "timestamptz",
    snoozed_for: "text",
    answer_due_at: "timestamptz",
    tags: "text[]",
    to_assign: "boolean",
    country: "text",
    level: "level",
    fields: "field[]",
    first_source: "text",
    last_source: "text",
    seen_at: "timestamptz",
    active_at: "timestamptz",
  },
} as const satisfies Record<string, Record<string, string>>

export type MergeThing = keyof typeof mergeColumns

export function isMergeThing(text: string): text is MergeThing {
  return Object.hasOwn(mergeColumns, text)
}

/** The database's type of a column that steps may name; null for any other. */
export function columnType(thing: MergeThing, field: string): string | null {
  const columns: Record<string, string> = mergeColumns[thing]
  return Object.hasOwn(columns, field) ? (columns[field] ?? null) : null
}

/** Tables whose `person_id` follows the person; `lead` follows where the kept person has none at the university. */
export const followsPerson = ["contact", "consent", "enquiry", "rsvp", "application", "guardian", "session", "delivery", "lead"] as const

/** Columns that point at a person and stay: who works here, who did something, and what is reckoned anew. */
export const staysWithPerson = [
  "person.merged_into_id",
  "staff.person_id",
  "look_key.person_id",
  "merge.kept_id",
  "merge.away_id",
  "merge.by_id",
  "lead.owner_id",
  "choice.owner_id",
  "note.author_id",
  "decision.decided_by_id",
  "step.by_id",
  "eligibility_rule.by_id",
  "eligibility_rule.reviewed_by_id",
  "eligibility_rule.published_by_id",
  "exchange_rate.set_by_id",
  "source_code.made_by_id",
  "score_points.author_id",
] as const

/** Tables whose rows follow a lead that is set aside to the lead that is kept, with the column that points at it. */
export const followsLead = { lead_task: "lead_id", recorded_contact: "lead_id" } as const satisfies Record<string, string>
