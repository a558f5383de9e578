-- CreateEnum
CREATE TYPE "lead_batch_state" AS ENUM ('draft', 'running', 'done', 'undoing', 'undone');

-- CreateTable
CREATE TABLE "lead_list_view" (
    "id" UUID NOT NULL,
    "university" "university" NOT NULL,
    "by_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "is_shared" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "lead_list_view_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "lead_batch" (
    "id" UUID NOT NULL,
    "university" "university" NOT NULL,
    "by_id" UUID NOT NULL,
    "state" "lead_batch_state" NOT NULL DEFAULT 'draft',
    "lead_ids" UUID[],
    "query" TEXT NOT NULL,
    "act" JSONB NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "total" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "started_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "undone_at" TIMESTAMPTZ(3),

    CONSTRAINT "lead_batch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "lead_batch_item" (
    "batch_id" UUID NOT NULL,
    "lead_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "why" TEXT NOT NULL DEFAULT '',
    "before" JSONB NOT NULL,
    "version_after" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "lead_batch_item_pkey" PRIMARY KEY ("batch_id","lead_id")
);

-- CreateIndex
CREATE INDEX "lead_list_view_university_by_id_idx" ON "lead_list_view"("university", "by_id");

-- CreateIndex
CREATE INDEX "lead_batch_university_created_at_idx" ON "lead_batch"("university", "created_at");

-- CreateIndex
CREATE INDEX "lead_batch_state_created_at_idx" ON "lead_batch"("state", "created_at");

-- CreateIndex
CREATE INDEX "lead_batch_item_batch_id_state_position_idx" ON "lead_batch_item"("batch_id", "state", "position");

-- AddForeignKey
ALTER TABLE "lead_batch_item" ADD CONSTRAINT "lead_batch_item_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "lead_batch"("id") ON DELETE CASCADE ON UPDATE CASCADE;
-- By hand from here.

-- The list of leads goes by what needs doing (domain/leads/lead-need.ts): each part of it is read in its order by an index of its own,
-- and so is what views count.
DROP INDEX "lead_unseen";
DROP INDEX "lead_owned";
CREATE INDEX "lead_clock" ON "lead" ("university", "answer_due_at", "id")
  WHERE "answer_due_at" IS NOT NULL AND "stage" NOT IN ('applied', 'closed') AND "set_aside_by" IS NULL;
CREATE INDEX "lead_unseen" ON "lead" ("university", "active_at" DESC, "id" DESC)
  WHERE "seen_at" IS NULL AND "answer_due_at" IS NULL AND "stage" NOT IN ('applied', 'closed') AND "set_aside_by" IS NULL;
CREATE INDEX "lead_due" ON "lead" ("university", "due_at", "id")
  WHERE "due_at" IS NOT NULL AND "stage" NOT IN ('applied', 'closed') AND "set_aside_by" IS NULL;
CREATE INDEX "lead_new" ON "lead" ("university", "active_at" DESC, "id" DESC)
  WHERE "stage" = 'new' AND "seen_at" IS NOT NULL AND "answer_due_at" IS NULL AND "due_at" IS NULL AND "set_aside_by" IS NULL;
CREATE INDEX "lead_waiting" ON "lead" ("university", "active_at" DESC, "id" DESC)
  WHERE "seen_at" IS NOT NULL AND "due_at" IS NULL AND "snoozed_until" IS NULL AND "snoozed_for" = ''
    AND "stage" NOT IN ('new', 'applied', 'closed') AND "set_aside_by" IS NULL;
CREATE INDEX "lead_snoozed" ON "lead" ("university", "snoozed_until", "id")
  WHERE "snoozed_until" IS NOT NULL AND "stage" NOT IN ('applied', 'closed') AND "set_aside_by" IS NULL;
CREATE INDEX "lead_snoozed_for" ON "lead" ("university", "active_at" DESC, "id" DESC)
  WHERE "snoozed_until" IS NULL AND "snoozed_for" <> '' AND "stage" NOT IN ('applied', 'closed') AND "set_aside_by" IS NULL;
CREATE INDEX "lead_owned" ON "lead" ("owner_id", "university", "active_at" DESC, "id" DESC) WHERE "owner_id" IS NOT NULL;
CREATE INDEX "lead_unowned" ON "lead" ("university", "active_at" DESC, "id" DESC)
  WHERE "owner_id" IS NULL AND "stage" <> 'closed' AND "set_aside_by" IS NULL;
CREATE INDEX "lead_country" ON "lead" ("university", "country", "active_at" DESC, "id" DESC) WHERE "set_aside_by" IS NULL;
CREATE INDEX "lead_score" ON "lead" ("university", "score" DESC, "id" DESC) WHERE "set_aside_by" IS NULL;
CREATE INDEX "lead_tags" ON "lead" USING gin ("tags") WHERE "tags" <> '{}';

-- City and school are searched like names.
CREATE INDEX "person_place_trgm" ON "person" USING gin ("place_folded" gin_trgm_ops);

-- What is left of a name when it is only heard, so that it is found in the other script: the consonants of each word, as
-- domain/people/same-name.ts reads them. A letter that may be heard in two ways is read in the first way and in the second.
CREATE FUNCTION "latin_sounds"("folded" text, "is_second" boolean) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN regexp_replace(translate(regexp_replace(
    replace(replace(replace(replace(replace(replace(replace(replace(replace(regexp_replace("folded", '([a-z])\1', '\1', 'g'),
      'kh', 'k'), 'gh', 'g'), 'sch', 's'), 'sh', 's'), 'ch', 's'), 'ph', 'f'), 'dj', 'g'),
      'dh', CASE WHEN "is_second" THEN 'z' ELSE 'd' END), 'th', CASE WHEN "is_second" THEN 's' ELSE 't' END),
    'c([eiy])', 's\1', 'g'), 'cqjpv', 'kkgbf'), '[^bdfgklmnrstz ]+', '', 'g');

CREATE FUNCTION "arabic_sounds"("folded" text, "is_second" boolean) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN regexp_replace(translate(regexp_replace("folded", '[a-z]+', '', 'g'), 'بپتثجخدذرزسشصضطظغگڭفڤقكکلمن',
    CASE WHEN "is_second" THEN 'bbtsgkdzrzsssdtdgggffgkklmn' ELSE 'bbttgkddrzsssdtzgggffkkklmn' END), '[^bdfgklmnrstz ]+', '', 'g');

-- A name with the words that lean on the next one apart, joined, and with their article and without.
CREATE FUNCTION "name_spellings"("folded" text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN regexp_replace(regexp_replace(regexp_replace(regexp_replace("folded",
      '(^| )(abd)([aeou]*l)?([^ ]{3})', '\1\2 \4', 'g'), '(^| )(عبد)(ال)', '\1\2 \3', 'g'),
      '(^| )(el|al|ech|ach|es|as|er|ar|en|an|et|at|ed|ad|ez|az)(?= )', '\1', 'g'),
      '(^| )([ea]l|ال)([^ ]{3})', '\1\2\3 \3', 'g') || ' ' ||
    regexp_replace(regexp_replace(regexp_replace("folded", '(^| )(abd|abdel|abdul|abdoul|abdal|el|al|عبد) ', '\1\2', 'g'),
      '(^| )(abd|abdel|abdul|abdoul|abdal|el|al|عبد) ', '\1\2', 'g'), '(^| )([ea]l|ال)([^ ]{3})', '\1\2\3 \3', 'g');

-- Marked by the script it was written in: l for Latin, a for Arabic.
CREATE FUNCTION "name_sounds"("folded" text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE
    WHEN "folded" ~ '[ء-ۿ]' THEN array_remove(string_to_array(regexp_replace(
      "arabic_sounds"("name_spellings"("folded"), false) || ' ' || "arabic_sounds"("name_spellings"("folded"), true) || ' ' ||
      "arabic_sounds"(regexp_replace("name_spellings"("folded"), '([^ ])\1', '\1', 'g'), false), '([^ ]+)', 'a\1', 'g'), ' '), '')
    ELSE '{}'::text[] END || CASE
    WHEN "folded" ~ '[a-z]' THEN array_remove(string_to_array(regexp_replace("latin_sounds"("name_spellings"("folded"), false) ||
      CASE WHEN "folded" ~ '[td]h' THEN ' ' || "latin_sounds"("name_spellings"("folded"), true) ELSE '' END,
      '([^ ]+)', 'l\1', 'g'), ' '), '')
    ELSE '{}'::text[] END;

-- What a word that is sought sounds like in a name of the other script.
CREATE FUNCTION "sounds_sought"("word" text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN string_to_array(regexp_replace(regexp_replace(regexp_replace(array_to_string("name_sounds"("word"), ' '),
    '(^| )a', '\1x', 'g'), '(^| )l', '\1a', 'g'), '(^| )x', '\1l', 'g'), ' ');

CREATE INDEX "person_name_sounds" ON "person" USING gin ("name_sounds"("name_folded"));
