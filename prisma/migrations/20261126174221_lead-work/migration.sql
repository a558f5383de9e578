-- CreateEnum
CREATE TYPE "contact_result" AS ENUM ('reached', 'no_answer', 'wrong_number', 'sent');

-- AlterTable
ALTER TABLE "lead" ADD COLUMN     "to_assign" BOOLEAN NOT NULL DEFAULT true;

-- AlterTable
ALTER TABLE "note" ADD COLUMN     "is_shared" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "lead_task" (
    "id" UUID NOT NULL,
    "lead_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "due_at" TIMESTAMPTZ(3),
    "owner_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 0,
    "done_at" TIMESTAMPTZ(3),
    "done_by_id" UUID,
    "by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "lead_task_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "recorded_contact" (
    "id" UUID NOT NULL,
    "lead_id" UUID NOT NULL,
    "channel" "channel" NOT NULL,
    "result" "contact_result" NOT NULL,
    "words" TEXT NOT NULL DEFAULT '',
    "by_id" UUID NOT NULL,
    "taken_back_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "recorded_contact_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mention" (
    "note_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "read_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "mention_pkey" PRIMARY KEY ("note_id","person_id")
);

-- CreateTable
CREATE TABLE "lead_tag" (
    "university" "university" NOT NULL,
    "folded" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "used_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "lead_tag_pkey" PRIMARY KEY ("university","folded")
);

-- CreateTable
CREATE TABLE "awaited_event" (
    "id" UUID NOT NULL,
    "university" "university",
    "name" JSONB NOT NULL,
    "country" TEXT,
    "expected_on" DATE,
    "is_confirmed" BOOLEAN NOT NULL DEFAULT false,
    "happened_at" TIMESTAMPTZ(3),
    "by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "awaited_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "assignment_rule" (
    "id" UUID NOT NULL,
    "university" "university" NOT NULL,
    "position" INTEGER NOT NULL,
    "languages" "language"[],
    "countries" TEXT[],
    "member_ids" UUID[],
    "most_open" INTEGER,
    "version" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "assignment_rule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "absence" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "from_day" DATE NOT NULL,
    "until_day" DATE NOT NULL,
    "by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "absence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "answer_clock" (
    "university" "university" NOT NULL,
    "weekdays" JSONB NOT NULL,
    "within_minutes" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,
    "by_id" UUID NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "answer_clock_pkey" PRIMARY KEY ("university")
);

-- CreateTable
CREATE TABLE "holiday" (
    "university" "university" NOT NULL,
    "day" DATE NOT NULL,
    "name" TEXT NOT NULL,
    "by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "holiday_pkey" PRIMARY KEY ("university","day")
);

-- CreateIndex
CREATE INDEX "lead_task_lead_id_idx" ON "lead_task"("lead_id");

-- CreateIndex
CREATE INDEX "recorded_contact_lead_id_idx" ON "recorded_contact"("lead_id");

-- CreateIndex
CREATE INDEX "mention_person_id_read_at_idx" ON "mention"("person_id", "read_at");

-- CreateIndex
CREATE INDEX "assignment_rule_university_position_idx" ON "assignment_rule"("university", "position");

-- CreateIndex
CREATE INDEX "absence_person_id_until_day_idx" ON "absence"("person_id", "until_day");

-- AddForeignKey
ALTER TABLE "lead_task" ADD CONSTRAINT "lead_task_lead_id_fkey" FOREIGN KEY ("lead_id") REFERENCES "lead"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recorded_contact" ADD CONSTRAINT "recorded_contact_lead_id_fkey" FOREIGN KEY ("lead_id") REFERENCES "lead"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mention" ADD CONSTRAINT "mention_note_id_fkey" FOREIGN KEY ("note_id") REFERENCES "note"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- The rules of assignment are for those who come from now on. Older leads are given out when a head asks for it.
UPDATE "lead" SET "to_assign" = false;

-- What is late, at any number of leads.
CREATE INDEX "lead_answer_due" ON "lead" ("university", "answer_due_at") WHERE "answer_due_at" IS NOT NULL;

-- Each round of the clock looks for the few that are to be given out or to wake.
CREATE INDEX "lead_to_assign" ON "lead" ("university", "id") WHERE "to_assign";
CREATE INDEX "lead_asleep" ON "lead" ("snoozed_until") WHERE "snoozed_until" IS NOT NULL;
CREATE INDEX "lead_waits_for" ON "lead" ("snoozed_for") WHERE "snoozed_for" <> '';

-- How many open leads somebody looks after.
CREATE INDEX "lead_owner_open" ON "lead" ("owner_id") WHERE "owner_id" IS NOT NULL AND "stage" <> 'closed';
