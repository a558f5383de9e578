-- AlterTable
ALTER TABLE "lead" ADD COLUMN     "answer_due_at" TIMESTAMPTZ(3),
ADD COLUMN     "due_at" TIMESTAMPTZ(3),
ADD COLUMN     "next_action" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "set_aside_by" UUID,
ADD COLUMN     "snoozed_for" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "snoozed_until" TIMESTAMPTZ(3),
ADD COLUMN     "tags" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "person" ADD COLUMN     "city" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "merged_into_id" UUID,
ADD COLUMN     "place_folded" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "school" TEXT NOT NULL DEFAULT '';
