-- CreateEnum
CREATE TYPE "step_kind" AS ENUM ('info_request', 'interview', 'confirmation', 'conditions_unmet', 'deferral');

-- AlterEnum
ALTER TYPE "decision_kind" ADD VALUE 'waitlist';

-- AlterTable
ALTER TABLE "decision" ADD COLUMN     "superseded_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "choice" ADD COLUMN     "is_withdrawn_with_all" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "step" (
    "id" UUID NOT NULL,
    "choice_id" UUID NOT NULL,
    "kind" "step_kind" NOT NULL,
    "words" TEXT NOT NULL DEFAULT '',
    "at" TIMESTAMPTZ(3),
    "place" TEXT NOT NULL DEFAULT '',
    "intake_id" UUID,
    "by_id" UUID NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "answer" TEXT NOT NULL DEFAULT '',
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "step_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "step_choice_id_made_at_idx" ON "step"("choice_id", "made_at");

-- AddForeignKey
ALTER TABLE "step" ADD CONSTRAINT "step_choice_id_fkey" FOREIGN KEY ("choice_id") REFERENCES "choice"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "step" ADD CONSTRAINT "step_intake_id_fkey" FOREIGN KEY ("intake_id") REFERENCES "intake"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "step" ADD CONSTRAINT "step_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A waiting list that another decision has ended no longer stands.
DROP INDEX "decision_standing_once";
CREATE UNIQUE INDEX "decision_standing_once" ON "decision" ("choice_id") WHERE "taken_back_at" IS NULL AND "superseded_at" IS NULL;

-- A choice waits for one answer of its candidate at a time.
CREATE UNIQUE INDEX "step_request_once" ON "step" ("choice_id") WHERE "kind" = 'info_request' AND "answered_at" IS NULL;
