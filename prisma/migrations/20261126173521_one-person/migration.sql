-- AlterTable
ALTER TABLE "duplicate_suggestion" ADD COLUMN     "dismissed_at" TIMESTAMPTZ(3),
ADD COLUMN     "dismissed_by_id" UUID,
ADD COLUMN     "reasons" TEXT[],
ADD COLUMN     "score" INTEGER NOT NULL DEFAULT 0;

-- What was suggested before says in the new words why: a contact was shared each time.
UPDATE "duplicate_suggestion" SET
  "reasons" = CASE WHEN "reason" = 'same-name-other-birth' THEN ARRAY['name-same', 'contact-same', 'birth-other'] ELSE ARRAY['contact-same', 'name-close'] END,
  "score" = CASE WHEN "reason" = 'same-name-other-birth' THEN 45 ELSE 60 END;

ALTER TABLE "duplicate_suggestion" DROP COLUMN "reason",
ALTER COLUMN "score" DROP DEFAULT;

-- AlterTable
ALTER TABLE "person" ADD COLUMN     "looked_at" TIMESTAMPTZ(3);

-- The mailbox behind an e-mail as it is compared: what its provider passes over is gone. A heuristic that suggests and
-- never joins, so that providers which share names between domains count as one.
CREATE FUNCTION "mailbox_of"(value TEXT) RETURNS TEXT LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE
    WHEN d ~ '^(gmail|googlemail)\.com$' THEN replace(split_part(l, '+', 1), '.', '') || '@gmail.com'
    WHEN d ~ '^(outlook|hotmail|live|msn)\.(com|fr|be|sa|co\.uk|co\.za)$' THEN split_part(l, '+', 1) || '@' || d
    WHEN d ~ '^(yahoo|ymail|rocketmail)\.(com|fr|co\.uk|co\.za)$' THEN split_part(split_part(l, '+', 1), '-', 1) || '@' || d
    WHEN d ~ '^(icloud|me|mac)\.com$' THEN split_part(l, '+', 1) || '@icloud.com'
    WHEN d ~ '^(proton\.me|protonmail\.com|pm\.me)$' THEN translate(split_part(l, '+', 1), '.-_', '') || '@proton.me'
    ELSE value
  END FROM (SELECT lower(split_part(value, '@', 1)) AS l, lower(split_part(value, '@', 2)) AS d) AS parts
$$;

-- AlterTable
ALTER TABLE "contact" ADD COLUMN     "mailbox" TEXT GENERATED ALWAYS AS (CASE WHEN "kind" = 'email' THEN "mailbox_of"("value") END) STORED;

-- CreateTable
CREATE TABLE "merge" (
    "id" UUID NOT NULL,
    "kept_id" UUID NOT NULL,
    "away_id" UUID NOT NULL,
    "by_id" UUID NOT NULL,
    "university" "university" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "undone_at" TIMESTAMPTZ(3),
    "undone_by_id" UUID,

    CONSTRAINT "merge_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "merge_step" (
    "merge_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "thing" TEXT NOT NULL,
    "thing_id" UUID NOT NULL,
    "field" TEXT NOT NULL,
    "was" TEXT,
    "became" TEXT,

    CONSTRAINT "merge_step_pkey" PRIMARY KEY ("merge_id","position")
);

-- CreateTable
CREATE TABLE "look_key" (
    "key" INTEGER NOT NULL,
    "person_id" UUID NOT NULL,

    CONSTRAINT "look_key_pkey" PRIMARY KEY ("key","person_id")
);

-- CreateIndex
CREATE INDEX "merge_kept_id_idx" ON "merge"("kept_id");

-- CreateIndex
CREATE INDEX "merge_away_id_idx" ON "merge"("away_id");

-- CreateIndex
CREATE INDEX "look_key_person_id_idx" ON "look_key"("person_id");

-- AddForeignKey
ALTER TABLE "merge" ADD CONSTRAINT "merge_kept_id_fkey" FOREIGN KEY ("kept_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "merge" ADD CONSTRAINT "merge_away_id_fkey" FOREIGN KEY ("away_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "merge" ADD CONSTRAINT "merge_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "merge_step" ADD CONSTRAINT "merge_step_merge_id_fkey" FOREIGN KEY ("merge_id") REFERENCES "merge"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person" ADD CONSTRAINT "person_merged_into_id_fkey" FOREIGN KEY ("merged_into_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "look_key" ADD CONSTRAINT "look_key_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What a schema cannot say.
CREATE INDEX "contact_mailbox" ON "contact" ("mailbox") WHERE "mailbox" IS NOT NULL;
CREATE INDEX "person_unlooked" ON "person" ("id") WHERE "looked_at" IS NULL AND "merged_into_id" IS NULL;
CREATE INDEX "person_merged" ON "person" ("merged_into_id") WHERE "merged_into_id" IS NOT NULL;
CREATE INDEX "duplicate_open" ON "duplicate_suggestion" ("score" DESC, "id" DESC) WHERE "dismissed_at" IS NULL;
CREATE UNIQUE INDEX "merge_standing" ON "merge" ("away_id") WHERE "undone_at" IS NULL;
CREATE INDEX "lead_set_aside" ON "lead" ("set_aside_by") WHERE "set_aside_by" IS NOT NULL;
