-- CreateEnum
CREATE TYPE "rule_subject" AS ENUM ('result', 'language');

-- CreateEnum
CREATE TYPE "rule_standing" AS ENUM ('published', 'board', 'to_confirm');

-- CreateEnum
CREATE TYPE "rule_treatment" AS ENUM ('direct', 'preparatory', 'look');

-- AlterTable
ALTER TABLE "enquiry" ADD COLUMN     "eligibility" TEXT NOT NULL DEFAULT '';

-- CreateTable
CREATE TABLE "eligibility_rule" (
    "id" UUID NOT NULL,
    "line" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "university" "university" NOT NULL,
    "level" "level" NOT NULL,
    "programme_id" UUID,
    "subject" "rule_subject" NOT NULL,
    "names" TEXT NOT NULL,
    "treatment" "rule_treatment" NOT NULL,
    "minimum" TEXT NOT NULL DEFAULT '',
    "subjects" INTEGER,
    "among" TEXT[],
    "writing" INTEGER,
    "prepares_from" INTEGER,
    "standing" "rule_standing" NOT NULL,
    "as_of" TEXT NOT NULL,
    "source" TEXT NOT NULL DEFAULT '',
    "by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "eligibility_rule_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "eligibility_rule_university_level_idx" ON "eligibility_rule"("university", "level");

-- CreateIndex
CREATE UNIQUE INDEX "eligibility_rule_line_version_key" ON "eligibility_rule"("line", "version");

-- AddForeignKey
ALTER TABLE "eligibility_rule" ADD CONSTRAINT "eligibility_rule_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "eligibility_rule" ADD CONSTRAINT "eligibility_rule_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;
