-- DropIndex
DROP INDEX "lead_university_stage_active_at_id_idx";
-- By hand from here.

-- Nobody asks by it: "lead_clock" is the part of it that is asked for.
DROP INDEX "lead_answer_due";
DROP INDEX "lead_tags";
DROP INDEX "lead_clock";
DROP INDEX "lead_unseen";
DROP INDEX "lead_due";
DROP INDEX "lead_owner_open";
DROP INDEX "lead_stage_clock";

-- The tags of a lead that has some. Nearly all have none: of them a list of a tag reads nothing and its indexes hold nothing,
-- and the planner knows how many each tag is on.
ALTER TABLE "lead" ADD COLUMN "tagged" TEXT[] GENERATED ALWAYS AS (nullif("tags", '{}')) STORED;
CREATE INDEX "lead_tags" ON "lead" USING gin ("tagged") WHERE "tagged" IS NOT NULL;
CREATE INDEX "lead_tagged" ON "lead" ("university", "active_at" DESC, "id" DESC) WHERE "tagged" IS NOT NULL AND "set_aside_by" IS NULL;
CREATE INDEX "lead_tagged_clock" ON "lead" ("university", "answer_due_at", "id")
  WHERE "tagged" IS NOT NULL AND "answer_due_at" IS NOT NULL AND "stage" NOT IN ('applied', 'closed') AND "set_aside_by" IS NULL;

-- What the views count by stands in their indexes, so that a count looks at no lead.
CREATE INDEX "lead_stage" ON "lead" ("university", "stage", "active_at" DESC, "id" DESC) WHERE "set_aside_by" IS NULL;
CREATE INDEX "lead_clock" ON "lead" ("university", "answer_due_at", "id") INCLUDE ("seen_at", "snoozed_until", "snoozed_for")
  WHERE "answer_due_at" IS NOT NULL AND "stage" NOT IN ('applied', 'closed') AND "set_aside_by" IS NULL;
CREATE INDEX "lead_unseen" ON "lead" ("university", "active_at" DESC, "id" DESC) INCLUDE ("snoozed_until", "snoozed_for")
  WHERE "seen_at" IS NULL AND "answer_due_at" IS NULL AND "stage" NOT IN ('applied', 'closed') AND "set_aside_by" IS NULL;
CREATE INDEX "lead_due" ON "lead" ("university", "due_at", "id") INCLUDE ("seen_at", "answer_due_at", "snoozed_until", "snoozed_for")
  WHERE "due_at" IS NOT NULL AND "stage" NOT IN ('applied', 'closed') AND "set_aside_by" IS NULL;
CREATE INDEX "lead_owner_open" ON "lead" ("owner_id", "university")
  WHERE "owner_id" IS NOT NULL AND "stage" <> 'closed' AND "set_aside_by" IS NULL;

-- A list of one stage is read in the order of its sections too. Those of new leads are nearly the whole of the lists above:
-- a lead that comes in stands in none of these and pays for none.
CREATE INDEX "lead_stage_clock" ON "lead" ("university", "stage", "answer_due_at", "id")
  WHERE "answer_due_at" IS NOT NULL AND "stage" NOT IN ('new', 'applied', 'closed') AND "set_aside_by" IS NULL;
CREATE INDEX "lead_stage_unseen" ON "lead" ("university", "stage", "active_at" DESC, "id" DESC)
  WHERE "seen_at" IS NULL AND "answer_due_at" IS NULL AND "stage" NOT IN ('new', 'applied', 'closed') AND "set_aside_by" IS NULL;
CREATE INDEX "lead_stage_due" ON "lead" ("university", "stage", "due_at", "id")
  WHERE "due_at" IS NOT NULL AND "stage" NOT IN ('applied', 'closed') AND "set_aside_by" IS NULL;
CREATE INDEX "lead_stage_snoozed" ON "lead" ("university", "stage", "snoozed_until", "id")
  WHERE "snoozed_until" IS NOT NULL AND "stage" NOT IN ('applied', 'closed') AND "set_aside_by" IS NULL;

-- A word that is sought is read by domain/people/name-sounds.ts.
DROP FUNCTION "sounds_sought"(text);
