import { expect, test } from "vitest"
import { testCtx } from "#app/testing/test-ctx.ts"

/**
 * Tables that hold on to a person or a lead. Of each it is decided in `take-back.server.ts` whether an import that made somebody may
 * still be undone when it has a row of theirs: a new one belongs in one of the two lists, and in the statement there.
 */
const theirs = ["application", "delivery", "guardian", "lead_task", "merge", "recorded_contact", "rsvp", "session", "staff"]
/** Part of them, or of what staff wrote elsewhere: it goes with them, or is asked by other means. */
const others = [
  // Part of a person, taken away with them; each is looked at for what was done with it.
  "consent",
  "contact",
  "enquiry",
  "lead",
  "look_key",
  "person",
  // Of staff, who are never taken away.
  "choice",
  "decision",
  "eligibility_rule",
  "exchange_rate",
  "note",
  "score_points",
  "source_code",
  "step",
]

test("of every table that holds on to a person it is decided what it means for the undoing of an import", async () => {
  const ctx = await testCtx()
  const rows = await ctx.db.$queryRaw<{ name: string }[]>`
    select distinct conrelid::regclass::text as name from pg_constraint
    where contype = 'f' and confrelid in ('person'::regclass, 'lead'::regclass)`
  expect(rows.map(({ name }) => name).sort()).toEqual([...theirs, ...others].sort())
})
