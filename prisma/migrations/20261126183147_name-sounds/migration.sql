-- What a name sounds like is kept beside it by the database, so that a search reckons nothing again.
DROP INDEX "person_name_sounds";
ALTER TABLE "person" ADD COLUMN "name_sounds" TEXT[] GENERATED ALWAYS AS ("name_sounds"("name_folded")) STORED;
CREATE INDEX "person_name_sounds" ON "person" USING gin ("name_sounds");

-- A list of one stage goes by its clock too.
CREATE INDEX "lead_stage_clock" ON "lead" ("university", "stage", "answer_due_at", "id")
  WHERE "answer_due_at" IS NOT NULL AND "stage" NOT IN ('applied', 'closed') AND "set_aside_by" IS NULL;
